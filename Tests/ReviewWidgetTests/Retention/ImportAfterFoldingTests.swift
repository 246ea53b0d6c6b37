import ReviewWidget
import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText

@Suite("Imports of responses that are not kept any more") struct ImportAfterFoldingTests {
  private static let old = "0190163d-8694-739b-aea5-966c26f8ad91"

  /// A tenant whose ratings up to 1 March 2026 have become counts.
  private func folded(_ engine: Engine) throws -> ReviewTenant {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.keep(texts: 0, ratings: 30)
    try tenant.load("review-responses", Self.file)
    try tenant.endKeeping(after: 0)
    return tenant
  }

  private static let file = """
    id,service,score,comment,at
    ,a,5,,2026-02-01T00:00:00Z
    ,a,4,良い,2026-02-01T00:00:00Z
    ,a,3,,2026-03-01T00:00:00Z
    ,a,2,,2026-03-20T00:00:00Z

    """

  @Test(
    "What may be counted already is refused, in words that say why and what to do",
    arguments: Engine.allCases)
  func refused(engine: Engine) throws {
    let tenant = try folded(engine)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses") == 2)
    let expected = [2, 4].map { line in
      "line \(line), column 5 (at): Up to 2026-03-01 only counts of responses are kept, and this "
        + "one may be among them. Leave out the rows up to that day; what was never counted can be "
        + "imported as review-tallies."
    }
    for report in [
      try tenant.dryRun("review-responses", Self.file),
      try tenant.load("review-responses", Self.file),
    ] {
      #expect(report.problems.first.map { $0.text(.en) } == expected)
    }
    #expect(try tenant.rollups() == tenant.recounted())
    #expect(try tenant.rollups().values.reduce(0, +) == 4)
  }

  @Test(
    "Rows of those days that are still stored, and rows of later days, are taken as ever",
    arguments: Engine.allCases)
  func taken(engine: Engine) throws {
    let tenant = try folded(engine)
    let report = try tenant.load(
      "review-responses",
      """
      service,score,comment,at
      a,4,良い,2026-02-01T00:00:00Z
      a,2,,2026-03-20T00:00:00Z
      a,1,,2026-03-02T00:00:00Z

      """)
    #expect([report.created, report.updated, report.unchanged] == [1, 0, 2])
    #expect(try tenant.rollups() == tenant.recounted())
  }

  @Test(
    "An id tells its time where the row does not, or another", arguments: Engine.allCases,
    ["", "2026-03-25T00:00:00Z"])
  func timeOfID(engine: Engine, time: String) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.keep(texts: 0, ratings: 30)
    try tenant.load("review-responses", "service,score,at\na,5,2026-02-01T00:00:00Z\n")
    let id = try #require(
      try tenant.export("review-responses").split(separator: "\n").last?.split(separator: ",").first
    )
    try tenant.endKeeping(after: 0)
    let report = try tenant.load("review-responses", "id,service,score,at\n\(id),a,5,\(time)\n")
    #expect(report.problems.count == 1)
    #expect(try tenant.rollups() == ["a 2026-02 5": 1])
  }

  @Test(
    "A file that waits to be confirmed keeps what it was checked against, for a day at most",
    arguments: Engine.allCases)
  func waiting(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.keep(texts: 10, ratings: 30)
    try tenant.load("review-responses", "service,score,at\na,5,2026-02-01T00:00:00Z\n")
    try tenant.store.write { transaction in
      try transaction.execute(
        """
        INSERT INTO yui_imports
          (id, module, dataset, file_name, digest, row_count, parts, state, next_part, created,
           updated, unchanged, checked_at)
        VALUES (\(Self.old), 'reviews', 'review-responses', 'a.csv', '', 0, 0, 'waiting', 0, 0, 0,
          0, \(ReviewTenant.now))
        """)
    }
    try tenant.endKeeping(after: 1)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses") == 1)
    try tenant.endKeeping(after: 2)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses") == 0)
  }

  @Test(
    "Text that would go the next day does not come in, and does not come back",
    arguments: Engine.allCases)
  func oldText(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.keep(texts: 30, ratings: 0)
    let file = """
      service,score,reasons,comment,at
      a,5,time;駐車場,名前の書かれた声,2026-02-01T00:00:00Z
      a,4,,新しい声,2026-03-20T00:00:00Z
      a,3,,日付のない声,

      """
    let report = try tenant.load("review-responses", file)
    #expect(report.created == 3)
    #expect(
      report.notes.first.map { $0[.en] } == [
        "Free text older than the 30 days for which it is kept is left out; the rating is not."
      ])
    let exported = try tenant.export("review-responses")
    #expect(!exported.contains("名前の書かれた声"))
    #expect(!exported.contains("駐車場"))
    #expect(exported.contains("新しい声"))
    #expect(exported.contains("日付のない声"))

    let later = ReviewTenant.later(60)
    let again = try tenant.load("review-responses", file, at: later)
    #expect([again.created, again.updated, again.unchanged] == [0, 2, 1])
    #expect(try !tenant.export("review-responses").contains("声"))
    #expect(try tenant.rollups() == tenant.recounted())
  }
}
