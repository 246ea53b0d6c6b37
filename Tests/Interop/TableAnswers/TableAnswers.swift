import FoundationEssentials
import YuiOpenData
import YuiText

/// Answers with the rows of a table, or writes one.
///
/// `table-answers read FILE [SHEET]` prints a line of JSON for each row, `[line, problem or null, cells]`;
/// `table-answers write` takes such lines of cells (texts, numbers, `true`, `{"date": "2026-04-01"}`)
/// from standard input, the first of which is the header, and writes a workbook to standard output.
@main
enum TableAnswers {
  struct Row: Encodable {
    let line: Int
    let problem: String?
    let cells: [String]
  }

  enum Cell: Decodable {
    case value(TableValue)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .value(.empty)
      } else if let bool = try? container.decode(Bool.self) {
        self = .value(.bool(bool))
      } else if let number = try? container.decode(Int.self) {
        self = .value(.integer(number))
      } else if let number = try? container.decode(Double.self) {
        self = .value(.number(number))
      } else if let text = try? container.decode(String.self) {
        self = .value(.text(text))
      } else {
        let date = try container.decode([String: String].self)["date"]
        self = .value(TableValue(date.flatMap { CalendarDate(iso: $0) }))
      }
    }
  }

  static func main() throws {
    let arguments = CommandLine.arguments
    if arguments[1] == "read" {
      try read(arguments[2], sheet: arguments.count > 3 ? arguments[3] : nil)
    } else {
      try write()
    }
  }

  private static func read(_ path: String, sheet: String?) throws {
    let file = TableFile(Array(try Data(contentsOf: URL(filePath: path))))
    do {
      var reader = try XLSXReader(file, sheet: sheet)
      while let record = try reader.next() {
        let cells = (0..<record.count).map { record[$0] }
        say(Row(line: record.line, problem: record.problem?.message[.en], cells: cells))
      }
    } catch let problem as RowProblem {
      say(Row(line: problem.line, problem: problem.message[.en], cells: []))
    }
  }

  private static func say(_ row: Row) {
    if let json = try? JSONEncoder().encode(row) { print(String(decoding: json, as: UTF8.self)) }
  }

  private static func write() throws {
    func row() throws -> [TableValue]? {
      try readLine().map { line in
        try JSONDecoder().decode([Cell].self, from: Data(line.utf8)).map { cell in
          if case .value(let value) = cell { value } else { .empty }
        }
      }
    }
    let columns = (try row() ?? []).map {
      DatasetColumn($0.text, label: LocalizedText(ja: "", en: ""))
    }
    let writer = XLSXWriter(sheet: "表", columns: columns)
    while let cells = try row() { try writer.write(cells) }
    try Data(writer.finish()).write(to: URL(filePath: "/dev/stdout"))
  }
}
