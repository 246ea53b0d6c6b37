import YuiOpenData
import YuiStorage
import YuiText

/// A file for other programs: its columns, and its rows page by page.
protocol ExportTable: Sendable {
  /// The names of the columns, in order.
  var columns: [String] { get }

  /// The rows behind a cursor and the cursor behind them; nil for a cursor at the end.
  func rows(
    after cursor: String, in source: some Queryable
  ) throws -> (rows: [[TableValue]], next: String?)
}

extension ExportTable {
  /// The columns as files know them; their names say what they are.
  var fileColumns: [DatasetColumn] {
    columns.map { DatasetColumn($0, label: LocalizedText(ja: $0, en: $0)) }
  }

  /// Writes every page as it comes; a page is read by `read`, the bytes are taken by `write`.
  ///
  /// - Parameters:
  ///   - title: names the sheet of a workbook.
  ///   - byteOrderMark: whether a CSV begins with one, which Excel needs.
  /// - Returns: the number of rows.
  @discardableResult
  func write(
    as form: TableFileWriter.Form, title: String = "", byteOrderMark: Bool = true,
    reading read: ((String) throws -> (rows: [[TableValue]], next: String?)),
    to write: ([UInt8]) throws -> Void
  ) throws -> Int {
    var writer = TableFileWriter(
      form, title: title, columns: fileColumns, byteOrderMark: byteOrderMark)
    var cursor: String? = ""
    var count = 0
    while let after = cursor {
      let page = try read(after)
      for row in page.rows { try writer.write(row) }
      try write(writer.take())
      count += page.rows.count
      cursor = page.next
    }
    try write(writer.finish())
    return count
  }
}
