import YuiText

/// What has to be known of a sheet before its rows are read: whether there are any, and which cells
/// are merged, which comes behind them.
final class SheetScan: XMLHandler {
  private static let mostMerges = 100_000

  private(set) var hasValues = false
  private(set) var merges: [CellRange] = []
  private(set) var hiddenRows = 0
  private var isHidden = false

  init(_ sheet: Workbook.Sheet, of workbook: Workbook) throws {
    guard let part = try WorkbookPart(sheet.path, in: workbook.archive, self) else {
      throw XLSXProblem.malformed(sheet.path)
    }
    try part.readAll()
    merges.sort { ($0.first.row, $0.first.column) < ($1.first.row, $1.first.column) }
  }

  func start(_ element: String, _ attributes: XMLAttributes) throws {
    switch element {
    case "row": isHidden = attributes.isTrue("hidden")
    case "v", "t":
      hasValues = true
      if isHidden { hiddenRows += 1 }
      isHidden = false
    case "mergeCell":
      guard let range = attributes["ref"].flatMap(CellRange.init) else { return }
      guard merges.count < Self.mostMerges else {
        throw XLSXProblem.tooLarge(LocalizedText(ja: "結合されたセルの一覧", en: "lists of merged cells"))
      }
      merges.append(range)
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ element: String) {}
}
