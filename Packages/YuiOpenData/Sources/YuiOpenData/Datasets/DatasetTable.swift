public import YuiText

/// A file of a dataset: its header matched, its rows read one by one.
///
/// Problems do not stop the reading, so that people mend a file in one go: everything that a row's
/// reader attempted and had refused is reported, up to a wrong quote, behind which nothing can be
/// trusted.
///
/// ```swift
/// let report = try DatasetTable(file, definition: tallies).read { row, report in
///   let score = try row.required("score", .integer(in: 1...5))
///   report.created += 1
/// }
/// ```
public struct DatasetTable {
  private let file: TableFile
  private let definition: DatasetDefinition
  private let encoding: TextEncoding?
  private let sheet: String?
  private let limits: TableLimits

  /// Creates a table of a file: CSV, an Excel workbook or GeoJSON, whichever its bytes are.
  ///
  /// - Parameters:
  ///   - encoding: of CSV; overrides what its bytes look like.
  ///   - sheet: of a workbook; the first visible one that holds anything unless given.
  public init(
    _ file: TableFile, definition: DatasetDefinition, encoding: TextEncoding? = nil,
    sheet: String? = nil, limits: TableLimits = TableLimits()
  ) {
    self.file = file
    self.definition = definition
    self.encoding = encoding
    self.sheet = sheet
    self.limits = limits
  }

  /// Reads all rows and returns what was found.
  ///
  /// - Parameters:
  ///   - progress: is told now and then how many bytes of the file were read.
  ///   - body: gets each row with the right number of cells, and the report so far, in which it may
  ///     count and note. A `RowProblem` that it throws is reported; any other error ends the
  ///     reading.
  public func read(
    progress: (Int) throws -> Void = { _ in },
    _ body: (inout DatasetRow, inout ImportReport) throws -> Void
  ) throws -> ImportReport {
    var report = ImportReport()
    var repairs: [TableColumn: Int] = [:]
    guard case (var reader, let header)? = try open(&report) else { return report }
    while let record = try next(&reader, header, &report) {
      if record.isBlank { continue }
      report.rows += 1
      if report.rows % 1_000 == 0 { try progress(reader.offset) }
      if let problem = record.problem ?? widthProblem(record, header) {
        report.problems.append(header.naming(problem))
        continue
      }
      var row = DatasetRow(record, header: header)
      do {
        try body(&row, &report)
        try row.check()
      } catch let problem as RowProblem {
        for problem in row.problems + [problem] { report.problems.append(problem) }
      }
      for repair in row.repairs {
        // A column that is read otherwise in every row leaves room for what is rare and matters.
        repairs[repair.column, default: 0] += 1
        report.repairs.append(
          repair, isKept: repairs[repair.column, default: 0] <= Self.mostRepairsOfColumn)
      }
    }
    for note in reader.notes { report.notes.append(note) }
    return report
  }

  /// How many repairs of one column are told.
  private static let mostRepairsOfColumn = 50

  private func open(_ report: inout ImportReport) throws -> (any TableReader, DatasetHeader)? {
    do {
      var reader = try reader()
      guard let record = try reader.next() else { throw HeaderProblem.emptyFile(definition) }
      if let problem = record.problem { throw problem }
      let header = DatasetHeader(record, definition: definition, problems: &report.problems)
      return report.isAccepted ? (reader, header) : nil
    } catch let problem as RowProblem {
      report.problems.append(problem)
      return nil
    }
  }

  private func reader() throws -> any TableReader {
    switch try TableForm(of: file) {
    case .csv: try CSVReader(file, encoding: encoding, limits: limits)
    case .xlsx: try XLSXReader(file, sheet: sheet, limits: limits)
    case .geoJSON: try GeoJSONTable(file, definition: definition, limits: limits)
    }
  }

  private func next(
    _ reader: inout any TableReader, _ header: DatasetHeader, _ report: inout ImportReport
  ) throws -> TableRecord? {
    do {
      return try reader.next()
    } catch let problem as RowProblem {
      report.problems.append(header.naming(problem))
      return nil
    }
  }

  private func widthProblem(_ record: TableRecord, _ header: DatasetHeader) -> RowProblem? {
    let width = header.names.count
    guard record.count == width else {
      return RowProblem(
        line: record.line,
        message: LocalizedText(
          ja: "値が\(record.count)個ありますが、列は\(width)個です。コンマの過不足を直し、"
            + "コンマを含む値は引用符（\"）で囲んでください。",
          en: "The row has \(record.count) values and the header \(width). Add or remove commas, "
            + "and put values that hold a comma in quotes (\")."))
    }
    guard let index = header.nameless.first(where: { !record.isEmpty($0) }) else { return nil }
    return RowProblem(
      line: record.line, column: header.column(index),
      message: LocalizedText(
        ja: "列名のない列に値があります。1行目に列名を書くか、値を取り除いてください。",
        en: "There is a value in a column without a name. Name the column in the header or remove "
          + "the value."))
  }
}
