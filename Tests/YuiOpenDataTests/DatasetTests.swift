import Testing
import YuiOpenData
import YuiText

@Suite("Reading datasets")
struct DatasetTests {
  static let tallies = definition()

  static func definition(keepsExtraColumns: Bool = false) -> DatasetDefinition {
    DatasetDefinition(
      name: "review-tallies", title: LocalizedText(ja: "集計", en: "Tallies"),
      columns: [
        DatasetColumn("service", label: LocalizedText(ja: "サービス", en: "Service"), isRequired: true),
        DatasetColumn("score", label: LocalizedText(ja: "評点", en: "Score"), isRequired: true),
        DatasetColumn(
          "responses", label: LocalizedText(ja: "件数", en: "Responses"), isRequired: true),
        DatasetColumn("month", label: LocalizedText(ja: "年月", en: "Month")),
      ], keepsExtraColumns: keepsExtraColumns)
  }

  struct Tally: Equatable {
    var service: String
    var score: Int
    var responses: Int
    var month: YearMonth?
  }

  func read(
    _ text: String, _ definition: DatasetDefinition = tallies
  ) throws -> ([Tally], ImportReport) {
    var tallies: [Tally] = []
    let file = TableFile(Array(text.utf8))
    let report = try DatasetTable(file, definition: definition).read { row, report in
      tallies.append(
        Tally(
          service: try row.required("service", .text(max: 10)),
          score: try row.required("score", .integer(in: 1...5)),
          responses: try row.required("responses", .integer(in: 0...1_000_000)),
          month: try row.optional("month", .month)))
      report.created += 1
    }
    return (tallies, report)
  }

  @Test("A right file is read without a word")
  func right() throws {
    let (tallies, report) = try read(
      "service,score,responses,month\r\n窓口,5,12,2026-04\r\n窓口,4,3,\r\n")
    #expect(
      tallies == [
        Tally(service: "窓口", score: 5, responses: 12, month: YearMonth(iso: "2026-04")),
        Tally(service: "窓口", score: 4, responses: 3),
      ])
    #expect(report.isAccepted)
    #expect(report.rows == 2)
    #expect(report.created == 2)
    #expect(report.repairs.isEmpty)
  }

  @Test(
    "Names and Japanese labels match after NFKC, in any order, with or without optional columns",
    arguments: [
      "score,service,responses", "ＳＣＯＲＥ, Service ,responses", "評点,サービス,件数", "評点,ｻｰﾋﾞｽ,件数",
      "score,サービス,responses,",
    ])
  func headers(header: String) throws {
    let extra = header.hasSuffix(",") ? "," : ""
    let (tallies, report) = try read("\(header)\n5,窓口,1\(extra)\n")
    #expect(report.isAccepted)
    #expect(tallies == [Tally(service: "窓口", score: 5, responses: 1)])
  }

  static let libraries = DatasetDefinition(
    name: "libraries", title: LocalizedText(ja: "図書館", en: "Libraries"),
    columns: [
      DatasetColumn(
        "名称", label: LocalizedText(ja: "館名", en: "Name"), aliases: ["施設名", "名称_通称"],
        isRequired: true),
      DatasetColumn("住所", label: LocalizedText(ja: "住所", en: "Address"), aliases: ["所在地_連結表記"]),
      // Its label is another column's alias, which wins.
      DatasetColumn("通称", label: LocalizedText(ja: "施設名", en: "Byname")),
    ], keepsExtraColumns: true)

  @Test(
    "A column goes by its names of other layouts too, whatever their width",
    arguments: ["名称,住所", "施設名,所在地_連結表記", "館名,住所", "名称＿通称,所在地＿連結表記"])
  func aliases(header: String) throws {
    var cells: [String] = []
    let report = try DatasetTable(
      TableFile(Array("\(header)\n中央,1-1\n".utf8)), definition: Self.libraries
    ).read { row, _ in cells = [row["名称"], row["住所"], row["通称"]] }
    #expect(report.isAccepted)
    #expect(cells == ["中央", "1-1", ""])
  }

  @Test("Two names of one column are told as the same column")
  func doubledAlias() throws {
    let report = try DatasetTable(
      TableFile(Array("施設名,名称\n中央,中央\n".utf8)), definition: Self.libraries
    ).read { _, _ in }
    #expect(
      report.problems.first.first?.text(.en)
        == "line 1, column 2 (名称): Column 1 is the same column. Remove one of them.")
  }

  @Test("A row tells which columns its file has, known and extra")
  func columnsOfFile() throws {
    let report = try DatasetTable(
      TableFile(Array("施設名,郵便番号,階\n中央,,2\n".utf8)), definition: Self.libraries
    ).read { row, _ in
      #expect(row.columns == ["名称"])
      #expect(row.extraNames == ["郵便番号", "階"])
      #expect(row.extras.map(\.name) == ["階"])
    }
    #expect(report.rows == 1)
  }

  @Test(
    "A wrong header is told with a way to mend it",
    arguments: [
      ("", "line 1: The file is empty."),
      (
        "service,scroe,responses\n",
        "line 1, column 2 (scroe): There is no such column. Did you mean “score”?"
      ),
      (
        "service,score,responses,colour\n",
        "line 1, column 4 (colour): There is no such column. Remove it."
      ),
      ("service,score,responses,評点\n", "line 1, column 4 (評点): Column 2 is the same column."),
      (
        "service,score\n", "line 1: The required column “responses” (Responses) is missing. Add it."
      ),
      ("service\tscore\tresponses\n", "See that values are separated by commas"),
      (
        "\nservice,score,\"responses\n",
        "line 2, column 3: The quote (\") that begins here is not closed."
      ),
    ])
  func wrongHeaders(text: String, message: String) throws {
    let (tallies, report) = try read(text)
    #expect(report.problems.first.contains { $0.text(.en).contains(message) })
    #expect(tallies.isEmpty)
    #expect(report.rows == 0)
  }

  @Test("All that a row has wrong is told where its reader goes on behind what is refused")
  func everyProblem() throws {
    let file = TableFile(Array("service,score,responses\n,9,many\n窓口,5,1\n窓口,0,1\n".utf8))
    var taken = 0
    let report = try DatasetTable(file, definition: Self.tallies).read { row, _ in
      _ = try row.attempt { try $0.required("service", .text(max: 10)) }
      _ = try row.attempt { try $0.required("score", .integer(in: 1...5)) }
      _ = try row.attempt { try $0.required("responses", .integer(in: 0...10)) }
      try row.check()
      taken += 1
    }
    #expect(taken == 1)
    #expect(
      report.problems.first.map { "\($0.line) \($0.column?.name ?? "")" } == [
        "2 service", "2 score", "2 responses", "4 score",
      ])
  }

  @Test("A row with a fault is not accepted, whatever its reader makes of it")
  func unchecked() throws {
    let file = TableFile(Array("service,score,responses\n,9,1\n".utf8))
    let report = try DatasetTable(file, definition: Self.tallies).read { row, _ in
      _ = try row.attempt { try $0.required("score", .integer(in: 1...5)) }
    }
    #expect(report.problems.count == 1)
  }

  @Test("Every wrong row is reported with line, column and name, and reading goes on")
  func wrongRows() throws {
    let (tallies, report) = try read(
      """
      service,score,responses,month
      窓口,6,1,
      窓口,5.5,1,
      窓口,,1,
      窓口,5,-1,
      窓口,5,99999999999999999999,
      窓口,5,1,2026-13
      窓口,5,1
      窓口,5,1,,
      長すぎるサービスの名前,5,1,
      窓\u{0}口,5,1,
      窓口,5,1,2026-04
      """)
    #expect(tallies.count == 1)
    #expect(report.rows == 11)
    #expect(report.problems.first.map(\.line) == Array(2...11))
    #expect(
      report.problems.first.map { $0.column?.name }
        == [
          "score", "score", "score", "responses", "responses", "month", nil, nil, "service",
          "service",
        ])
    #expect(
      report.problems.first.first?.text(.en)
        == "line 2, column 2 (score): “6” is not accepted. Enter a whole number from 1 to 5.")
    #expect(
      report.problems.first.first?.text(.ja)
        == "2行目 2列目（score）：「6」は使えません。1から5までの整数を入力してください。")
  }

  @Test("A quote that is not closed ends the file with the column's name")
  func brokenQuote() throws {
    let (tallies, report) = try read("service,score,responses\na,5,1\nb,\"5,1\n")
    #expect(tallies.count == 1)
    #expect(report.problems.first.first?.column == TableColumn(number: 2, name: "score"))
    #expect(report.problems.first.first?.line == 3)
  }

  @Test("What is read in another form is reported as a repair")
  func repairs() throws {
    let (tallies, report) = try read("service,score,responses,month\n 窓口 ,５,\"1,234\",2026年4月\n")
    #expect(
      tallies == [
        Tally(service: "窓口", score: 5, responses: 1_234, month: YearMonth(iso: "2026-04"))
      ])
    #expect(report.isAccepted)
    #expect(report.repairs.first.map(\.from) == [" 窓口 ", "５", "1,234", "2026年4月"])
    #expect(report.repairs.first.map(\.to) == ["窓口", "5", "1234", "2026-04"])
    #expect(
      report.repairs.first.last?.text(.en)
        == "line 2, column 4 (month): “2026年4月” read as “2026-04”")
  }

  @Test("Blank rows are passed over, and cells of nameless columns must be empty")
  func blanks() throws {
    let (tallies, report) = try read("service,score,responses,\n,,,\n\na,5,1,\nb,5,1,x\n , ,,\n")
    #expect(tallies.count == 1)
    #expect(report.rows == 2)
    #expect(report.problems.first.map(\.line) == [5])
  }

  @Test("Extra columns are kept where the dataset keeps them")
  func extras() throws {
    var extras: [[String]] = []
    let text = "service,備考,score,responses,色\na,メモ,5,1,\nb,,5,1,青\n"
    let report = try DatasetTable(
      TableFile(Array(text.utf8)), definition: Self.definition(keepsExtraColumns: true)
    ).read { row, _ in
      extras.append(row.extras.flatMap { [$0.name, $0.value] })
    }
    #expect(report.isAccepted)
    #expect(extras == [["備考", "メモ"], ["色", "青"]])
    let (_, doubled) = try read(
      "service,備考,備考,score,responses\n", Self.definition(keepsExtraColumns: true))
    #expect(doubled.problems.count == 1)
  }

  @Test("The importer's own problems and other errors")
  func ownProblems() throws {
    struct Stop: Error {}
    let file = Array("service,score,responses\na,5,1\nb,5,1\n".utf8)
    let message = LocalizedText(ja: "不明", en: "unknown")
    let report = try DatasetTable(TableFile(file), definition: Self.tallies).read { row, _ in
      throw row.problem(in: row["service"] == "a" ? "service" : "month", message)
    }
    #expect(
      report.problems.first.map { $0.text(.en) } == [
        "line 2, column 1 (service): unknown", "line 3: month: unknown",
      ])
    #expect(throws: Stop.self) {
      try DatasetTable(TableFile(file), definition: Self.tallies).read { _, _ in throw Stop() }
    }
  }

  @Test("A thousand problems are counted, and the first 200 kept")
  func manyProblems() throws {
    let (_, report) = try read(
      "service,score,responses\n" + String(repeating: "a,9,1\n", count: 1_000))
    #expect(report.problems.count == 1_000)
    #expect(report.problems.first.count == 200)
    #expect(!report.isAccepted)
  }

  @Test("The template is read back as a file without rows")
  func template() throws {
    let file = TableFile(Self.tallies.template)
    let report = try DatasetTable(file, definition: Self.tallies).read { _, _ in }
    #expect(report.isAccepted)
    #expect(report.rows == 0)
    #expect(Self.tallies.template.starts(with: [0xEF, 0xBB, 0xBF]))
  }
}
