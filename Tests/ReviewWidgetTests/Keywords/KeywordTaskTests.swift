import Testing
import YuiStatistics
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWebTesting

@testable import ReviewWidget

@Suite("The words of comments")
struct KeywordTaskTests {
  private let task = KeywordTask(dictionary: "/var/lib/mecab/dic/ipadic-utf8")

  private func tenant(_ engine: Engine, _ rows: [String]) throws -> ReviewTenant {
    let tenant = try ReviewTenant(engine)
    try tenant.load("review-services", "slug,kind,name_ja\na,counter,甲\nb,counter,乙\n")
    try tenant.load(
      "review-responses", (["id,service,score,comment"] + rows).joined(separator: "\n"))
    while try task.run(tenant.store) {}
    return tenant
  }

  private func rows(_ count: Int, _ service: String, _ score: Int, _ comment: String) -> [String] {
    (0..<count).map { _ in "\(UUIDv7(at: ReviewTenant.now)),\(service),\(score),\(comment)" }
  }

  private func counts(
    _ word: String, _ service: String?, _ tenant: ReviewTenant
  ) throws -> [ScoreBand: Int] {
    try tenant.store.read {
      try KeywordStore.counts(of: [word], in: service.flatMap { Slug($0) }, from: $0)[word] ?? [:]
    }
  }

  @Test("A word counts once a comment, by service and score", arguments: Engine.allCases)
  func counting(engine: Engine) throws {
    let tenant = try tenant(
      engine,
      rows(2, "a", 1, "駐車場。駐車場が少ない。") + rows(1, "a", 5, "駐車場が広い") + rows(1, "b", 3, "窓口"))
    #expect(try counts("駐車場", "a", tenant) == [.low: 2, .high: 1])
    #expect(try counts("駐車場", nil, tenant) == [.low: 2, .high: 1])
    #expect(try counts("", nil, tenant) == [.low: 2, .high: 1, .middle: 1])
    #expect(try counts("窓口", "b", tenant) == [.middle: 1])
    #expect(try tenant.store.read { try KeywordStore.lag($0) } == 0)
  }

  @Test("A comment that changes or counts no more is counted anew", arguments: Engine.allCases)
  func changes(engine: Engine) throws {
    let rows = rows(3, "a", 1, "駐車場")
    let tenant = try tenant(engine, rows)
    try tenant.load(
      "review-responses",
      "id,service,score,comment\n" + rows[0].replacing("a,1,駐車場", with: "b,5,窓口"))
    let id = try #require(UUIDv7(String(rows[1].prefix(36))))
    try tenant.store.write { transaction in
      var changes = CountChanges()
      try ResponseStore.setCounted(false, id, counting: &changes, in: transaction)
      try changes.apply(in: transaction)
    }
    while try task.run(tenant.store) {}
    #expect(try counts("駐車場", "a", tenant) == [.low: 1])
    #expect(try counts("窓口", "b", tenant) == [.high: 1])
    #expect(try counts("駐車場", nil, tenant) == [.low: 1])
  }

  @Test("Marks for personal data are no words", arguments: Engine.allCases)
  func marks(engine: Engine) throws {
    let tenant = try tenant(engine, rows(1, "a", 1, "窓口の電話は03-1234-5678です"))
    #expect(try counts("電話番号", "a", tenant) == [:])
    #expect(try counts("窓口", "a", tenant) == [.low: 1])
  }

  @Test("Words are public only in releases, and only of ten and more", arguments: Engine.allCases)
  func publication(engine: Engine) throws {
    let tenant = try tenant(
      engine, rows(9, "a", 1, "駐車場と窓口") + rows(1, "a", 5, "窓口"))
    let slug = try #require(Slug("a"))
    func published() throws -> [PublishedWords.Word] {
      try tenant.store.read { try PublishedWords.of(slug, in: $0) }
    }
    #expect(try published() == [.init(text: "窓口", responses: 10)])
    try tenant.load(
      "review-responses",
      (["id,service,score,comment"] + rows(9, "a", 1, "駐車場")).joined(separator: "\n"))
    while try task.run(tenant.store) {}
    #expect(try published() == [.init(text: "窓口", responses: 10)], "nine more wait")
    try tenant.load(
      "review-responses",
      (["id,service,score,comment"] + rows(1, "a", 1, "駐車場")).joined(separator: "\n"))
    while try task.run(tenant.store) {}
    #expect(
      try published() == [
        .init(text: "駐車場", responses: 19), .init(text: "窓口", responses: 10),
      ])
  }

  // 20 of 40 comments here against 1 of 200 elsewhere: G² = 74.38 by SciPy.
  @Test("What is said strikingly often comes first", arguments: Engine.allCases)
  func comparison(engine: Engine) throws {
    let tenant = try tenant(
      engine,
      rows(20, "a", 1, "駐車場と窓口") + rows(20, "a", 2, "窓口") + rows(199, "b", 1, "窓口")
        + rows(1, "b", 1, "駐車場"))
    let found = try tenant.store.read {
      try KeywordComparison(of: Slug("a"), .low, in: $0)
    }
    #expect(found.comments == 40)
    #expect(found.striking.map(\.text) == ["駐車場"])
    #expect(found.words.first?.text == "窓口")
    let weight = try #require(found.striking.first).weight
    #expect(abs(weight - 74.38) < 0.01)
  }

  @Test("Without a dictionary the task says so, and comments wait", arguments: Engine.allCases)
  func noDictionary(engine: Engine) throws {
    let tenant = try ReviewTenant(engine)
    try tenant.load("review-services", "slug,kind,name_ja\na,counter,甲\n")
    let broken = KeywordTask(dictionary: "/nowhere")
    #expect(try !broken.run(tenant.store), "nothing waits")
    try tenant.load("review-responses", "service,score,comment\na,5,窓口\n")
    #expect(throws: (any Error).self) { try broken.run(tenant.store) }
    #expect(try tenant.store.read { try KeywordStore.lag($0) } == 1)
    #expect(try tenant.serve().client().get("/reviews/a").status == 200)
  }
}
