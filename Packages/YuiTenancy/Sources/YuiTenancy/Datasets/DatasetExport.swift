internal import FoundationEssentials
internal import YuiOpenData
public import YuiStorage
internal import YuiText

/// Writes a dataset out, a page of rows at a time, so that no snapshot is held while the reader is
/// slow.
public enum DatasetExport {
  /// The forms a dataset is written in.
  public enum Format: String, Sendable, CaseIterable {
    case csv, json, xlsx
    /// For datasets whose rows lie on the map.
    case geojson

    /// The media type.
    public var contentType: String {
      switch self {
      case .csv: "text/csv; charset=utf-8"
      case .json: "application/json"
      case .geojson: "application/geo+json"
      case .xlsx: XLSXWriter.contentType
      }
    }
  }

  private static let pageSize = 1000

  /// The forms in which a dataset is written.
  public static func formats(of dataset: any Dataset) -> [Format] {
    Format.allCases.filter { $0 != .geojson || dataset.definition.place != nil }
  }

  /// Writes every row, in one of its ``formats(of:)``.
  ///
  /// - Parameter write: takes the next bytes of the file.
  /// - Returns: the number of rows.
  @discardableResult
  public static func write(
    _ dataset: any Dataset, as format: Format, from store: Store,
    to write: ([UInt8]) throws -> Void
  ) throws -> Int {
    let columns = try store.read { try dataset.exportColumns(in: $0) }
    let names = columns.map(\.name)
    var encoder: any TableEncoder =
      switch (format, dataset.definition.place) {
      case (.csv, _): CSVEncoder(columns: names)
      case (.json, _): JSONTableEncoder(columns: names)
      case (.xlsx, _): WorkbookEncoder(sheet: dataset.definition.title[.ja], columns)
      case (.geojson, let place?): GeoJSONEncoder(columns, place)
      case (.geojson, nil): throw StoreError(.misuse, "a dataset without places has no GeoJSON")
      }
    var cursor = ""
    var count = 0
    while true {
      let rows = try store.read { snapshot in
        try dataset.rows(after: cursor, limit: pageSize, in: snapshot)
      }
      // A column that came while others were being written is left to the next export.
      for row in rows { try encoder.add(Array(row.cells.prefix(columns.count))) }
      try write(encoder.take())
      count += rows.count
      guard rows.count == pageSize, let last = rows.last else { break }
      cursor = last.cursor
    }
    try write(encoder.finish())
    return count
  }
}

/// Turns rows into the bytes of a file.
protocol TableEncoder {
  mutating func add(_ cells: [String]) throws
  mutating func take() -> [UInt8]
  mutating func finish() -> [UInt8]
}

private struct CSVEncoder: TableEncoder {
  private var writer = CSVWriter(byteOrderMark: true)

  init(columns: [String]) { writer.write(columns) }

  mutating func add(_ cells: [String]) { writer.write(cells) }
  mutating func take() -> [UInt8] { writer.take() }
  mutating func finish() -> [UInt8] { [] }
}

private struct WorkbookEncoder: TableEncoder {
  private let writer: XLSXWriter

  init(sheet: String, _ columns: [DatasetColumn]) {
    writer = XLSXWriter(sheet: sheet, columns: columns)
  }

  mutating func add(_ cells: [String]) throws { try writer.write(cells: cells) }
  mutating func take() -> [UInt8] { writer.take() }
  mutating func finish() -> [UInt8] { writer.finish() }
}

/// An array of objects, one a row, each cell a string under its column's name.
private struct JSONTableEncoder: TableEncoder {
  private let columns: [String]
  private var bytes = Array("[".utf8)
  private var isFirst = true

  init(columns: [String]) { self.columns = columns }

  mutating func add(_ cells: [String]) throws {
    bytes += isFirst ? Array("\n".utf8) : Array(",\n".utf8)
    isFirst = false
    let object = Dictionary(zip(columns, cells).map { ($0, $1) }, uniquingKeysWith: { $1 })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    bytes += try encoder.encode(object)
  }

  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  mutating func finish() -> [UInt8] { Array("\n]\n".utf8) }
}
