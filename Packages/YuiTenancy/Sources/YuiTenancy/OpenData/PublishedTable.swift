public import YuiOpenData
public import YuiStorage
public import YuiText

/// A table that everybody may take away: `/open-data/{name}.csv`, `.json` and `.xlsx`, an entry of the
/// catalogue, and one of the CKAN API.
///
/// What it holds is public as a whole; what must not be told is not in its rows.
public protocol PublishedTable: Sendable {
  /// The name in addresses, such as `review-services`: unique among the tables of all modules.
  var name: String { get }
  /// The name people read.
  var title: LocalizedText { get }
  /// What it holds, in a sentence.
  var summary: LocalizedText { get }
  /// The columns, in order.
  var columns: [DatasetColumn] { get }

  /// The rows behind a cursor and the cursor behind them; `nil` for a cursor at the end. The first
  /// page is behind "".
  func rows(
    after cursor: String, in source: some Queryable
  ) throws -> (rows: [[TableValue]], next: String?)
}

extension PublishedTable {
  /// Writes every row, a page at a time, so that no snapshot is held between them.
  ///
  /// - Parameter write: takes the next bytes of the file.
  /// - Returns: the number of rows.
  @discardableResult
  func write(
    as form: TableFileWriter.Form, from store: Store, to write: ([UInt8]) throws -> Void
  ) throws -> Int {
    var writer = TableFileWriter(form, title: title[.ja], columns: columns)
    var (cursor, count): (String?, Int) = ("", 0)
    while let after = cursor {
      let page = try store.read { try rows(after: after, in: $0) }
      for row in page.rows { try writer.write(row) }
      try write(writer.take())
      count += page.rows.count
      cursor = page.next
    }
    try write(writer.finish())
    return count
  }
}
