import Testing
import YuiOpenData
import YuiStorage

@testable import ReviewWidget

@Suite("Files for other programs")
struct ExportTableTests {
  /// Rows that a test names, two a page.
  struct Sample: ExportTable {
    let columns = ["name", "count"]
    let all: [[TableValue]]

    func rows(
      after cursor: String, in source: some Queryable
    ) throws
      -> (rows: [[TableValue]], next: String?)
    {
      page(after: cursor)
    }

    func page(after cursor: String) -> (rows: [[TableValue]], next: String?) {
      let start = Int(cursor) ?? 0
      let end = min(start + 2, all.count)
      return (Array(all[start..<end]), end < all.count ? String(end) : nil)
    }
  }

  private func text(_ rows: [[TableValue]], _ format: TableFileWriter.Form) throws -> String {
    var bytes: [UInt8] = []
    let sample = Sample(all: rows)
    let count = try sample.write(
      as: format, byteOrderMark: false, reading: sample.page, to: { bytes += $0 })
    #expect(count == rows.count)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let rows: [[TableValue]] = [
    [.text("=1+1"), .integer(3)], [.text("a,\"b\""), .empty], [.text("結"), .number(0.5)],
  ]

  @Test("CSV guards against formulas and leaves out what is not told")
  func csv() throws {
    #expect(
      try text(Self.rows, .csv) == "name,count\r\n'=1+1,3\r\n\"a,\"\"b\"\"\",\r\n結,0.5\r\n")
    #expect(try text([], .csv) == "name,count\r\n")
  }

  @Test("JSON tells numbers as numbers and what is not told as null, over any number of pages")
  func json() throws {
    #expect(
      try text(Self.rows, .json)
        == """
        [
        {"name":"=1+1","count":3},
        {"name":"a,\\"b\\"","count":null},
        {"name":"結","count":0.5}
        ]

        """)
    #expect(try text([], .json) == "[]\n")
    #expect(try text(Array(Self.rows.prefix(2)), .json).hasSuffix("null}\n]\n"))
  }
}
