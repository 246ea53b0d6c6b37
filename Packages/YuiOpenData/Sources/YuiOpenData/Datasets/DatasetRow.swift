public import YuiText

/// A row of a dataset's file, whose cells are read by column name.
///
/// ```swift
/// let score = try row.required("score", .integer(in: 1...5))
/// let month = try row.optional("month", .month)
/// ```
public struct DatasetRow: Sendable {
  private let record: TableRecord
  private let header: DatasetHeader
  private(set) var repairs: [Repair] = []
  private(set) var problems: [RowProblem] = []

  init(_ record: TableRecord, header: DatasetHeader) {
    self.record = record
    self.header = header
  }

  /// The line on which the row begins, counted from 1.
  public var line: Int { record.line }

  /// The text of a cell as it stands in the file; empty where the file lacks the column.
  public subscript(_ column: String) -> String {
    header.index(of: column).map { record[$0] } ?? ""
  }

  /// The names of the dataset's columns that the file has, in its order; it says nothing about the
  /// others.
  public var columns: [String] { header.known }

  /// The names of the columns that the dataset keeps without knowing them, as the file has them.
  public var extraNames: [String] { header.extras.map { header.names[$0] } }

  /// The cells, not empty, of columns that the dataset keeps without knowing them.
  public var extras: [(name: String, value: String)] {
    header.extras.filter { !record.isEmpty($0) }.map { (header.names[$0], record[$0]) }
  }

  /// Reads a cell that must not be empty; throws a `RowProblem` for one that is refused.
  @inlinable
  public mutating func required<Value>(
    _ column: String, _ reader: CellReader<Value>
  ) throws(RowProblem) -> Value {
    if let value = try optional(column, reader) { return value }
    throw missing(column, reader.expectation)
  }

  /// Reads a cell, or `nil` where it is empty; throws a `RowProblem` for one that is refused.
  @inlinable  // for each type of value: files are long
  public mutating func optional<Value>(
    _ column: String, _ reader: CellReader<Value>
  ) throws(RowProblem) -> Value? {
    guard let cell = cell(column, trimmed: reader.trims) else { return nil }
    guard let reading = reader.read(cell.text) else { throw refused(cell, reader.expectation) }
    noteRepair(of: cell, to: reading.text)
    return reading.value
  }

  /// Does a piece of the reading; where something is refused in it, that is told together with what
  /// else is wrong with the row, which may be read on.
  ///
  /// ```swift
  /// let name = row.attempt { try $0.required("name", .line(max: 100)) }
  /// let month = row.attempt { try $0.optional("month", .month) }
  /// try row.check()
  /// ```
  ///
  /// - Returns: what was read; `nil` where it was refused, after which ``check()`` throws.
  public mutating func attempt<Value>(
    _ read: (inout DatasetRow) throws -> Value
  ) rethrows -> Value? {
    do {
      return try read(&self)
    } catch let problem as RowProblem {
      problems.append(problem)
      return nil
    }
  }

  /// Ends the reading of a row in which something was refused.
  ///
  /// - Throws: the last `RowProblem`; those before it are told as well.
  public mutating func check() throws(RowProblem) {
    if let last = problems.popLast() { throw last }
  }

  /// A cell that is not empty.
  @usableFromInline struct Cell {
    let index: Int
    let written: String
    @usableFromInline let text: String
  }

  @usableFromInline
  func cell(_ column: String, trimmed: Bool) -> Cell? {
    guard let index = header.index(of: column) else { return nil }
    let written = record[index]
    let text = trimmed ? written.trimmingWhitespace : written
    return text.isEmpty ? nil : Cell(index: index, written: written, text: text)
  }

  @usableFromInline
  mutating func noteRepair(of cell: Cell, to text: String) {
    guard !text.hasBytes(of: cell.written) else { return }
    repairs.append(
      Repair(
        line: line, column: header.column(cell.index), from: excerpt(cell.written),
        to: excerpt(text)))
  }

  @usableFromInline
  func missing(_ column: String, _ expectation: LocalizedText) -> RowProblem {
    problem(
      in: column,
      LocalizedText(
        ja: "値がありません。\(expectation[.ja])", en: "The value is missing. \(expectation[.en])"))
  }

  @usableFromInline
  func refused(_ cell: Cell, _ expectation: LocalizedText) -> RowProblem {
    RowProblem(
      line: line, column: header.column(cell.index),
      message: LocalizedText(
        ja: "「\(excerpt(cell.text))」は使えません。\(expectation[.ja])",
        en: "“\(excerpt(cell.text))” is not accepted. \(expectation[.en])"))
  }

  /// Notes that a cell was read as something else than it says.
  mutating func noteRepair(_ column: String, to text: String) {
    guard let index = header.index(of: column) else { return }
    repairs.append(
      Repair(
        line: line, column: header.column(index), from: excerpt(record[index]), to: excerpt(text)))
  }

  /// Makes a problem of this row, in a column where one is at fault; to be thrown.
  public func problem(in column: String? = nil, _ message: LocalizedText) -> RowProblem {
    guard let column else { return RowProblem(line: line, message: message) }
    guard let index = header.index(of: column) else {
      // The file lacks the column, so there is no place in it to name.
      return RowProblem(
        line: line,
        message: LocalizedText(ja: "「\(column)」：\(message[.ja])", en: "\(column): \(message[.en])"))
    }
    return RowProblem(line: line, column: header.column(index), message: message)
  }
}

extension String {
  /// Whether two texts are the same byte by byte: texts of different scalars may be equal.
  fileprivate func hasBytes(of other: String) -> Bool {
    var (text, other) = (self, other)
    return text.withUTF8 { bytes in other.withUTF8 { bytes.elementsEqual($0) } }
  }
}
