import Testing
import YuiOpenData
import YuiText

@Suite("Writing Excel workbooks")
struct XLSXWriterTests {
  static let columns = [
    DatasetColumn("code", label: LocalizedText(ja: "コード", en: "")),
    DatasetColumn("count", label: LocalizedText(ja: "件数", en: ""), kind: .number),
    DatasetColumn("on", label: LocalizedText(ja: "日付", en: ""), kind: .date),
  ]

  static func day(_ iso: String) -> TableValue { TableValue(CalendarDate(iso: iso)) }

  @Test("What was written is read back")
  func roundTrip() throws {
    let rows: [[TableValue]] = [
      [.text("00123"), .integer(5), Self.day("2026-04-01")],
      [.text("=1+1"), .number(0.1), Self.day("1900-03-01")],
      [.text("'=x"), .number(-1.5e-7), Self.day("1900-02-28")],
      [.text(" 改\n行\t<&>\" _x0041_ \u{FFFF} "), .integer(12_345_678_901_234_567), .empty],
      [.text("a\rb"), .number(.nan), Self.day("9999-12-31")],
      [.bool(true), .empty, .text("未定")],
    ]
    let writer = XLSXWriter(sheet: "a/b:c", columns: Self.columns)
    for row in rows { try writer.write(row) }
    let read = try sheetRows(writer.finish())
    #expect(read.map(\.cells) == [["code", "count", "on"]] + rows.map { $0.map(\.text) })
    #expect(read.map(\.line) == Array(1...7))
    #expect(read.allSatisfy { $0.problem == nil })
  }

  @Test("Cells of a dataset become what their columns hold, and nothing is garbled")
  func cells() throws {
    let writer = XLSXWriter(sheet: "表", columns: Self.columns)
    try writer.write(cells: ["0012", "12", "2026-04-01"])
    try writer.write(cells: ["", "012", "4月1日"])
    try writer.write(cells: ["x", "1.50", ""])
    let read = try sheetRows(writer.finish()).dropFirst().map(\.cells)
    #expect(read == [["0012", "12", "2026-04-01"], ["", "012", "4月1日"], ["x", "1.50", ""]])
  }

  @Test("A long workbook comes in pieces, the same each time")
  func pieces() throws {
    func make() throws -> (bytes: [UInt8], pieces: Int) {
      let writer = XLSXWriter(sheet: "表", columns: Self.columns)
      var (bytes, pieces): ([UInt8], Int) = ([], 0)
      for row in 1...5_000 {
        try writer.write([.text("行\(row)"), .integer(row), .empty])
        let piece = writer.take()
        if !piece.isEmpty { pieces += 1 }
        bytes += piece
      }
      return (bytes + writer.finish(), pieces)
    }
    let made = try make()
    #expect(made.pieces > 1)
    #expect(try make().bytes == made.bytes)
    let read = try sheetRows(made.bytes)
    #expect(read.count == 5_001)
    #expect(read.last?.cells == ["行5000", "5000", ""])
  }

  @Test("An empty table has its header, and a template is one")
  func empty() throws {
    let definition = DatasetDefinition(
      name: "x", title: LocalizedText(ja: "名簿", en: ""), columns: Self.columns)
    #expect(try sheetRows(definition.workbookTemplate).map(\.cells) == [["code", "count", "on"]])
  }

  @Test("What a cell cannot hold is refused with its row")
  func tooLong() throws {
    let writer = XLSXWriter(sheet: "表", columns: Self.columns)
    try writer.write([.text(String(repeating: "あ", count: 32_767)), .empty, .empty])
    #expect(throws: XLSXWriter.Failure.tooLongText(row: 3)) {
      try writer.write([.text(String(repeating: "あ", count: 32_768)), .empty, .empty])
    }
  }
}
