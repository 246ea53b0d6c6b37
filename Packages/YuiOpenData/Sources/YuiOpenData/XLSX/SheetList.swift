import YuiText

/// The sheets of a workbook, as its main part lists them.
final class SheetList: XMLHandler {
  struct Sheet {
    let name: String
    let relationship: String
    let isHidden: Bool
  }

  private static let most = 1_000

  private(set) var sheets: [Sheet] = []
  private(set) var dates = ExcelDates.since1900
  private(set) var isWorkbook = false

  func start(_ element: String, _ attributes: XMLAttributes) throws {
    switch element {
    case "workbook": isWorkbook = true
    case "workbookPr": if attributes.isTrue("date1904") { dates = .since1904 }
    case "sheet":
      guard let name = attributes["name"], let id = attributes["id"] else { return }
      guard sheets.count < Self.most else {
        throw XLSXProblem.tooLarge(LocalizedText(ja: "シートの一覧", en: "lists of sheets"))
      }
      let isHidden = ["hidden", "veryHidden"].contains(attributes["state"])
      sheets.append(Sheet(name: name, relationship: id, isHidden: isHidden))
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ element: String) {}
}
