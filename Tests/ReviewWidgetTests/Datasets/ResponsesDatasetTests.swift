import ReviewWidget
import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText

@Suite struct ResponsesDatasetTests {
  private static let header =
    "id,service,score,reasons,comment,channel,place,language,at,goal,ease,clarity,nps,question_set,"
    + "ending"

  @Test(
    "Responses are exported as they were imported, and an import of that changes nothing",
    arguments: Engine.allCases)
  func roundTrip(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let file = #"""
      \#(Self.header)
      0190163d-8694-739b-aea5-966c26f8ad91,a,5,positive:time;negative:other:駐車場,"一行目
      二行目, ""引用""",kiosk,window-3,en,2026-03-01T00:00:00.250Z,partly,4,5,0,full/1,refused
      0190163d-8694-739b-aea5-966c26f8ad92,a,1,,'=1+1,web,,ja,,,,,,short/1,

      """#
    #expect(try tenant.load("review-responses", file).created == 2)
    #expect(try tenant.export("review-responses") == file)
    let later = ReviewTenant.now.adding(seconds: 86_400)
    let again = try tenant.load("review-responses", file, at: later)
    #expect([again.created, again.updated, again.unchanged] == [0, 0, 2])
    #expect(try tenant.export("review-responses") == file)
    #expect(try tenant.rollups() == ["a 2026-03 5": 1, "a  1": 1])
    #expect(
      try tenant.count("SELECT COUNT(*) FROM reviews_responses WHERE comment = '=1+1'") == 1)
  }

  @Test(
    "A changed row with an id changes the response, and the counts follow",
    arguments: Engine.allCases)
  func change(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let id = "0190163d-8694-739b-aea5-966c26f8ad91"
    try tenant.load("review-responses", "id,service,score,at\n\(id),a,5,2026-03-01T00:00:00Z\n")
    let report = try tenant.load(
      "review-responses", "id,service,score,at\n\(id.uppercased()),窓口,2,2026-02-01T00:00:00Z\n")
    #expect(report.updated == 1)
    #expect(try tenant.rollups() == ["a 2026-02 2": 1])
  }

  @Test(
    "Without ids a re-import never doubles, and equal rows of one file stay two",
    arguments: Engine.allCases,
    [
      "service,score,comment\na,5,良い\na,5,良い\na,5,\na,4,良い\n",
      """
      service,score,at
      a,5,2026-03-01T00:00:00Z
      a,5,2026-03-01T00:00:00Z
      a,5,
      a,5,2026-03-02T00:00:00Z

      """,
    ])
  func withoutIDs(engine: Engine, file: String) throws {
    let tenant = try ReviewTenant(engine).withService()
    #expect(try tenant.load("review-responses", file).created == 4)
    let later = ReviewTenant.now.adding(seconds: 3 * 86_400)
    let again = try tenant.load("review-responses", file, at: later)
    #expect([again.created, again.updated, again.unchanged] == [0, 0, 4])
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses") == 4)
    #expect(try tenant.rollups() == tenant.recounted())
  }

  @Test(
    "A response to an unknown service is refused; it is not created", arguments: Engine.allCases)
  func unknownService(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let report = try tenant.load("review-responses", "service,score\na,5\n税,4\n")
    #expect(
      report.problems.first.map { $0.text(.en) } == [
        "line 3, column 1 (service): Service “税” is unknown. Import review-services first."
      ])
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses") == 0)
    #expect(try tenant.rollups().isEmpty)
  }

  @Test(
    "Two rows of one id contradict each other, or say the same twice: both are refused",
    arguments: Engine.allCases)
  func sameID(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let id = "0190163d-8694-739b-aea5-966c26f8ad91"
    let report = try tenant.load(
      "review-responses", "id,service,score\n\(id),a,5\n\(id.uppercased()),a,4\n")
    #expect(
      report.problems.first.map { $0.text(.en) } == [
        "line 3, column 1 (id): Line 2 has the same id. Keep one of them."
      ])
    #expect(try tenant.rollups().isEmpty)
  }

  @Test("A closed service may still be given the responses it had", arguments: Engine.allCases)
  func closedService(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService(status: "closed")
    #expect(try tenant.load("review-responses", "service,score\na,5\n").created == 1)
  }

  @Test(
    "A bad row is refused by line and column, and nothing of the file is kept",
    arguments: Engine.allCases,
    [
      ("score", "6", "column 3 (score): “6” is not accepted."),
      ("score", "", "column 3 (score): The value is missing."),
      ("score", "5.5", "column 3 (score)"), ("id", "1", "column 1 (id): “1” is not accepted."),
      ("id", "0190163d-8694-439b-aea5-966c26f8ad91", "column 1 (id)"),
      ("reasons", String(repeating: "長", count: 51), "column 4 (reasons)"),
      ("reasons", "a;b;c;d;e;f;g;h;i;j;k", "column 4 (reasons): Choose at most 10 reasons."),
      (
        "comment", String(repeating: "長", count: 1_001),
        "column 5 (comment): Keep the comment to 1,000 characters (1 too many)."
      ),
      ("comment", "a\u{0}b", "column 5 (comment)"), ("comment", "a\u{7}b", "column 5 (comment)"),
      ("channel", "fax", "column 6 (channel)"),
      ("place", String(repeating: "階", count: 41), "column 7 (place)"),
      ("language", "xx", "column 8 (language)"), ("at", "yesterday", "column 9 (at)"),
      ("at", "2026-02-30T00:00:00Z", "column 9 (at)"),
      ("at", "1949-12-31T00:00:00Z", "column 9 (at)"),
      ("at", "2101-01-01T00:00:00Z", "column 9 (at)"),
    ])
  func refused(engine: Engine, example: (column: String, value: String, problem: String)) throws {
    let (column, value, problem) = example
    let tenant = try ReviewTenant(engine).withService()
    let columns = Self.header.split(separator: ",").map(String.init)
    let good = ["service": "a", "score": "5"]
    let bad = good.merging([column: value]) { _, new in new }
    let rows = [good, bad].map { row in columns.map { row[$0] ?? "" }.joined(separator: ",") }
    let file = ([Self.header] + rows).joined(separator: "\n") + "\n"
    let report = try tenant.load("review-responses", file)
    let texts = report.problems.first.map { $0.text(.en) }
    #expect(texts.count == 1)
    #expect(texts.first?.hasPrefix("line 3, \(problem)") == true)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses") == 0)
  }

  @Test("A comment of exactly a thousand characters is taken", arguments: Engine.allCases)
  func longest(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let comment = String(repeating: "👍🏽", count: 1_000)
    #expect(
      try tenant.load("review-responses", "service,score,comment\na,5,\(comment)\n").created == 1)
    #expect(try tenant.export("review-responses").contains(comment))
  }

  @Test(
    "A template has the columns of the contract",
    arguments: [
      ("review-services", "slug,kind,name_ja,name_en,department,status,url"),
      ("review-tallies", "service,score,responses,month"),
      ("review-responses", header),
    ])
  func templates(name: String, columns: String) throws {
    let dataset = try #require(ReviewWidget().datasets.first { $0.definition.name == name })
    #expect(
      String(decoding: dataset.definition.template, as: UTF8.self) == "\u{FEFF}\(columns)\r\n")
  }
}

extension ReviewTenant {
  /// The tenant with one service, `a`.
  func withService(status: String = "open") throws -> ReviewTenant {
    try load("review-services", "slug,kind,name_ja,status\na,counter,窓口,\(status)\n")
    return self
  }
}
