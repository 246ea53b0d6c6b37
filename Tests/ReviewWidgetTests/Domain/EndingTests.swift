import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import ReviewWidget

@Suite("How it ended for who is asked")
struct EndingTests {
  private static let responses = "/api/reviews/services/a/responses"
  private static let statistics = "/api/reviews/services/a/statistics"

  private struct Statistics: Decodable {
    let endings: [String: Int]?
  }

  @Test("A link names the ending, and the response keeps it", arguments: Engine.allCases)
  func link(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let client = try tenant.serve().client()
    for path in ["/reviews/a/form", "/reviews/a/embed"] {
      let page = try client.get("\(path)?ending=refused").text
      #expect(page.contains(#"name="ending" value="refused""#))
      #expect(page.contains("&amp;ending=refused\""))
      #expect(try client.post(path, form: ["score": "2", "ending": "refused"]).status == 303)
    }
    #expect(try tenant.endings() == ["refused", "refused"])
  }

  @Test(
    "An ending that no link can name is passed over, and its review is taken",
    arguments: Engine.allCases, ["", "Refused", "made-up", "done%00"])
  func unknownLink(engine: Engine, ending: String) throws {
    let tenant = try ReviewTenant(engine).withService()
    let client = try tenant.serve().client()
    let page = try client.get("/reviews/a/form?ending=\(ending)")
    #expect(page.status == (ending.contains("%00") ? 400 : 200))
    #expect(!page.text.contains(#"name="ending""#))
    #expect(
      try client.post("/reviews/a/form", form: ["score": "2", "ending": ending]).status == 303)
    #expect(try tenant.endings() == [nil])
  }

  @Test("What is wrong comes back with the ending", arguments: Engine.allCases)
  func mistake(engine: Engine) throws {
    let client = try ReviewTenant(engine).withService().serve().client()
    let page = try client.post("/reviews/a/form", form: ["ending": "error"])
    #expect(page.status == 422)
    #expect(page.text.contains(#"name="ending" value="error""#))
    #expect(page.text.contains("ご不便をおかけしました"))
  }

  @Test("A program says it, reads it back, and is told what it may say", arguments: Engine.allCases)
  func api(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let harness = try tenant.serve()
    let reader = try harness.client(token: tenant.token(["reviews:read"]))
    for ending in Ending.allCases {
      let answer = try harness.client().post(
        Self.responses, json: #"{"score":4,"ending":"\#(ending.rawValue)"}"#)
      #expect(answer.status == 201)
      let location = try #require(answer.headers["Location"])
      #expect(try reader.get(location).text.contains(#""ending":"\#(ending.rawValue)""#))
    }
    let refused = try harness.client().post(Self.responses, json: #"{"score":4,"ending":"maybe"}"#)
    #expect(refused.status == 422)
    #expect(refused.text.contains("ending") && refused.text.contains("done、refused、error"))
    #expect(Set(try tenant.endings()) == ["done", "refused", "error"])
  }

  @Test("Files bring it in and take it out, as their last column", arguments: Engine.allCases)
  func files(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.load(
      "review-responses", "service,score,ending,at\na,1,refused,2026-03-01\na,5,,2026-03-02\n")
    let exported = try tenant.export("review-responses")
    #expect(exported.hasPrefix("id,") && exported.contains(",question_set,ending\n"))
    #expect(exported.contains("short/1,refused\n") && exported.contains("short/1,\n"))
    #expect(try tenant.load("review-responses", exported).unchanged == 2)
    let staff = try tenant.client(.viewer, on: tenant.serve())
    let file = try staff.get("/staff/reviews/exports/responses.csv").text
    #expect(file.contains(",question_set,ending\r\n") && file.contains("short/1,refused\r\n"))
    let records = try staff.get("/staff/reviews/exports/feedback-records.json").text
    #expect(records.contains(#"\"ending\":\"refused\""#))
    let bad = try tenant.dryRun("review-responses", "service,score,ending\na,1,maybe\n")
    #expect(!bad.isAccepted)
  }

  @Test("An empty ending makes no other response of a row", arguments: Engine.allCases)
  func identity(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let rows = "a,4,はやい,2026-03-01"
    try tenant.load("review-responses", "service,score,comment,at\n\(rows)\n")
    try tenant.load("review-responses", "service,score,comment,at,ending\n\(rows),\n")
    #expect(try tenant.endings() == [nil])
    try tenant.load("review-responses", "service,score,comment,at,ending\n\(rows),done\n")
    #expect(try tenant.endings().count == 2)
  }

  @Test(
    "It is counted only where it was said, and counted out with spam", arguments: Engine.allCases)
  func counts(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let client = try tenant.serve().client()
    func counts() throws -> [Measure: [String: Int]] {
      let service = try #require(Slug("a"))
      let figures = try tenant.store.read { try LiveFigures.of(service, in: $0) }
      return figures.measures.filter { $0.key == .ending || $0.key == .endingScore }
    }
    _ = try client.post(Self.responses, json: #"{"score":5}"#)
    #expect(try counts().isEmpty)
    let sent = try client.post(Self.responses, json: #"{"score":2,"ending":"refused"}"#)
    #expect(try counts() == [.ending: ["refused": 1], .endingScore: ["refused 2": 1]])
    let id = try #require(
      sent.headers["Location"]?.split(separator: "/").last.flatMap { UUIDv7(String($0)) })
    try tenant.store.write { transaction in
      var changes = CountChanges()
      try ResponseStore.setCounted(false, id, counting: &changes, in: transaction)
      try changes.apply(in: transaction)
    }
    #expect(try counts().isEmpty)
  }

  @Test(
    "Endings are published by tens, and only of a service that publishes them",
    arguments: Engine.allCases)
  func published(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let harness = try tenant.serve()
    let staff = try tenant.client(.administrator, on: harness)
    let reader = try harness.client(token: tenant.token(["reviews:read"]))
    func send(_ ending: Ending, _ count: Int) throws {
      let rows = (0..<count).map { "a,3,\(ending.rawValue),\(ending.rawValue)-\($0)" }
      try tenant.load(
        "review-responses", "service,score,ending,place\n" + rows.joined(separator: "\n"))
    }
    func told(_ client: TestClient) throws -> [String: Int]? {
      try client.get(Self.statistics).json(as: Statistics.self).endings
    }
    try send(.done, 7)
    try send(.refused, 2)
    try tenant.load("review-tallies", "service,score,responses\na,3,40\n")
    #expect(try told(reader) == ["done": 7, "refused": 2, "error": 0])
    #expect(try told(harness.client()) == nil)
    try send(.error, 1)
    #expect(try told(harness.client()) == nil)
    #expect(!(try harness.client().get("/reviews/a").text.contains("どのように終わったか")))
    let saved = try staff.post(
      "/staff/reviews/services/a/publication", form: ["fields": "mean", "fields": "endings"])
    #expect(saved.status == 303)
    #expect(try told(harness.client()) == ["done": 7, "refused": 2, "error": 1])
    #expect(try harness.client().get("/reviews/a").text.contains("どのように終わったか"))
  }

  @Test("Staff see it and filter by it", arguments: Engine.allCases)
  func staff(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let harness = try tenant.serve()
    let viewer = try tenant.client(.viewer, on: harness)
    for (ending, comment) in [("refused", "断られた声"), ("error", "止まった声")] {
      _ = try harness.client().post(
        Self.responses, json: #"{"score":2,"ending":"\#(ending)","comment":"\#(comment)"}"#)
    }
    let list = try viewer.get("/staff/reviews/responses?ending=refused").text
    #expect(list.contains("断られた声") && !list.contains("止まった声"))
    #expect(list.contains(#"<option value="refused" selected"#))
    #expect(try viewer.get("/staff/reviews/responses?ending=maybe").text.contains("止まった声"))
    let inbox = try viewer.get("/staff/reviews/cases/1").text
    #expect(inbox.contains("どのように終わったか") && inbox.contains("認められなかった"))
  }

  @Test(
    "The overview tells how satisfied people were by how it ended", arguments: Engine.allCases)
  func overview(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let viewer = try tenant.client(.viewer, on: tenant.serve())
    #expect(!(try viewer.get("/staff/reviews/overview").text.contains("終わり方ごとの満足")))
    try tenant.load(
      "review-responses",
      "service,score,ending,place\na,5,done,1\na,4,done,2\na,1,done,3\na,2,refused,4\na,5,,5\n")
    let page = try viewer.get("/staff/reviews/overview").text
    #expect(page.contains("終わり方ごとの満足"))
    #expect(page.contains("67%（3件）") && page.contains("0%（1件）"))
  }
}

extension ReviewTenant {
  /// The ending of each response, in the order they came.
  fileprivate func endings() throws -> [String?] {
    try store.read {
      try $0.all("SELECT ending FROM reviews_responses ORDER BY id") { try $0.textOrNil(0) }
    }
  }
}
