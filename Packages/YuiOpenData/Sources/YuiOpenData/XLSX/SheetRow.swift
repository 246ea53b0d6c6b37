/// A row of a sheet: the cells that hold something, from left to right.
struct SheetRow {
  struct Cell {
    let column: Int
    let content: Result<[UInt8], CellProblem>

    var isEmpty: Bool { (try? content.get())?.isEmpty ?? false }
  }

  let number: Int
  var cells: [Cell] = []
}
