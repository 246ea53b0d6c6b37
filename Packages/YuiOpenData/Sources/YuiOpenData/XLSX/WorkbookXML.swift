/// The parts of a workbook that are written around its sheet (ECMA-376-1, 12.3).
enum WorkbookXML {
  static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
  static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  static let contentTypes =
    declaration + #"<Types xmlns="\#(package)/content-types">"#
    + #"<Default Extension="xml" ContentType="application/xml"/>"#
    + #"<Default Extension="rels""#
    + #" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
    + override("workbook", "sheet.main") + override("worksheets/sheet1", "worksheet")
    + override("styles", "styles") + "</Types>"

  static let relationships =
    declaration + #"<Relationships xmlns="\#(package)/relationships">"#
    + #"<Relationship Id="rId1" Type="\#(office)/officeDocument" Target="xl/workbook.xml"/>"#
    + "</Relationships>"

  static let workbookRelationships =
    declaration + #"<Relationships xmlns="\#(package)/relationships">"#
    + #"<Relationship Id="rId1" Type="\#(office)/worksheet" Target="worksheets/sheet1.xml"/>"#
    + #"<Relationship Id="rId2" Type="\#(office)/styles" Target="styles.xml"/>"#
    + "</Relationships>"

  /// The formats of ``SheetXML/Format``: general, text (49, `@`), date, and the bold header.
  static let styles =
    declaration + #"<styleSheet xmlns="\#(namespace)"><numFmts count="1">"#
    + #"<numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts><fonts count="2">"#
    + #"<font><sz val="11"/><name val="Yu Gothic"/></font>"#
    + #"<font><b/><sz val="11"/><name val="Yu Gothic"/></font></fonts>"#
    + #"<fills count="2"><fill><patternFill patternType="none"/></fill>"#
    + #"<fill><patternFill patternType="gray125"/></fill></fills>"#
    + #"<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"#
    + #"<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>"#
    + #"</cellStyleXfs><cellXfs count="4">"# + format(0, font: 0) + format(49, font: 0)
    + format(164, font: 0) + format(49, font: 1) + "</cellXfs>"
    + #"<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>"#
    + "</styleSheet>"

  static func workbook(sheet: String) -> String {
    var name: [UInt8] = []
    EscapedText.encode(sheetName(sheet), to: &name)
    return declaration + #"<workbook xmlns="\#(namespace)" xmlns:r="\#(office)"><bookViews>"#
      + #"<workbookView/></bookViews><sheets><sheet name="\#(String(decoding: name, as: UTF8.self))""#
      + #" sheetId="1" r:id="rId1"/></sheets></workbook>"#
  }

  /// A name that a sheet may have: up to 31 units, without what refers to cells.
  private static func sheetName(_ name: String) -> String {
    var kept = ""
    for character in name where !"[]:*?/\\'".contains(character) {
      guard kept.utf16.count + String(character).utf16.count <= 31 else { break }
      kept.append(character)
    }
    return kept.isEmpty ? "Sheet1" : kept
  }

  private static func override(_ part: String, _ kind: String) -> String {
    #"<Override PartName="/xl/\#(part).xml" ContentType="\#(mediaType).\#(kind)+xml"/>"#
  }

  private static func format(_ number: Int, font: Int) -> String {
    #"<xf numFmtId="\#(number)" fontId="\#(font)" fillId="0" borderId="0" xfId="0""#
      + #" applyNumberFormat="1" applyFont="1"/>"#
  }
}
