import ReviewWidget
import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText

@Suite struct TalliesDatasetTests {
  @Test(
    "An unknown service is created as a counter, and the dry run lists it",
    arguments: Engine.allCases)
  func unknownService(engine: Engine) throws {
    let tenant = try ReviewTenant(engine)
    let file = "service,score,responses\n職員アンケート,1,3557\n職員アンケート,2,7274\n"
    let dry = try tenant.dryRun("review-tallies", file)
    #expect(
      dry.notes.first.map { $0[.en] } == [
        "Service “職員アンケート” is unknown and becomes the counter “counter-1”."
      ])
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_services") == 0)
    let report = try tenant.load("review-tallies", file)
    #expect(report == dry)
    #expect(report.created == 2)
    #expect(try tenant.export("review-services").contains("counter-1,counter,職員アンケート,,,open,"))
    #expect(try tenant.rollups() == ["counter-1  1": 3_557, "counter-1  2": 7_274])
    #expect(try tenant.load("review-tallies", file).notes.isEmpty)
  }

  @Test("Two rows about the same count are refused, naming both lines", arguments: Engine.allCases)
  func contradiction(engine: Engine) throws {
    let tenant = try ReviewTenant(engine)
    let file = "service,score,responses,month\n窓口,3,1,2026-05\n窓口,3,2,2026-05\n"
    let report = try tenant.load("review-tallies", file)
    #expect(report.problems.first.map(\.line) == [3])
    #expect(report.problems.first.first?.message[.en].contains("Line 2") == true)
    #expect(try tenant.rollups().isEmpty)
  }

  @Test(
    "A month that nobody can mean is refused", arguments: Engine.allCases,
    ["0001-01", "1949-12", "2101-01"])
  func absurdMonth(engine: Engine, month: String) throws {
    let tenant = try ReviewTenant(engine)
    let report = try tenant.load(
      "review-tallies", "service,score,responses,month\n窓口,3,1,\(month)\n")
    #expect(report.problems.count == 1)
    #expect(try tenant.rollups().isEmpty)
  }

  @Test(
    "A re-import replaces service, score and month, and never doubles",
    arguments: Engine.allCases)
  func again(engine: Engine) throws {
    let tenant = try ReviewTenant(engine)
    let first = "service,score,responses,month\n窓口,5,10,2026-03\n窓口,5,20,\n窓口,4,5,2026-03\n"
    #expect(try tenant.load("review-tallies", first).created == 3)
    let same = try tenant.load("review-tallies", first)
    #expect([same.created, same.updated, same.unchanged] == [0, 0, 3])
    let second = "service,score,responses,month\n窓口,5,7,2026-03\n窓口,5,20,\n窓口,3,1,2026-03\n"
    let report = try tenant.load("review-tallies", second)
    #expect([report.created, report.updated, report.unchanged] == [1, 1, 1])
    #expect(
      try tenant.rollups() == [
        "counter-1 2026-03 5": 7, "counter-1  5": 20, "counter-1 2026-03 4": 5,
        "counter-1 2026-03 3": 1,
      ])
    #expect(try tenant.rollups() == tenant.recounted())
  }

  @Test("Tallies stand beside responses and do not touch them", arguments: Engine.allCases)
  func beside(engine: Engine) throws {
    let tenant = try ReviewTenant(engine)
    try tenant.load("review-services", "slug,kind,name_ja\na,counter,窓口\n")
    try tenant.load("review-responses", "service,score,at\na,5,2026-03-10T00:00:00Z\n")
    try tenant.load("review-tallies", "service,score,responses,month\na,5,10,2026-03\n")
    #expect(try tenant.rollups() == ["a 2026-03 5": 11])
    try tenant.load("review-tallies", "service,score,responses,month\na,5,0,2026-03\n")
    #expect(try tenant.rollups() == ["a 2026-03 5": 1])
  }

  @Test("What was imported is exported in the contract's columns", arguments: Engine.allCases)
  func export(engine: Engine) throws {
    let tenant = try ReviewTenant(engine)
    try tenant.load("review-services", "slug,kind,name_ja\na,counter,甲\nb,counter,乙\n")
    let file = "service,score,responses,month\na,1,5,\na,2,0,\na,1,7,2026-03\nb,5,1,2025-12\n"
    try tenant.load("review-tallies", file)
    #expect(try tenant.export("review-tallies") == file)
  }

  @Test(
    "Counts and months are read as people write them, and the repairs are listed",
    arguments: Engine.allCases)
  func repairs(engine: Engine) throws {
    let tenant = try ReviewTenant(engine)
    let file = "サービス,評価,回答数,年月\n窓口,５,\"1,234\",2026/3\n"
    let report = try tenant.load("review-tallies", file)
    #expect(report.isAccepted)
    #expect(report.repairs.count == 3)
    #expect(try tenant.rollups() == ["counter-1 2026-03 5": 1_234])
  }

  @Test(
    "A bad row is refused by line and column, and nothing of the file is kept",
    arguments: Engine.allCases,
    [
      (
        "窓口,0,1,",
        "line 3, column 2 (score): “0” is not accepted. Enter a whole number from 1 to 5."
      ),
      ("窓口,6,1,", "column 2 (score)"), ("窓口,5.5,1,", "column 2 (score)"),
      ("窓口,,1,", "column 2 (score): The value is missing."), ("窓口,-1,1,", "column 2 (score)"),
      ("窓口,5,-1,", "column 3 (responses)"), ("窓口,5,1.5,", "column 3 (responses)"),
      ("窓口,5,,", "column 3 (responses): The value is missing."),
      ("窓口,5,99999999999,", "column 3 (responses)"),
      ("窓口,5,99999999999999999999999999,", "column 3 (responses)"),
      ("窓口,5,9e9,", "column 3 (responses)"), ("窓口,5,1,2026-13", "column 4 (month)"),
      ("窓口,5,1,April", "column 4 (month)"), ("窓口,5,1,1949-12", "column 4 (month)"),
      ("窓口,5,1,2101-01", "column 4 (month)"), ("窓口,5,1,0001-01", "column 4 (month)"),
      ("良い,5,2,2026-03", "Line 2 is about the same service, score and month."),
      (",5,1,", "column 1 (service): The value is missing."),
      ("窓口,5,1", "line 3: The row has 3 values and the header 4."),
    ])
  func refused(engine: Engine, example: (row: String, problem: String)) throws {
    let (row, problem) = example
    let tenant = try ReviewTenant(engine)
    let file = "service,score,responses,month\n良い,5,1,2026-03\n\(row)\n"
    let report = try tenant.load("review-tallies", file)
    #expect(report.problems.first.map { $0.text(.en).contains(problem) } == [true])
    #expect(try tenant.rollups().isEmpty)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_services") == 0)
  }
}
