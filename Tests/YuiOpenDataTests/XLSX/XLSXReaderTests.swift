import Testing
import YuiOpenData
import YuiText

@Suite("Reading Excel workbooks")
struct XLSXReaderTests {
  /// The text of one cell below a header.
  func cell(_ xml: String, _ workbook: TestWorkbook = TestWorkbook()) throws -> String? {
    var workbook = workbook
    workbook.sheets = [
      (
        "表",
        #"<sheetData><row><c t="inlineStr"><is><t>h</t></is></c></row><row>\#(xml)</row></sheetData>"#
      )
    ]
    let row = try sheetRows(workbook.bytes).last
    return row?.problem ?? row?.cells[0]
  }

  // ECMA-376-1, 18.18.11 (ST_CellType); long numbers as openpyxl writes them, 1.1 as Excel does.
  @Test(
    "Cells are what a person typed",
    arguments: [
      (#"<c t="inlineStr"><is><t> 00123 </t></is></c>"#, " 00123 "),
      (#"<c t="inlineStr"><is><t>=1+1</t></is></c>"#, "=1+1"),
      (#"<c t="inlineStr"><is><t>'=x</t></is></c>"#, "'=x"),
      (#"<c><v>5</v></c>"#, "5"), (#"<c t="n"><v>-0.5</v></c>"#, "-0.5"),
      (#"<c><v>12345678901234567</v></c>"#, "12345678901234567"),
      (#"<c><v>1.23456789012345E+16</v></c>"#, "12345678901234500"),
      (#"<c><v>0.1</v></c>"#, "0.1"), (#"<c><v>1.1000000000000001</v></c>"#, "1.1"),
      (#"<c><v>35.658580999999998</v></c>"#, "35.658581"),
      (#"<c><v>1E-3</v></c>"#, "0.001"), (#"<c><v>1.5E-7</v></c>"#, "0.00000015"),
      (#"<c><v>5.0</v></c>"#, "5"), (#"<c><v>1.5E300</v></c>"#, "1.5e+300"),
      (#"<c t="b"><v>1</v></c>"#, "true"), (#"<c t="b"><v>0</v></c>"#, "false"),
      (#"<c t="str"><f>A1</f><v>窓口</v></c>"#, "窓口"), (#"<c><f>1+1</f><v>2</v></c>"#, "2"),
      (#"<c t="d"><v>2026-04-01T00:00:00</v></c>"#, "2026-04-01"),
      (#"<c t="inlineStr"><is><r><t>保</t></r><r><rPr><b/></rPr><t>育</t></r></is></c>"#, "保育"),
      (
        #"<c t="inlineStr"><is><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is></c>"#,
        "東京"
      ),
      (#"<c t="inlineStr"><is><t>a_x000A_b_x005F_x000A_</t></is></c>"#, "a\nb_x000A_"),
      (#"<c t="inlineStr"><is><t>a&amp;&#x1F600;</t></is></c>"#, "a&😀"),
      (#"<c><v>1</v><extLst><ext><v>9</v></ext></extLst></c>"#, "1"),
    ])
  func cells(xml: String, text: String) throws {
    #expect(try cell(xml) == text)
  }

  // Day numbers as ECMA-376-1, 18.17.4.1 and Excel's own DATEVALUE give them.
  @Test(
    "Numbers that are shown as dates are dates",
    arguments: [
      (14, "", "46113", "2026-04-01"), (0, "", "46113", "46113"), (17, "", "46113", "2026-04"),
      (27, "", "45413", "2024-05-01"), (55, "", "45413", "2024-05"),
      (22, "", "46113.395833333336", "2026-04-01T09:30:00+09:00"),
      (20, "", "0.39583333333333331", "09:30"), (46, "", "1.5", "36:00"),
      (14, "", "61", "1900-03-01"), (14, "", "59", "1900-02-28"), (14, "", "1", "1900-01-01"),
      (14, "", "2958465", "9999-12-31"),
      (164, #"yyyy\-mm\-dd"#, "46113", "2026-04-01"),
      (164, #"[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"#, "46113", "2026-04-01"),
      (164, #"[$-ja-JP]yyyy&quot;年&quot;m&quot;月&quot;"#, "46113", "2026-04"),
      (164, "m/d", "46113", "2026-04-01"), (164, "h:mm AM/PM", "0.5", "12:00"),
      (164, "mm:ss.000", "0.0000115740740740741", "00:00:01"),
      (164, "0.00E+00", "46113", "46113"), (164, "[Red]0", "5", "5"), (164, "[>5]0;G/標準", "6", "6"),
      (164, #"0&quot;day&quot;"#, "5", "5"), (164, "General", "5", "5"),
      (164, "aaa", "46113", "2026-04-01"),
    ])
  func dates(format: Int, code: String, number: String, text: String) throws {
    var workbook = TestWorkbook()
    workbook.formats =
      (code.isEmpty
        ? "" : #"<numFmts><numFmt numFmtId="\#(format)" formatCode="\#(code)"/></numFmts>"#)
      + #"<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>"#
      + #"<cellXfs><xf numFmtId="0"/><xf numFmtId="\#(format)"/></cellXfs>"#
    #expect(try cell(#"<c s="1"><v>\#(number)</v></c>"#, workbook) == text)
  }

  @Test("Days are counted from 1904 where the workbook says so")
  func since1904() throws {
    var workbook = TestWorkbook()
    workbook.properties = #"<workbookPr date1904="1"/>"#
    workbook.formats = #"<cellXfs><xf numFmtId="14"/></cellXfs>"#
    #expect(try cell(#"<c s="0"><v>0</v></c>"#, workbook) == "1904-01-01")
    #expect(try cell(#"<c s="0"><v>44651</v></c>"#, workbook) == "2026-04-01")
  }

  @Test(
    "A cell that cannot be read is named",
    arguments: [
      (#"<c t="e"><f>1/0</f><v>#DIV/0!</v></c>"#, "is an error (#DIV/0!)"),
      (#"<c><f>1+1</f></c>"#, "saved without its result"),
      (#"<c t="s"><v>9</v></c>"#, "text of cell"),
      (#"<c t="s"><v>x</v></c>"#, "text of cell"), (#"<c><v>abc</v></c>"#, "no number"),
      (#"<c s="1"><v>60</v></c>"#, "29 February 1900"), (#"<c s="1"><v>-1</v></c>"#, "no date"),
      (#"<c s="1"><v>2958466</v></c>"#, "no date"),
      (#"<c t="inlineStr"><is><t>_x0007_</t></is></c>"#, "control character"),
    ])
  func problems(xml: String, words: String) throws {
    var workbook = TestWorkbook()
    workbook.formats = #"<cellXfs><xf/><xf numFmtId="14"/></cellXfs>"#
    let problem = try #require(try cell(xml, workbook))
    #expect(problem.contains(words))
    #expect(problem.hasPrefix("line 2, column 1: "))
    #expect(problem.contains("A2") || problem.contains("cell A2"))
  }

  @Test("Shared strings are joined from their runs, and readings left out")
  func sharedStrings() throws {
    var workbook = TestWorkbook(rows: #"<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row>"#)
    workbook.strings =
      "<si><t>施設</t></si>"
      + #"<si><r><t>保</t></r><r><t>育</t></r><rPh sb="0" eb="2"><t>ホイク</t></rPh><phoneticPr/></si>"#
    #expect(try sheetRows(workbook.bytes).map(\.cells) == [["保育", "施設"]])
  }

  @Test("Rows and cells may be missing, with and without names")
  func sparse() throws {
    let rows =
      #"<row r="2"><c r="A2"><v>1</v></c><c r="C2"><v>3</v></c></row>"#
      + #"<row r="5"><c r="B5"><v>2</v></c></row><row r="7"/><row><c s="1"/><c><v>8</v></c></row>"#
    let found = try sheetRows(TestWorkbook(rows: rows).bytes)
    #expect(found.map(\.line) == [2, 5, 8])
    #expect(found.map(\.cells) == [["1", "", "3"], ["", "2", ""], ["", "8", ""]])
  }

  @Test("A value right of the header is a problem with its place")
  func beyondHeader() throws {
    let rows = #"<row><c><v>1</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row>"#
    let found = try sheetRows(TestWorkbook(rows: rows).bytes)
    #expect(found[1].problem?.contains("(B2)") == true)
  }

  @Test("Merged cells have one value, except where a row holds nothing of its own")
  func merged() throws {
    let rows =
      #"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>"#
      + #"<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row>"#
      + #"<row r="3"><c r="A3" s="1"/><c r="B3"><v>5</v></c></row>"#
      + #"<row r="4"><c r="A4" s="1"/></row>"#
    let merges = #"<mergeCells><mergeCell ref="A2:A4"/></mergeCells>"#
    var reader = try XLSXReader(TableFile(TestWorkbook(rows: rows, rest: merges).bytes))
    var found: [[String]] = []
    while let record = try reader.next() { found.append((0..<record.count).map { record[$0] }) }
    #expect(found == [["1", "2"], ["3", "4"], ["3", "5"]])
    #expect(reader.notes.map { $0[.en] }.first?.contains("A2:A4") == true)
  }

  @Test("The first visible sheet that holds anything is read, or the one that is named")
  func sheets() throws {
    func data(_ number: Int) -> String {
      "<sheetData><row><c><v>\(number)</v></c></row></sheetData>"
    }
    var workbook = TestWorkbook(
      ("説明", "<sheetData/>"), ("隠し", data(1)), ("名簿", data(2)), ("ほか", data(3)))
    workbook.states = ["隠し": "veryHidden"]
    #expect(try sheetRows(workbook.bytes).map(\.cells) == [["2"]])
    #expect(try sheetRows(workbook.bytes, sheet: "ほか").map(\.cells) == [["3"]])
    #expect(try sheetRows(workbook.bytes, sheet: "隠し").map(\.cells) == [["1"]])
    #expect(
      try XLSXReader(TableFile(workbook.bytes)).notes.map { $0[.en] }
        == ["Of 4 sheets, “名簿” was read."])
    let problem = #expect(throws: RowProblem.self) {
      try sheetRows(workbook.bytes, sheet: "ない")
    }
    #expect(problem?.message[.ja].contains("説明、隠し、名簿、ほか") == true)
  }

  @Test("Parts with prefixes and of the strict form are read as well")
  func prefixes() throws {
    var zip = TestZip(TestWorkbook(rows: "").parts)
    let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    let sheet =
      #"<x:worksheet xmlns:x="\#(strict)"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row>"#
      + "</x:sheetData></x:worksheet>"
    zip.files[5].content = Array(sheet.utf8)
    #expect(try sheetRows(zip.bytes).map(\.cells) == [["7"]])
  }

  @Test("A dataset takes a workbook where it takes CSV")
  func dataset() throws {
    let definition = DatasetDefinition(
      name: "x", title: LocalizedText(ja: "x", en: ""),
      columns: [
        DatasetColumn("score", label: LocalizedText(ja: "評点", en: ""), isRequired: true),
        DatasetColumn("month", label: LocalizedText(ja: "年月", en: "")),
      ])
    var workbook = TestWorkbook(
      rows: #"<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>"#
        + #"<row><c><v>5</v></c><c s="1"><v>46113</v></c></row>"#
        + #"<row r="4"><c><v>9</v></c></row>"#)
    workbook.strings = "<si><t>評点</t></si><si><t>month</t></si>"
    workbook.formats = #"<cellXfs><xf/><xf numFmtId="17"/></cellXfs>"#
    var months: [YearMonth?] = []
    let report = try DatasetTable(TableFile(workbook.bytes), definition: definition).read {
      row, _ in
      _ = try row.required("score", .integer(in: 1...5))
      months.append(try row.optional("month", .month))
    }
    #expect(months == [YearMonth(year: 2026, month: 4)])
    #expect(report.rows == 2)
    #expect(
      report.problems.first.map { $0.text(.en) } == [
        "line 4, column 1 (評点): “9” is not accepted. Enter a whole number from 1 to 5."
      ])
  }
}
