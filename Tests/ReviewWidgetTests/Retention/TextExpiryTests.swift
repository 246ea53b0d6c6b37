@testable import ReviewWidget
import Testing
import YuiCasework
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText

@Suite("Free text that grows old") struct TextExpiryTests {
  private static let words = "駐車場で山田さんに助けられた"

  private static let file = """
    id,service,score,reasons,comment,at
    0190163d-8694-739b-aea5-966c26f8ad91,a,5,positive:time;positive:other:\(words);positive:other:別,\(words),2026-03-01T00:00:00Z
    0190163d-8694-739b-aea5-966c26f8ad92,a,4,,\(words),2026-03-30T00:00:00Z

    """

  @Test(
    "It leaves the response, the search and every table; the answers and figures stay",
    arguments: Engine.allCases)
  func erased(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.load("review-responses", Self.file)
    try tenant.keep(texts: 30, ratings: 0)
    try tenant.catchUp()
    try tenant.readWords()
    #expect(try tenant.found("山田") == 2)
    #expect(
      try tenant.count("SELECT COUNT(*) FROM reviews_keywords_counted WHERE words <> ''") == 2)
    #expect(try tenant.rows(holding: Self.words) > 2)
    try tenant.workOnCases(writing: Self.words)
    let counts = try tenant.counts().filter { !$0.contains(" keyword ") }
    try tenant.endKeeping(after: 0)
    #expect(try tenant.found("山田") == 1)
    #expect(
      try tenant.export("review-responses").contains(
        "0190163d-8694-739b-aea5-966c26f8ad91,a,5,positive:time;positive:other,,"))
    try tenant.endKeeping(after: 60)
    #expect(try tenant.found("山田") == 0)
    try tenant.readWords()
    #expect(try tenant.rows(holding: Self.words) == 0)
    #expect(try tenant.rows(holding: "山田") == 0)
    #expect(try tenant.rows(holding: TextFolding.fold(Self.words)) == 0)
    #expect(try tenant.counts().filter { !$0.contains(" keyword ") } == counts)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses") == 2)
    let entry = try tenant.store.read { try AuditLog.entries(before: .max, limit: 1, in: $0) }.first
    #expect(
      entry?.content?.event.details == [
        "folded": "0", "textsErased": "1", "textsFrom": "2026-05-01",
      ])
  }

  @Test("A text that waits to be indexed is not indexed after all", arguments: Engine.allCases)
  func notIndexed(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.load("review-responses", Self.file)
    try tenant.keep(texts: 30, ratings: 0)
    try tenant.endKeeping(after: 60)
    try tenant.catchUp()
    #expect(try tenant.rows(holding: TextFolding.fold(Self.words)) == 0)
  }

  @Test(
    "Without its text a response is a rating, and becomes a count as one",
    arguments: Engine.allCases)
  func folds(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.load("review-responses", Self.file)
    try tenant.keep(texts: 30, ratings: 10)
    try tenant.endKeeping(after: 15)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses") == 1)
    try tenant.endKeeping(after: 60)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses") == 0)
    #expect(try tenant.rollups() == ["a 2026-03 4": 1, "a 2026-03 5": 1])
    #expect(try tenant.rollups() == tenant.recounted())
  }

  @Test("Texts go in slices of a hundred", arguments: Engine.allCases)
  func slices(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let rows = (0..<250).map { "a,3,声\($0),2026-02-01\n" }.joined()
    try tenant.load("review-responses", "service,score,comment,at\n" + rows)
    try tenant.keep(texts: 30, ratings: 0)
    #expect(try tenant.endKeeping(after: 0) == 3)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses WHERE comment = ''") == 250)
  }

  @Test("Public pages that are kept are out of date when a text goes", arguments: Engine.allCases)
  func publicVersion(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.load("review-responses", Self.file)
    try tenant.keep(texts: 30, ratings: 0)
    let before = tenant.store.publicVersion.number
    try tenant.endKeeping(after: 0)
    #expect(tenant.store.publicVersion.number > before)
  }
}

extension ReviewTenant {
  /// Counts the words of comments, as a task does.
  fileprivate func readWords() throws {
    for task in ReviewWidget().tasks where task.name == "keywords" {
      while try task.run(store, .fixed(Self.now)) {}
    }
  }

  /// Writes a note and a reply, which is released, on every case.
  fileprivate func workOnCases(writing text: String) throws {
    let hand = CaseHand(AuditActor(.account, name: "sato@city.example.jp"), at: Self.now)
    try store.write { transaction in
      let numbers = try transaction.all("SELECT number FROM reviews_cases ORDER BY number") {
        try $0.int(0)
      }
      #expect(numbers.count == 2)
      for number in numbers {
        try ReviewCases.store.note(text, on: number, by: hand, in: transaction)
        _ = try ReviewCases.store.draftReply(text, to: number, by: hand, in: transaction)
        _ = try ReviewCases.store.releaseReply(to: number, by: hand, in: transaction)
      }
    }
  }

  fileprivate func found(_ words: String) throws -> Int {
    try count(
      "SELECT COUNT(*) FROM reviews_responses WHERE \(ResponseStore.comments.match(words, id: "id"))"
    )
  }

  /// How many values of all tables of the tenant hold a text.
  func rows(holding text: String) throws -> Int {
    try store.read { snapshot in
      try snapshot.tables().reduce(0) { sum, table in
        let columns = SQL.joined(table.columns.map(SQL.name), separator: ", ")
        let values = try snapshot.all("SELECT \(columns) FROM \(SQL.name(table.name))") { row in
          try table.columns.indices.map { try row.value($0) }
        }
        return sum
          + values.joined().count { value in
            switch value {
            case .text(let stored): stored.contains(text)
            case .blob(let bytes): String(decoding: bytes, as: UTF8.self).contains(text)
            case .null, .integer, .real: false
            }
          }
      }
    }
  }
}
