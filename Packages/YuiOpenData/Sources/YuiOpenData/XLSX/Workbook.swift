import YuiText

/// An Excel workbook (ECMA-376 / ISO/IEC 29500, `.xlsx`): its sheets, and what their cells refer to.
struct Workbook {
  struct Sheet {
    let name: String
    let path: String
    let isHidden: Bool
  }

  let archive: ZipArchive
  let sheets: [Sheet]
  let dates: ExcelDates
  let texts: SharedStrings
  let formats = CellFormats()

  /// - Parameter mostBytesOfText: how long the text of a cell may be.
  init(_ file: TableFile, mostBytesOfText: Int) throws {
    archive = try ZipArchive(file)
    guard
      let path = try Relationships(of: "", in: archive).path(ofKind: "officeDocument"),
      !path.hasSuffix(".bin")
    else { throw XLSXProblem.noWorkbook }
    let list = SheetList()
    try WorkbookPart(path, in: archive, list)?.readAll()
    guard list.isWorkbook else { throw XLSXProblem.noWorkbook }
    let related = try Relationships(of: path, in: archive)
    sheets = list.sheets.compactMap { sheet in
      // Charts and dialogs have no cells.
      related.path(of: sheet.relationship, kind: "worksheet").map {
        Sheet(name: sheet.name, path: $0, isHidden: sheet.isHidden)
      }
    }
    dates = list.dates
    texts = SharedStrings(mostBytesOfText: mostBytesOfText)
    if let path = related.path(ofKind: "sharedStrings") {
      try WorkbookPart(path, in: archive, texts)?.readAll()
    }
    if let path = related.path(ofKind: "styles") {
      try WorkbookPart(path, in: archive, formats)?.readAll()
    }
  }
}
