import YuiText

/// How the cells of a workbook are shown, by the number that they name (ECMA-376-1, 18.8).
final class CellFormats: XMLHandler {
  // Excel itself has 65,490.
  private static let most = 100_000

  private var codes: [Int: NumberFormat] = [:]
  private var cells: [NumberFormat] = []
  private var isInCells = false

  /// The format of a cell; one that is not defined shows numbers.
  subscript(_ index: Int) -> NumberFormat {
    cells.indices.contains(index) ? cells[index] : .number
  }

  func start(_ element: String, _ attributes: XMLAttributes) throws {
    switch element {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }),
        let code = attributes["formatCode"]
      else { return }
      codes[id] = NumberFormat(code: code)
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      cells.append(codes[id] ?? NumberFormat(builtIn: id))
    default: return
    }
    guard cells.count <= Self.most, codes.count <= Self.most else {
      throw XLSXProblem.tooLarge(LocalizedText(ja: "書式", en: "formats"))
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end(_ element: String) {
    if element == "cellXfs" { isInCells = false }
  }
}
