import YuiOpenData
import YuiText

/// A workbook of a few parts, as small as the standard lets it be.
struct TestWorkbook {
  var sheets: [(name: String, data: String)]
  var strings = ""
  var formats = ""
  var properties = ""
  var states: [String: String] = [:]

  init(_ sheets: (String, String)...) { self.sheets = sheets.map { (name: $0.0, data: $0.1) } }

  /// One sheet, of which `rows` is what stands in `sheetData`, and `rest` what follows it.
  init(rows: String, rest: String = "") {
    sheets = [("表", "<sheetData>\(rows)</sheetData>\(rest)")]
  }

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  var parts: [(String, String)] {
    let list = sheets.enumerated().map { index, sheet in
      #"<sheet name="\#(sheet.name)" sheetId="\#(index + 1)" r:id="s\#(index)""#
        + (states[sheet.name].map { #" state="\#($0)""# } ?? "") + "/>"
    }.joined()
    let targets = sheets.indices.map {
      relationship("s\($0)", "worksheet", "worksheets/s\($0).xml")
    }
    return [
      ("_rels/.rels", relationships([relationship("r", "officeDocument", "/xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        #"<workbook xmlns="\#(Self.main)" xmlns:r="\#(Self.office)">\#(properties)"#
          + "<sheets>\(list)</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        relationships(
          targets + [
            relationship("t", "sharedStrings", "sharedStrings.xml"),
            relationship("f", "styles", "../xl/styles.xml"),
          ])
      ),
      ("xl/sharedStrings.xml", #"<sst xmlns="\#(Self.main)">\#(strings)</sst>"#),
      ("xl/styles.xml", #"<styleSheet xmlns="\#(Self.main)">\#(formats)</styleSheet>"#),
    ]
      + sheets.enumerated().map { index, sheet in
        (
          "xl/worksheets/s\(index).xml",
          #"<worksheet xmlns="\#(Self.main)">\#(sheet.data)</worksheet>"#
        )
      }
  }

  var bytes: [UInt8] { TestZip(parts).bytes }

  private func relationship(_ id: String, _ kind: String, _ target: String) -> String {
    #"<Relationship Id="\#(id)" Type="\#(Self.office)/\#(kind)" Target="\#(target)"/>"#
  }

  private func relationships(_ all: [String]) -> String {
    #"<Relationships xmlns="\#(Self.package)">\#(all.joined())</Relationships>"#
  }
}

/// The rows of a workbook: their numbers, cells, and what is wrong with them.
func sheetRows(
  _ bytes: [UInt8], sheet: String? = nil, limits: TableLimits = TableLimits()
) throws -> [(line: Int, cells: [String], problem: String?)] {
  var reader = try XLSXReader(TableFile(bytes), sheet: sheet, limits: limits)
  var rows: [(line: Int, cells: [String], problem: String?)] = []
  while let record = try reader.next() {
    rows.append((record.line, (0..<record.count).map { record[$0] }, record.problem?.text(.en)))
  }
  return rows
}
