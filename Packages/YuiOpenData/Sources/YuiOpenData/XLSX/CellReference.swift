/// The place of a cell in a sheet, both counted from 1: `C7` is column 3 of row 7.
struct CellReference: Hashable {
  static let lastColumn = 16_384
  static let lastRow = 1_048_576

  let column: Int
  let row: Int

  /// Reads `C7`; `$` is passed over.
  init?(_ text: some StringProtocol) {
    var (column, row) = (0, 0)
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        guard row == 0 else { return nil }
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      guard column <= Self.lastColumn, row <= Self.lastRow else { return nil }
    }
    self.init(column: column, row: row)
  }

  init?(column: Int, row: Int) {
    guard 1...Self.lastColumn ~= column, 1...Self.lastRow ~= row else { return nil }
    (self.column, self.row) = (column, row)
  }

  var name: String { Self.letters(column) + String(row) }

  /// The letters of a column: 1 is `A`, 27 is `AA`.
  static func letters(_ column: Int) -> String {
    var (letters, rest) = ("", column)
    while rest > 0 {
      let digit = UInt8((rest - 1) % 26) + UInt8(ascii: "A")
      letters = String(UnicodeScalar(digit)) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
