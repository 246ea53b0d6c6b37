import ReviewWidget
import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

/// No page goes through a table that grows with use.
@Suite struct QueryPlans {
  /// Tables as large as the municipality, whatever residents do.
  static let small: Set<String> = [
    "reviews_services", "yui_accounts", "yui_tokens",
    // What staff wrote to ask, in all its versions.
    "reviews_question_sets", "sets",
    // What waits to be indexed: it is counted to be told, and soon gone.
    "reviews_comments_queue", "reviews_keywords_queue",
    // Counts by service, and month or answer: as many as the municipality has services.
    "reviews_rollups", "reviews_measures",
    // What a walk through cases gathers has a limit of its own; tags are what staff thinks of.
    "walked", "entries", "reviews_case_counts", "reviews_case_open_counts",
    "reviews_case_tag_counts", "yui_webhooks",
    // One row: the key of form stamps.
    "yui_form_key",
  ]

  static let pages = [
    "/reviews", "/reviews/s7", "/reviews/s7/form", "/api/reviews/services",
    "/api/reviews/services?after=s3&limit=5", "/api/reviews/services/s7",
    "/api/reviews/services/s7/statistics", "/open-data/review-statistics.csv",
    "/open-data/review-services.json",
  ]
  static let staffPages = [
    "/staff", "/staff/accounts", "/staff/audit", "/staff/sessions", "/staff/settings",
    "/staff/tokens", "/staff/reviews/services", "/staff/reviews/services/s7/edit",
    "/staff/reviews/services/s7/publication", "/staff/reviews/keywords",
    "/staff/reviews/keywords?service=s7&score=low", "/staff/reviews/exports",
    "/staff/reviews/exports/responses.csv?service=s7&from=2026-01-10",
    "/staff/reviews/exports/a11-quarter.csv", "/staff/reviews/overview",
  ]
  static let responses = [
    "", "?service=s7", "?score=1", "?service=s7&score=1", "?from=2026-01-10",
    "?to=2026-01-20", "?from=2026-01-10&to=2026-01-20", "?service=s7&from=2026-01-10",
    "?score=1&to=2026-01-20", "?service=s7&score=2&from=2026-01-10&to=2026-01-20",
    "?q=%E4%BF%9D%E8%82%B2", "?q=%E4%BF%9D", "?q=abc&service=s7&score=3", "?ending=refused",
    "?service=s7&ending=error",
  ]

  static let inbox = [
    "", "?state=all", "?state=new", "?topic=s7", "?rank=1", "?topic=s7&rank=1&state=all",
    "?assignee=me", "?assignee=nobody", "?tag=x", "?order=oldest", "?q=%23abc", "?q=%232",
    "?q=%E4%BF%9D%E8%82%B2", "?q=%E4%BF%9D&topic=s7", "?from=2026-01-10",
    "/cases/1", "/cases/1?topic=s7",
  ]

  @Test("No page searches a table that grows from end to end", arguments: Engine.allCases)
  func pages(engine: Engine) throws {
    let recorder = StatementRecorder()
    let tenant = try Self.filled(engine, recorder)
    let harness = try tenant.serve()
    let staff = try tenant.client(.administrator, on: harness)
    recorder.reset()
    for page in Self.pages { #expect(try harness.client().get(page).status == 200, "\(page)") }
    for page in Self.staffPages { #expect(try staff.get(page).status == 200, "\(page)") }
    for filter in Self.responses {
      #expect(try staff.get("/staff/reviews/responses" + filter).status == 200, "\(filter)")
    }
    for filter in Self.inbox {
      #expect(try staff.get("/staff/reviews" + filter).status == 200, "\(filter)")
    }
    #expect(recorder.count > 20)
    for scan in try recorder.scans(in: tenant.store, except: Self.small) {
      Issue.record("\(scan)")
    }
  }

  @Test("No write searches a table that grows from end to end", arguments: Engine.allCases)
  func writes(engine: Engine) throws {
    let recorder = StatementRecorder()
    let tenant = try Self.filled(engine, recorder)
    let harness = try tenant.serve()
    recorder.reset()
    let answer = try harness.client().post(
      "/api/reviews/services/s7/responses", json: #"{"score":5,"comment":"保育園","channel":"web"}"#,
      headers: ["Idempotency-Key": "0192f0c1-0000-7000-8000-000000000001"])
    #expect(answer.status == 201)
    #expect(recorder.count > 3)
    for scan in try recorder.scans(in: tenant.store, except: Self.small) {
      Issue.record("\(scan)")
    }
  }

  /// A tenant with enough of everything that a plan matters.
  private static func filled(
    _ engine: Engine, _ recorder: StatementRecorder
  ) throws -> ReviewTenant {
    let tenant = try ReviewTenant(engine, recording: recorder)
    let services = (0..<20).map { "s\($0),counter,窓口\($0)\n" }.joined()
    try tenant.load("review-services", "slug,kind,name_ja\n" + services)
    let rows = (0..<6_000).map { index in
      let time = Timestamp(milliseconds: 1_767_225_600_000 + Int64(index) * 600_000)
      return
        "s\(index % 20),\(index % 5 + 1),\(index % 100 == 0 ? "保育園" : "声") \(index),\(time.rfc3339)\n"
    }
    try tenant.load("review-responses", "service,score,comment,at\n" + rows.joined())
    try tenant.catchUp()
    return tenant
  }
}
