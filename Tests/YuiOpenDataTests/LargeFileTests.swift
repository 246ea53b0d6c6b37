import Synchronization
import Testing
import YuiOpenData
import YuiText

@Suite("Reading files that are larger than what is in memory")
struct LargeFileTests {
  private static let definition = DatasetDefinition(
    name: "rows", title: LocalizedText(ja: "行", en: "Rows"),
    columns: [
      DatasetColumn("number", label: LocalizedText(ja: "番号", en: "Number"), isRequired: true),
      DatasetColumn("text", label: LocalizedText(ja: "文", en: "Text")),
    ])

  /// Five mebibytes, with line breaks and quotes inside of values, so that wherever the file is cut
  /// for reading, something goes across.
  private static func text(rows: Int) -> String {
    var text = "number,text\r\n"
    for number in 1...rows {
      text += "\(number),\"\(number)行目の\n\"\"値\"\",\r\nです\"\r\n"
    }
    return text
  }

  @Test("Every row is read whole, with its line", arguments: TextEncoding.allCases)
  func whole(encoding: TextEncoding) throws {
    let rows = 120_000
    let text = Self.text(rows: rows)
    let bytes = try #require(encoding == .utf8 ? Array(text.utf8) : CP932.encode(text))
    let most = Mutex(0)
    let file = TableFile(size: bytes.count) { offset, count in
      most.withLock { $0 = max($0, count) }
      return Array(bytes[offset..<(offset + count)])
    }
    var number = 0
    let report = try DatasetTable(file, definition: Self.definition).read { row, _ in
      number += 1
      // Three lines a row, behind the header.
      guard row.line == 3 * number - 1, row["number"] == "\(number)",
        row["text"] == "\(number)行目の\n\"値\",\r\nです"
      else { throw row.problem(LocalizedText(ja: "違う", en: "row \(number) is another")) }
    }
    #expect(report.problems.first.isEmpty)
    #expect(report.rows == rows)
    #expect(bytes.count > 4 << 20)
    #expect(most.withLock { $0 } <= 1 << 20)
  }

  @Test("A quote that is never closed is told soon, not after the whole file")
  func openQuote() throws {
    let text = "number,text\n1,a\n2,\"b\n" + Self.text(rows: 120_000).replacing("\"", with: "")
    let bytes = Array(text.utf8)
    let furthest = Mutex(0)
    let file = TableFile(size: bytes.count) { offset, count in
      furthest.withLock { $0 = offset }
      return Array(bytes[offset..<(offset + count)])
    }
    var reader = try CSVReader(file)
    _ = try reader.next()
    _ = try reader.next()
    furthest.withLock { $0 = 0 }
    let problem = #expect(throws: RowProblem.self) { try reader.next() }
    #expect(problem?.line == 3)
    #expect(problem?.column?.number == 2)
    #expect(furthest.withLock { $0 } < 2 << 20)
  }

  @Test("Bytes of no encoding far behind are told with their line")
  func foreignBytes() throws {
    let rows = 120_000
    let bytes = Array(Self.text(rows: rows).utf8) + Array("1,".utf8) + [0xFF, 0xFF, 0x0A]
    var reader = try CSVReader(TableFile(bytes))
    let problem = #expect(throws: RowProblem.self) {
      while try reader.next() != nil {}
    }
    #expect(problem?.line == 3 * rows + 2)
    #expect(throws: RowProblem.self) { _ = try CSVReader(TableFile(bytes), encoding: .utf8) }
  }
}
