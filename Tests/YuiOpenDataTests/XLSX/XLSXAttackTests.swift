import Testing
import YuiOpenData
import YuiText

@Suite("Workbooks that mean harm")
struct XLSXAttackTests {
  static let one = TestWorkbook(rows: "<row><c><v>1</v></c></row>")

  func refusal(_ bytes: [UInt8], limits: TableLimits = TableLimits()) throws -> String {
    let problem = #expect(throws: RowProblem.self) { try sheetRows(bytes, limits: limits) }
    let words = try #require(problem).message
    #expect(!words[.ja].isEmpty)
    return words[.en]
  }

  @Test("What claims to unpack to too much is refused before it is unpacked")
  func claimedBomb() throws {
    var zip = TestZip(Self.one.parts)
    zip.files[5].size = 513 << 20
    #expect(try refusal(zip.bytes).contains("zip bomb"))
    zip.files[5].size = 17 << 20
    #expect(try refusal(zip.bytes).contains("zip bomb"))
  }

  @Test("What unpacks to more than it claims is refused where it exceeds that")
  func hiddenBomb() throws {
    // A deflated block of 64 KiB of one letter (RFC 1951), made with Python's zlib.
    let run: [UInt8] =
      [
        0xED, 0xC1, 0x01, 0x0D, 0x00, 0x00, 0x00, 0xC2, 0xA0, 0x4A, 0xEF, 0x9F, 0xCE, 0x1E, 0x0E,
        0x28,
      ]
      + [UInt8](repeating: 0, count: 52)
    var zip = TestZip(Self.one.parts)
    zip.files[5].method = 8
    zip.files[5].content = run
    zip.files[5].size = 100
    #expect(try refusal(zip.bytes).contains("damaged"))
  }

  @Test("Archives of forms that are not read are refused by name")
  func forms() throws {
    var zip = TestZip(Self.one.parts)
    zip.files[5].flags = 1
    #expect(try refusal(zip.bytes).contains("encrypted"))
    zip.files[5].flags = 0
    zip.files[5].size = .max
    #expect(try refusal(zip.bytes).contains("ZIP64"))
    zip.files[5].size = nil
    zip.claimsEntries = .max
    #expect(try refusal(zip.bytes).contains("ZIP64"))
    zip.claimsEntries = 60_000
    #expect(try refusal(zip.bytes).contains("10,000 parts"))
    zip.claimsEntries = nil
    zip.files[5].method = 12
    #expect(try refusal(zip.bytes).contains("compression"))
  }

  @Test("A wrong checksum, a part twice and a file cut short are damage")
  func damage() throws {
    var zip = TestZip(Self.one.parts)
    zip.files[5].checksum = 1
    #expect(try refusal(zip.bytes).contains("damaged"))
    zip = TestZip(Self.one.parts + [("XL/Workbook.xml", "<workbook/>")])
    #expect(try refusal(zip.bytes).contains("damaged"))
    let whole = Self.one.bytes
    for count in stride(from: 0, to: whole.count, by: 97) {
      #expect(throws: RowProblem.self) { try sheetRows(Array(whole[..<count])) }
    }
  }

  @Test("A comment behind the archive is passed over")
  func comment() throws {
    var zip = TestZip(Self.one.parts)
    zip.comment = Array("PK\u{5}\u{6} a comment".utf8)
    #expect(try sheetRows(zip.bytes).count == 1)
  }

  @Test(
    "A document type is refused in every part, and no entity is read",
    arguments: [
      #"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>"#,
      #"<!DOCTYPE x SYSTEM "http://127.0.0.1:9/evil.dtd">"#,
      #"<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>"#, "<!DOCTYPE x>",
    ], [0, 1, 2, 3, 4, 5])
  func entities(declaration: String, part: Int) throws {
    var zip = TestZip(Self.one.parts)
    zip.files[part].content = Array(declaration.utf8) + zip.files[part].content
    #expect(try refusal(zip.bytes).contains("DOCTYPE"))
  }

  @Test(
    "XML that is broken, too deep or of an endless tag is refused",
    arguments: [
      "<row><c><v>1</v></c>", "<row><c><v>&undefined;</v></c></row>",
      String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100),
      "<a b=\"\(String(repeating: "x", count: 3 << 20))\"/>", "<row r=\"0\"/>",
      "<row r=\"2\"/><row r=\"2\"/>", "<row r=\"1048577\"/>",
      "<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>", "<row><c r=\"A2\"/></row>",
      "<row><c r=\"XFE1\"/></row>",
    ])
  func broken(rows: String) throws {
    #expect(try refusal(TestWorkbook(rows: rows).bytes).contains("damaged"))
  }

  @Test("Bounds of rows, columns and texts hold")
  func bounds() throws {
    let row = "<row><c><v>1</v></c></row>"
    let three = TestWorkbook(rows: row + row + row).bytes
    #expect(try sheetRows(three, limits: TableLimits(rows: 3)).count == 3)
    #expect(try refusal(three, limits: TableLimits(rows: 2)).contains("more than 1 rows"))
    let wide = TestWorkbook(rows: #"<row><c r="IW1"><v>1</v></c></row>"#).bytes
    #expect(try refusal(wide).contains("256 columns"))
    let styled = TestWorkbook(rows: #"<row><c><v>1</v></c><c r="IW1" s="1"/></row>"#).bytes
    #expect(try sheetRows(styled).count == 1)
    let text = String(repeating: "x", count: 65_537)
    let long = TestWorkbook(rows: "<row><c t=\"inlineStr\"><is><t>\(text)</t></is></c></row>").bytes
    #expect(try sheetRows(long).first?.problem?.contains("64 KiB") == true)
    var shared = TestWorkbook(rows: "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>")
    shared.strings = "<si><t>\(text)</t></si><si><t>b</t></si>"
    let found = try sheetRows(shared.bytes)
    #expect(found.first?.problem?.contains("64 KiB") == true)
    #expect(found.first?.cells == ["", "b"])
  }

  @Test("Merged areas that lie upon each other are damage")
  func merges() throws {
    let areas = String(repeating: #"<mergeCell ref="A1:B9"/>"#, count: 257)
    let workbook = TestWorkbook(
      rows: "<row><c><v>1</v></c></row>", rest: "<mergeCells>\(areas)</mergeCells>")
    #expect(try refusal(workbook.bytes).contains("damaged"))
  }

  @Test("Other files are told apart by what they hold")
  func others() throws {
    func words(_ bytes: [UInt8]) throws -> String? {
      let definition = DatasetDefinition(
        name: "x", title: LocalizedText(ja: "x", en: ""), columns: [])
      return try DatasetTable(TableFile(bytes), definition: definition).read { _, _ in }
        .problems.first.first?.message[.en]
    }
    let older: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]
    #expect(try words(older)?.contains("older workbook (.xls)") == true)
    let text = TestZip([("mimetype", "application/vnd.oasis.opendocument.spreadsheet")])
    #expect(try words(text.bytes)?.contains("no Excel workbook") == true)
    #expect(try words(Array("PK,a\n1,2\n".utf8)) != nil)
    #expect(try words(Array("PK\u{3}\u{4}".utf8))?.contains("damaged") == true)
  }

  @Test("Any change of a byte is read or refused, and nothing crashes")
  func noise() {
    var generator = SplitMix(state: 3)
    let whole = Self.one.bytes
    for _ in 0..<2_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      _ = try? sheetRows(bytes)
    }
  }
}
