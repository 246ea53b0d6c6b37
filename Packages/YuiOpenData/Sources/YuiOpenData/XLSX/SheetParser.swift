/// Makes rows out of the XML of a sheet (ECMA-376-1, 18.3.1.99), in which rows and cells may be left
/// out, and names of cells too.
final class SheetParser: XMLHandler {
  private let workbook: Workbook
  private let limits: TableLimits

  /// The rows that ended since they were last taken.
  private var rows: [SheetRow] = []
  private var isInData = false
  /// How deep in an extension, which may hold elements of the same names.
  private var extensions = 0
  private var row: SheetRow?
  private var lastRow = 0
  private var column = 0
  private var cell: CellContent?
  private var isInValue = false

  init(_ workbook: Workbook, limits: TableLimits) {
    self.workbook = workbook
    self.limits = limits
  }

  func takeRows() -> [SheetRow] {
    defer { rows = [] }
    return rows
  }

  func start(_ element: String, _ attributes: XMLAttributes) throws {
    if element == "extLst" { extensions += 1 }
    guard extensions == 0 else { return }
    switch element {
    case "sheetData": isInData = true
    case "row" where isInData: try startRow(attributes)
    case "c" where row != nil: try startCell(attributes)
    case "f": cell?.isFormula = true
    case "v": isInValue = cell != nil
    default: cell?.inline.start(element)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard cell != nil, extensions == 0 else { return }
    guard isInValue else {
      cell?.inline.text(bytes)
      return
    }
    if let count = cell?.value.count, count + bytes.count > limits.fieldBytes {
      cell?.isTooLong = true
    } else {
      cell?.value += bytes
    }
  }

  func end(_ element: String) throws {
    if element == "extLst" { extensions -= 1 }
    guard extensions == 0 else { return }
    switch element {
    case "sheetData": isInData = false
    case "row" where isInData: endRow()
    case "c": try endCell()
    case "v": isInValue = false
    default: cell?.inline.end(element)
    }
  }

  private func startRow(_ attributes: XMLAttributes) throws {
    let number = attributes["r"].map { Int($0) } ?? lastRow + 1
    guard let number, number > lastRow, number <= CellReference.lastRow else {
      throw ZipProblem.damaged
    }
    row = SheetRow(number: number)
    (lastRow, column) = (number, 0)
  }

  private func endRow() {
    if let row, !row.cells.isEmpty { rows.append(row) }
    row = nil
  }

  private func startCell(_ attributes: XMLAttributes) throws {
    var next = column + 1
    if let name = attributes["r"] {
      guard let place = CellReference(name), place.row == lastRow, place.column > column else {
        throw ZipProblem.damaged
      }
      next = place.column
    }
    column = next
    var cell = CellContent(inline: RichText(mostBytes: limits.fieldBytes))
    if let type = attributes["t"] { cell.type = type }
    if let format = attributes["s"].flatMap({ Int($0) }) { cell.format = format }
    self.cell = cell
  }

  private func endCell() throws {
    guard let cell else { return }
    self.cell = nil
    let content = Result { () throws(CellProblem) in
      try cell.text(in: workbook, mostBytes: limits.fieldBytes)
    }
    let found = SheetRow.Cell(column: column, content: content)
    guard !found.isEmpty else { return }
    guard column <= limits.columns else {
      throw XLSXProblem.tooManyColumns(row: lastRow, limits.columns)
    }
    row?.cells.append(found)
  }
}
