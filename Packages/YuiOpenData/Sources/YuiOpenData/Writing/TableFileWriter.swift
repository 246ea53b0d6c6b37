/// Writes a table as a file of one form, row by row, so that it can be sent while it is made.
///
/// ```swift
/// var writer = TableFileWriter(.xlsx, title: "集計", columns: columns)
/// try writer.write([.text("counter-12"), .integer(5)])
/// let bytes = writer.take() + writer.finish()
/// ```
public struct TableFileWriter {
  /// The forms of a file.
  public enum Form: String, Sendable, CaseIterable {
    /// Text for spreadsheets and programs (RFC 4180).
    case csv
    /// A list of objects, numbers as numbers and what is not told as `null`.
    case json
    /// An Excel workbook.
    case xlsx

    /// The media type.
    public var contentType: String {
      switch self {
      case .csv: "text/csv; charset=utf-8"
      case .json: "application/json"
      case .xlsx: XLSXWriter.contentType
      }
    }

    /// What people call it.
    public var name: String {
      switch self {
      case .csv: "CSV"
      case .json: "JSON"
      case .xlsx: "Excel"
      }
    }
  }

  private enum Output {
    case csv, json
    case xlsx(XLSXWriter)
  }

  private let names: [String]
  private let output: Output
  private var csv: CSVWriter
  private var json = JSONBytes()
  private var isFirst = true

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - title: names the sheet of a workbook.
  ///   - byteOrderMark: whether a CSV begins with one, which Excel needs.
  public init(
    _ form: Form, title: String, columns: [DatasetColumn], byteOrderMark: Bool = true
  ) {
    names = columns.map(\.name)
    csv = CSVWriter(byteOrderMark: byteOrderMark)
    if form == .csv { csv.write(names) }
    output =
      switch form {
      case .csv: .csv
      case .json: .json
      case .xlsx: .xlsx(XLSXWriter(sheet: title, columns: columns))
      }
  }

  /// Writes a row; its values are in the order of the columns.
  ///
  /// - Throws: where a workbook cannot hold it.
  public mutating func write(_ row: [TableValue]) throws {
    switch output {
    case .csv: csv.write(row.map(\.text))
    case .json:
      json.raw(isFirst ? "[\n" : ",\n")
      json.object(zip(names, row).map { (name: $0, value: $1) })
      isFirst = false
    case .xlsx(let writer): try writer.write(row)
    }
  }

  /// Takes what was written since the last call.
  public mutating func take() -> [UInt8] {
    switch output {
    case .csv: csv.take()
    case .json: json.take()
    case .xlsx(let writer): writer.take()
    }
  }

  /// Ends the file and takes the rest.
  public mutating func finish() -> [UInt8] {
    let rest = take()
    switch output {
    case .csv: return rest
    case .json: return rest + Array(isFirst ? "[]\n".utf8 : "\n]\n".utf8)
    case .xlsx(let writer): return rest + writer.finish()
    }
  }
}
