import ReviewWidget
import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@Suite struct ReviewInbox {
  static func tenant(_ engine: Engine) throws -> ReviewTenant {
    let tenant = try ReviewTenant(engine)
    try tenant.load("review-services", "slug,kind,name_ja\na,counter,甲の窓口\nb,counter,乙の窓口\n")
    return tenant
  }

  static func send(_ text: String, score: Int = 4, on harness: SiteHarness) throws {
    let answer = try harness.client().post(
      "/api/reviews/services/a/responses",
      json: #"{"score":\#(score),"comment":"\#(text)","channel":"web"}"#)
    #expect(answer.status == 201)
  }

  static func act(
    _ action: String, _ numbers: Int..., by client: TestClient
  ) throws -> TestResponse {
    switch numbers.count {
    case 1:
      try client.post(
        "/staff/reviews/cases", form: ["case": "\(numbers[0])", "action": "\(action)"])
    default:
      try client.post(
        "/staff/reviews/cases",
        form: ["case": "\(numbers[0])", "case": "\(numbers[1])", "action": "\(action)"])
    }
  }

  @Test("A comment opens a case, a rating alone does not", arguments: Engine.allCases)
  func open(engine: Engine) throws {
    let tenant = try Self.tenant(engine)
    let harness = try tenant.serve()
    try Self.send("案内がわかりやすかった", on: harness)
    try Self.send("", on: harness)
    try tenant.load(
      "review-responses",
      "service,score,comment,at\nb,1,待たされた,2026-03-01\nb,1,,2026-03-01\n")
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_cases") == 2)
    let page = try tenant.client(.viewer, on: harness).get("/staff/reviews").text
    #expect(page.contains("案内がわかりやすかった") && page.contains("待たされた"))
    #expect(page.contains("甲の窓口") && page.contains("乙の窓口"))
    #expect(try harness.client().get("/staff/reviews").status == 303)
  }

  @Test("Spam leaves the figures, and comes back to them", arguments: Engine.allCases)
  func spam(engine: Engine) throws {
    let tenant = try Self.tenant(engine)
    let harness = try tenant.serve()
    try Self.send("買ってください", score: 5, on: harness)
    try Self.send("ありがとう", score: 5, on: harness)
    let counted: SQL =
      "SELECT CAST(SUM(responses) AS BIGINT) FROM reviews_rollups WHERE service = 'a'"
    #expect(try tenant.count(counted) == 2)
    let editor = try tenant.client(.editor, on: harness)
    #expect(try Self.act("move:spam", 1, by: editor).status == 303)
    #expect(try tenant.count(counted) == 1)
    #expect(try Self.act("move:hidden", 2, by: editor).status == 303)
    #expect(try tenant.count(counted) == 1)
    #expect(try Self.act("move:read", 1, by: editor).status == 303)
    #expect(try tenant.count(counted) == 2)
    #expect(
      try tenant.audited().suffix(3) == [
        "reviews.case.moved #1", "reviews.case.moved #2", "reviews.case.moved #1",
      ])
  }

  @Test("A personal detail that was masked is shown as such", arguments: Engine.allCases)
  func masked(engine: Engine) throws {
    let tenant = try Self.tenant(engine)
    let harness = try tenant.serve()
    try Self.send("電話は090-1234-5678です", on: harness)
    let page = try tenant.client(.viewer, on: harness).get("/staff/reviews/cases/1").text
    #expect(page.contains(#"電話は<span class="masked">［電話番号］</span>です"#))
    #expect(!page.contains("1234"))
  }

  @Test(
    "Comments from before there were cases get theirs, a slice at a time",
    arguments: Engine.allCases)
  func backfill(engine: Engine) throws {
    let tenant = try Self.tenant(engine)
    let rows = (0..<1200).map { index in
      "a,4,\(index % 3 == 0 ? "" : "c\(index)"),2026-03-\(index % 28 < 9 ? "0" : "")\(index % 28 + 1)\n"
    }
    try tenant.load("review-responses", "service,score,comment,at\n" + rows.joined())
    // As an older version left it.
    try tenant.store.write { transaction in
      try transaction.execute("DELETE FROM reviews_cases")
      try transaction.execute("DELETE FROM reviews_case_counts")
    }
    let task = try #require(ReviewWidget().tasks.first { $0.name == "open-cases" })
    #expect(try task.run(tenant.store, .fixed(ReviewTenant.now)))
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_cases") < 800)
    while try task.run(tenant.store, .fixed(ReviewTenant.now)) {}
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_cases") == 800)
    #expect(try tenant.count("SELECT cases FROM reviews_case_counts WHERE state = 'new'") == 800)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_case_backfill") == 0)
    #expect(try task.run(tenant.store, .fixed(ReviewTenant.now)) == false)
  }

  @Test("A response that is imported anew takes its case along", arguments: Engine.allCases)
  func imported(engine: Engine) throws {
    let tenant = try Self.tenant(engine)
    let id = UUIDv7(at: ReviewTenant.now)
    try tenant.load("review-responses", "id,service,score,comment\n\(id),a,2,\n")
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_cases") == 0)
    try tenant.load("review-responses", "id,service,score,comment\n\(id),a,2,遅い\n")
    try tenant.load("review-responses", "id,service,score,comment\n\(id),b,3,遅い\n")
    #expect(
      try tenant.count("SELECT COUNT(*) FROM reviews_cases WHERE topic = 'b' AND rank = 3") == 1)
  }

  @Test(
    "Notes go so many days after a case was closed, and the audit log says so",
    arguments: Engine.allCases)
  func retention(engine: Engine) throws {
    let tenant = try Self.tenant(engine)
    let harness = try tenant.serve()
    try Self.send("遅い", on: harness)
    let editor = try tenant.client(.editor, on: harness)
    _ = try editor.post("/staff/reviews/cases/1/notes", form: ["note": "内緒の覚え"])
    _ = try Self.act("move:read", 1, by: editor)
    let task = try #require(ReviewWidget().tasks.first { $0.name == "forget-notes" })
    let day: Int64 = 86_400
    _ = try task.run(tenant.store, .fixed(ReviewTenant.now.adding(seconds: 365 * day)))
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_case_notes") == 1)
    _ = try task.run(tenant.store, .fixed(ReviewTenant.now.adding(seconds: 365 * day + 1)))
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_case_notes") == 0)
    #expect(try tenant.audited().last == "reviews.notes.erased 1")
  }

  @Test(
    "The digest counts what is new by service, and holds no comment",
    arguments: Engine.allCases)
  func digest(engine: Engine) throws {
    let tenant = try Self.tenant(engine)
    try tenant.load(
      "review-responses",
      """
      service,score,comment,at
      a,1,ひみつの言葉,2026-03-31T07:00:00+09:00
      a,5,,2026-03-31T23:00:00+09:00
      b,3,,2026-04-01T06:59:59+09:00
      b,3,,2026-04-01T07:00:00+09:00

      """)
    let digest = try #require(ReviewWidget().digests.first)
    let end = try #require(Timestamp(rfc3339: "2026-04-01T07:00:00+09:00"))
    let content = try #require(
      try tenant.store.read { try digest.compose(end.adding(seconds: -86_400)..<end, $0) })
    #expect(content.subject[.ja] == "新しい評価 3件（ご意見 1件）")
    #expect(
      content.lines.map(\.path) == [
        "/staff/reviews?topic=a", "/staff/reviews?topic=b", "/staff/reviews",
      ])
    #expect(content.lines[0].text[.ja] == "甲の窓口：2件、ご意見 1件、評価1・2 1件")
    let told = String(decoding: content.data.bytes, as: UTF8.self)
    #expect(!told.contains("ひみつ") && !content.lines.map(\.text[.ja]).joined().contains("ひみつ"))
    let nothing = try tenant.store.read {
      try digest.compose(end.adding(seconds: 1)..<end.adding(seconds: 9), $0)
    }
    #expect(nothing?.subject[.ja] == nil)
  }
}
