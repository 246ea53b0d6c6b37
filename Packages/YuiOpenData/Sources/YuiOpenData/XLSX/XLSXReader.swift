package import YuiText

/// Reads a sheet of an Excel workbook (`.xlsx`) row by row, as `CSVReader` reads a file of text.
///
/// Of several sheets it is the first visible one that holds anything, unless one is named. A cell
/// becomes the text that a person would have typed:
///
/// - Numbers are kept digit by digit where they are whole, and are otherwise the shortest decimal
///   that is the same number. Excel itself keeps fifteen digits and no leading zero: what it lost
///   when it was typed cannot be told from the file.
/// - A number shown as a date is a date (`2026-04-01`), a month (`2026-04`) or a time, in Japan.
/// - A formula is the result that was saved with it. An error is a problem of its row.
/// - Rich text is its text, without readings. Of merged cells each has the value, and it is noted.
///
/// The sheet is read twice: what is merged is told behind the rows.
package struct XLSXReader: TableReader {
  /// What cells may come to that name the same texts again and again, in bytes.
  private static let mostTextBytes = 1 << 30

  private let part: WorkbookPart
  private let parser: SheetParser
  private let limits: TableLimits
  private var merges: MergedCells
  private var waiting: [SheetRow] = []
  private var position = 0
  private var isAtEnd = false
  private var rows = 0
  private var textBytes = 0
  /// How many columns the header has.
  private var width: Int?
  private let sheetNotes: [LocalizedText]

  /// Opens a sheet; the first that holds anything unless one is named.
  ///
  /// - Throws: a `RowProblem` where the file cannot be read as a workbook.
  package init(
    _ file: TableFile, sheet name: String? = nil, limits: TableLimits = TableLimits()
  ) throws {
    let workbook = try Workbook(file, mostBytesOfText: limits.fieldBytes)
    let (sheet, scan) = try Self.choose(name, of: workbook)
    self.limits = limits
    parser = SheetParser(workbook, limits: limits)
    guard let part = try WorkbookPart(sheet.path, in: workbook.archive, parser) else {
      throw XLSXProblem.malformed(sheet.path)
    }
    self.part = part
    merges = MergedCells(scan.merges, columns: limits.columns)
    sheetNotes = SheetNotes.notes(
      sheet.name, isChosen: name != nil, of: workbook.sheets.count, hiddenRows: scan.hiddenRows)
  }

  package var offset: Int { part.offset }

  package var notes: [LocalizedText] { sheetNotes + SheetNotes.merged(merges.filled) }

  package mutating func next() throws -> TableRecord? {
    while position == waiting.endIndex {
      if isAtEnd { return nil }
      isAtEnd = try !part.readOn()
      (waiting, position) = (parser.takeRows(), 0)
    }
    var row = waiting[position]
    position += 1
    rows += 1
    guard rows <= limits.rows else { throw CSVProblem.tooManyRows(row.number, limits.rows - 1) }
    try merges.fill(&row, columns: limits.columns)
    return try record(of: row)
  }

  private static func choose(
    _ name: String?, of workbook: Workbook
  ) throws -> (Workbook.Sheet, SheetScan) {
    if let name {
      let wanted = TextFolding.fold(name)
      guard let sheet = workbook.sheets.first(where: { TextFolding.fold($0.name) == wanted }) else {
        throw XLSXProblem.noSheet(name, among: workbook.sheets.map(\.name))
      }
      return (sheet, try SheetScan(sheet, of: workbook))
    }
    var empty: (Workbook.Sheet, SheetScan)?
    for sheet in workbook.sheets where !sheet.isHidden {
      let scan = try SheetScan(sheet, of: workbook)
      if scan.hasValues { return (sheet, scan) }
      empty = empty ?? (sheet, scan)
    }
    guard let empty else { throw XLSXProblem.noWorkbook }
    return empty
  }

  /// The row as wide as the header.
  private mutating func record(of row: SheetRow) throws -> TableRecord {
    var record = TableRecord(line: row.number, isGuarded: false)
    for cell in row.cells {
      guard let place = CellReference(column: cell.column, row: row.number) else { continue }
      while record.count < cell.column - 1 { record.endField() }
      switch cell.content {
      case .success(let text):
        record.append(text)
        textBytes += text.count
      case .failure(let problem):
        record.note(problem.message(place.name), in: cell.column)
      }
      record.endField()
      if let width, cell.column > width, record.problem == nil {
        record.problem = XLSXProblem.beyondHeader(place)
      }
    }
    guard textBytes <= Self.mostTextBytes else {
      throw XLSXProblem.tooLarge(LocalizedText(ja: "文字列", en: "texts"))
    }
    let width = width ?? record.count
    self.width = width
    while record.count < width { record.endField() }
    return record
  }
}

extension TableRecord {
  fileprivate mutating func note(_ message: LocalizedText, in column: Int) {
    guard problem == nil else { return }
    problem = RowProblem(
      line: line, column: TableColumn(number: column, name: ""), message: message)
  }
}
