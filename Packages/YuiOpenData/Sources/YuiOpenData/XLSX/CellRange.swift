/// A rectangle of cells, `A3:B5`.
struct CellRange: Hashable {
  let first: CellReference
  let last: CellReference

  init?(_ text: String) {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let first = CellReference(parts[0]), let last = CellReference(parts[1]),
      first.column <= last.column, first.row <= last.row
    else { return nil }
    (self.first, self.last) = (first, last)
  }

  var name: String { "\(first.name):\(last.name)" }
}
