import YuiOpenData
import YuiStorage
import YuiWeb

/// A file for other programs: its columns, and its rows page by page.
protocol ExportTable: Sendable {
  /// The names of the columns, in order.
  var columns: [String] { get }

  /// The rows behind a cursor and the cursor behind them; nil for a cursor at the end.
  func rows(
    after cursor: String, in source: some Queryable
  ) throws
    -> (rows: [[ExportCell]], next: String?)
}

/// A value of an exported file, as JSON tells it by its kind and CSV as text.
enum ExportCell: Hashable {
  case empty
  case text(String)
  case integer(Int)
  case number(Double)
  case bool(Bool)

  init(_ text: String?) { self = text.map(ExportCell.text) ?? .empty }
  init(_ number: Int?) { self = number.map(ExportCell.integer) ?? .empty }
  init(_ number: Double?) { self = number.map(ExportCell.number) ?? .empty }

  var csv: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .bool(let value): value ? "true" : "false"
    }
  }

  var json: JSONValue {
    switch self {
    case .empty: .null
    case .text(let text): .string(text)
    case .integer(let number): .integer(Int64(number))
    case .number(let number): .number(number)
    case .bool(let value): .bool(value)
    }
  }
}

/// The forms of an exported file.
enum ExportFormat: String, CaseIterable {
  case csv, json

  var contentType: String {
    switch self {
    case .csv: "text/csv; charset=utf-8"
    case .json: "application/json"
    }
  }
}

extension ExportTable {
  /// Writes every page as it comes; a page is read by `read`, the bytes are taken by `write`.
  ///
  /// - Parameter byteOrderMark: whether a CSV begins with one, which Excel needs.
  /// - Returns: the number of rows.
  @discardableResult
  func write(
    as format: ExportFormat, byteOrderMark: Bool = true,
    reading read: ((String) throws -> (rows: [[ExportCell]], next: String?)),
    to write: ([UInt8]) throws -> Void
  ) throws -> Int {
    var csv = CSVWriter(byteOrderMark: byteOrderMark)
    if format == .csv { csv.write(columns) }
    var cursor = ""
    var count = 0
    while true {
      let page = try read(cursor)
      switch format {
      case .csv:
        for row in page.rows { csv.write(row.map(\.csv)) }
        try write(csv.take())
      case .json:
        try write(json(page.rows, isFirst: count == 0))
      }
      count += page.rows.count
      guard let next = page.next else { break }
      cursor = next
    }
    if format == .json { try write(Array(count == 0 ? "[]\n".utf8 : "\n]\n".utf8)) }
    return count
  }

  private func json(_ rows: [[ExportCell]], isFirst: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, row) in rows.enumerated() {
      bytes += isFirst && index == 0 ? Array("[\n".utf8) : Array(",\n".utf8)
      bytes +=
        JSONValue.object(zip(columns, row).map { JSONValue.Property($0, $1.json) }).bytes
    }
    return bytes
  }
}
