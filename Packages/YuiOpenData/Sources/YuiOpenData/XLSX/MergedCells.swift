/// Gives every cell of a merged area the value that is shown across it.
///
/// Rows that hold nothing of their own stay empty: a name may be merged down over its lines.
struct MergedCells {
  /// The areas whose value some cell was given, of which only the first are kept.
  private(set) var filled = BoundedList<String>()

  private struct Area {
    let range: CellRange
    var content: Result<[UInt8], CellProblem>?
    var isFilled = false
  }

  private var waiting: ArraySlice<CellRange>
  private var open: [Area] = []

  /// - Parameter ranges: the areas, from top to bottom.
  init(_ ranges: [CellRange], columns: Int) {
    waiting = ranges.filter { $0.first.column <= columns }[...]
  }

  /// - Throws: where more areas overlap than a sheet has columns.
  mutating func fill(_ row: inout SheetRow, columns: Int) throws {
    open.removeAll { $0.range.last.row < row.number }
    while let range = waiting.first, range.first.row <= row.number {
      waiting.removeFirst()
      if range.last.row >= row.number { open.append(Area(range: range)) }
    }
    guard open.count <= columns else { throw ZipProblem.damaged }
    for index in open.indices {
      var area = open[index]
      fill(&row, from: &area, columns: columns)
      open[index] = area
    }
  }

  private mutating func fill(_ row: inout SheetRow, from area: inout Area, columns: Int) {
    let (first, last) = (area.range.first, area.range.last)
    if row.number == first.row {
      area.content = row.cells.first { $0.column == first.column }?.content
    }
    guard let content = area.content else { return }
    let own = Set(row.cells.map(\.column))
    let missing = (first.column...min(last.column, columns)).filter { !own.contains($0) }
    guard !missing.isEmpty else { return }
    row.cells += missing.map { SheetRow.Cell(column: $0, content: content) }
    row.cells.sort { $0.column < $1.column }
    if !area.isFilled { filled.append(area.range.name) }
    area.isFilled = true
  }
}
