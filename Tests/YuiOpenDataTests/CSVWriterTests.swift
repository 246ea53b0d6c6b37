import Testing
import YuiOpenData
import YuiText

@Suite("Writing CSV")
struct CSVWriterTests {
  @Test(
    "Fields are quoted and guarded where they must be",
    arguments: [
      (["a", "b"], "a,b\r\n"),
      (["a,b", "c\"d", "e\nf", "g\r\nh"], "\"a,b\",\"c\"\"d\",\"e\nf\",\"g\r\nh\"\r\n"),
      (["", ""], ",\r\n"),
      ([""], "\"\"\r\n"),
      (["=1+1", "+81-3-1234", "-x", "@sum", "\tx"], "'=1+1,'+81-3-1234,'-x,'@sum,'\tx\r\n"),
      (["\rx"], "\"'\rx\"\r\n"),
      (["-5", "+5", "-1.5", "0", "-1.", "-", "-1e5"], "-5,+5,-1.5,0,'-1.,'-,'-1e5\r\n"),
      (["'=x", "'x", "'-5"], "''=x,'x,''-5\r\n"),
      (["＝1+1", "＋1+1", "－1", "＠SUM"], "'＝1+1,'＋1+1,'－1,'＠SUM\r\n"),
      (
        ["\u{FEFF}=1", "\u{200B}\u{2060}＝1", " =1", "　-x"],
        "'\u{FEFF}=1,'\u{200B}\u{2060}＝1,' =1,'　-x\r\n"
      ),
      (["'\u{200B}=1", "\u{200B}'=1"], "''\u{200B}=1,'\u{200B}'=1\r\n"),
      (["\u{FEFF}あ=1", "１＋１", "ー1", "\u{200B}", " "], "\u{FEFF}あ=1,１＋１,ー1,\u{200B}, \r\n"),
      (["=HYPERLINK(\"x\",\"y\")"], "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n"),
    ] as [([String], String)])
  func writes(fields: [String], text: String) {
    var writer = CSVWriter()
    writer.write(fields)
    #expect(String(decoding: writer.take(), as: UTF8.self) == text)
  }

  @Test("Every character that compatibility makes the start of a formula is guarded")
  func compatibility() throws {
    for value in UInt32(0x80)...0xFFFF {
      guard let scalar = Unicode.Scalar(value),
        let start = TextFolding.foldWidth(String(scalar)).unicodeScalars.first,
        ["=", "+", "-", "@"].contains(start)
      else { continue }
      var writer = CSVWriter()
      writer.write(["\(scalar)1"])
      #expect(String(decoding: writer.take(), as: UTF8.self) == "'\(scalar)1\r\n")
    }
  }

  @Test("The byte order mark comes once, and pieces follow each other")
  func pieces() {
    var writer = CSVWriter(byteOrderMark: true)
    writer.write(["a"])
    #expect(writer.count == 6)
    #expect(writer.take() == [0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A])
    writer.write(["b"])
    #expect(writer.take() == [0x62, 0x0D, 0x0A])
  }

  @Test("What was written is read back to the letter")
  func roundTrip() throws {
    var generator = SplitMix(state: 7)
    let alphabet = Array("'''=+-@,\"\t\r\n 15.aあ髙").map(String.init) + ["\r\n", "＝", "\u{FEFF}"]
    var rows: [[String]] = []
    for _ in 0..<5_000 {
      rows.append(
        (0..<3).map { _ in
          (0..<Int.random(in: 0...5, using: &generator))
            .map { _ in alphabet.randomElement(using: &generator) ?? "" }.joined()
        })
    }
    var writer = CSVWriter(byteOrderMark: true)
    for row in rows { writer.write(row) }
    let first = writer.take()
    let read = try CSVReaderTests.rows(first)
    #expect(read == rows)
    var again = CSVWriter(byteOrderMark: true)
    for row in read { again.write(row) }
    #expect(again.take() == first)
  }
}
