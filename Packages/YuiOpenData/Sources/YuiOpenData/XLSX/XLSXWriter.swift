package import YuiText

/// Writes a table as an Excel workbook (ECMA-376 / ISO/IEC 29500, `.xlsx`) while its rows come.
///
/// Cells have types, so that a text is never run as a formula and keeps its zeros in front; columns of
/// text keep that also for what is typed below. The header is bold and stays in view.
///
/// ```swift
/// let writer = XLSXWriter(sheet: "集計", columns: definition.columns)
/// try writer.write([.text("00123"), .integer(5), .date(today)])
/// writer.finish()
/// ```
package final class XLSXWriter {
  /// Why a table does not fit into a workbook.
  package enum Failure: Error, Hashable, CustomStringConvertible {
    /// More rows than a sheet has.
    case tooManyRows
    /// A text longer than a cell takes, in a row.
    case tooLongText(row: Int)
    /// More bytes than an archive takes.
    case tooLarge

    /// What does not fit, and what to do.
    package var message: LocalizedText {
      switch self {
      case .tooManyRows:
        let most = NumberText.grouped(CellReference.lastRow)
        return LocalizedText(
          ja: "Excelのシートには\(most)行までしか入りません。CSVで書き出してください。",
          en: "A sheet holds no more than \(most) rows. Write it as CSV.")
      case .tooLongText(let row):
        let most = NumberText.grouped(SheetXML.mostUnits)
        return LocalizedText(
          ja: "\(row)行目に、Excelのセルに入る\(most)文字を超える値があります。CSVで書き出してください。",
          en:
            "Row \(row) has a value longer than the \(most) characters of a cell. Write it as CSV.")
      case .tooLarge:
        return LocalizedText(
          ja: "4 GiBを超えるExcelブックは書き出せません。CSVで書き出してください。",
          en: "A workbook of more than 4 GiB is not written. Write it as CSV.")
      }
    }

    /// The message in English.
    package var description: String { message[.en] }
  }

  /// The media type (RFC 6838 registration of Microsoft).
  package static let contentType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  /// Rows that are looked at for the widths of columns before the first is written.
  private static let rowsOfSample = 200

  private let columns: [DatasetColumn]
  private var zip = ZipWriter()
  private var sheet = SheetXML()
  private var sample: [[TableValue]] = []
  private var isBegun = false
  private var rows = 1

  /// Begins a workbook of one sheet.
  package init(sheet name: String, columns: [DatasetColumn]) {
    self.columns = columns
    zip.add("[Content_Types].xml", WorkbookXML.contentTypes)
    zip.add("_rels/.rels", WorkbookXML.relationships)
    zip.add("xl/workbook.xml", WorkbookXML.workbook(sheet: name))
    zip.add("xl/_rels/workbook.xml.rels", WorkbookXML.workbookRelationships)
    zip.add("xl/styles.xml", WorkbookXML.styles)
    zip.begin("xl/worksheets/sheet1.xml")
  }

  /// Writes a row; its cells are in the order of the columns.
  package func write(_ cells: [TableValue]) throws(Failure) {
    rows += 1
    guard rows <= CellReference.lastRow else { throw .tooManyRows }
    guard cells.allSatisfy({ SheetXML.fits($0) }) else { throw .tooLongText(row: rows) }
    guard zip.count < ZipWriter.mostBytes, zip.openSize < ZipWriter.mostBytes else {
      throw .tooLarge
    }
    if isBegun {
      sheet.row(cells, number: rows)
    } else {
      sample.append(cells)
      if sample.count == Self.rowsOfSample { begin() }
    }
  }

  /// Writes a row of cells as text, each as the value that its column's kind says.
  package func write(cells: [String]) throws(Failure) {
    try write(Swift.zip(cells, columns).map { TableValue(cell: $0, kind: $1.kind) })
  }

  /// Takes what can be sent since the last call.
  package func take() -> [UInt8] {
    zip.append(sheet.take())
    return zip.take()
  }

  /// Ends the workbook and takes the rest.
  package func finish() -> [UInt8] {
    if !isBegun { begin() }
    sheet.end()
    zip.append(sheet.take())
    zip.end()
    zip.finish()
    return zip.take()
  }

  private func begin() {
    isBegun = true
    sheet.begin(columns, sample: sample)
    for (index, row) in sample.enumerated() { sheet.row(row, number: index + 2) }
    sample = []
  }
}
