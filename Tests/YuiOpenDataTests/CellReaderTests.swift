import Testing
import YuiOpenData
import YuiText

@Suite("Reading cells")
struct CellReaderTests {
  enum Kind: String, CaseIterable { case procedure, counter }

  static let kind = CellReader<Kind>.choice {
    LocalizedText(ja: $0 == .counter ? "窓口" : "手続き", en: "")
  }

  /// Reads one cell; what was repaired is returned as text beside it.
  func read<Value>(_ cell: String, _ reader: CellReader<Value>) throws -> (Value?, String?) {
    let definition = DatasetDefinition(
      name: "x", title: LocalizedText(ja: "x", en: ""),
      columns: [
        DatasetColumn("cell", label: LocalizedText(ja: "cell", en: "")),
        DatasetColumn("other", label: LocalizedText(ja: "other", en: "")),
      ])
    var writer = CSVWriter()
    writer.write(["cell", "other"])
    writer.write([cell, "x"])
    var value: Value?
    let report = try DatasetTable(TableFile(writer.take()), definition: definition).read { row, _ in
      value = try row.required("cell", reader)
    }
    return (value, report.repairs.first.first?.to)
  }

  @Test(
    "Whole numbers",
    arguments: [
      ("5", 5, nil), ("-5", -5, nil), ("５", 5, "5"), ("－５", -5, "-5"), ("+5", 5, "5"),
      ("007", 7, "7"),
      ("1,000", 1_000, "1000"), ("１，０００", 1_000, "1000"), (" 5", 5, "5"), ("0", 0, nil),
      ("5.5", nil, nil), ("5.0", nil, nil), ("", nil, nil), ("五", nil, nil), ("1,00", nil, nil),
      ("1 000", nil, nil), ("1001", nil, nil), ("-1001", nil, nil), ("0x10", nil, nil),
      ("1e2", nil, nil),
      ("٣", nil, nil), ("99999999999999999999999", nil, nil), ("--5", nil, nil), (",", nil, nil),
    ] as [(String, Int?, String?)])
  func integers(cell: String, value: Int?, repaired: String?) throws {
    let (read, repair) = try read(cell, .integer(in: -1_000...1_000))
    #expect(read == value)
    #expect(repair == repaired)
  }

  @Test(
    "Months",
    arguments: [
      ("2026-04", "2026-04", nil), ("2026/4", "2026-04", "2026-04"),
      ("2026年4月", "2026-04", "2026-04"),
      ("２０２６年１２月", "2026-12", "2026-12"), ("2026.04", "2026-04", "2026-04"),
      ("2026-13", nil, nil), ("Apr-26", nil, nil), ("2026", nil, nil), ("2026-04-01", nil, nil),
      ("26-04", nil, nil), ("2026年4", nil, nil), ("2026/4月", nil, nil), ("2026 04", nil, nil),
      ("202604", nil, nil),
    ] as [(String, String?, String?)])
  func months(cell: String, value: String?, repaired: String?) throws {
    let (read, repair) = try read(cell, .month)
    #expect(read?.iso == value)
    #expect(repair == repaired)
  }

  @Test(
    "Dates",
    arguments: [
      ("2026-04-01", "2026-04-01", nil), ("2024/9/1", "2024-09-01", "2024-09-01"),
      ("2024年9月1日", "2024-09-01", "2024-09-01"), ("2026-02-30", nil, nil), ("2026/4-1", nil, nil),
      ("令和8年4月1日", "2026-04-01", "2026-04-01"), ("Ｒ８．４．１", "2026-04-01", "2026-04-01"),
      ("平成8年4月31日", nil, nil), ("平成40年4月1日", nil, nil), ("2026-04-01x", nil, nil),
    ] as [(String, String?, String?)])
  func dates(cell: String, value: String?, repaired: String?) throws {
    let (read, repair) = try read(cell, .date)
    #expect(read?.iso == value)
    #expect(repair == repaired)
  }

  @Test("Choices are read by value and by label")
  func choices() throws {
    #expect(try read("counter", Self.kind) == (.counter, nil))
    #expect(try read("Counter", Self.kind) == (.counter, "counter"))
    #expect(try read("窓口", Self.kind) == (.counter, "counter"))
    #expect(try read("手続キ", Self.kind) == (.procedure, "procedure"))
    #expect(try read("contract", Self.kind) == (nil, nil))
  }

  @Test(
    "A line leaves out what turns the direction of writing, and refuses ends of lines",
    arguments: [
      ("図書\u{202E}館", "図書館", "図書館"), ("\u{2068}a\u{2069}", "a", "a"), ("図書館", "図書館", nil),
      ("a\nb", nil, nil), ("a\u{2028}b", nil, nil),
    ] as [(String, String?, String?)])
  func lines(cell: String, value: String?, repaired: String?) throws {
    #expect(try read(cell, .line(max: 5)) == (value, repaired))
  }

  @Test("Lines are joined where a reader asks for it")
  func joined() throws {
    #expect(try read("a\nb", .line(max: 5).joiningLines) == ("a b", "a b"))
  }

  @Test("Names are trimmed; what people wrote is kept to the letter")
  func texts() throws {
    #expect(try read(" a b\n", .text(max: 3)) == ("a b", "a b"))
    #expect(try read(" a b\n", .verbatim(max: 5)) == (" a b\n", nil))
    #expect(try read(" ", .text(max: 5)) == (nil, nil))
    #expect(try read("=1", .verbatim(max: 5)) == ("=1", nil))
    #expect(try read("髙島👨‍👩‍👧", .text(max: 7)) == ("髙島👨‍👩‍👧", nil))
    #expect(try read("髙島👨‍👩‍👧", .text(max: 6)) == (nil, nil))
    #expect(try read("e\u{301}", .text(max: 2)).0?.unicodeScalars.count == 2)
  }

  @Test("Slugs")
  func slugs() throws {
    #expect(try read("counter-12", .slug).0?.description == "counter-12")
    #expect(try read("Ｃｏｕｎｔｅｒ-12", .slug) == (Slug("counter-12"), "counter-12"))
    #expect(try read("窓口", .slug).0 == nil)
    #expect(try read("a b", .slug).0 == nil)
  }

  @Test(
    "Addresses of the web are taken",
    arguments: ["https://example.lg.jp/a?b=c#d", "http://localhost:8080", "HTTPS://例え.jp/窓口"])
  func addresses(cell: String) throws {
    #expect(try read(cell, .url) == (cell, nil))
  }

  @Test(
    "Other addresses are refused",
    arguments: [
      "javascript:alert(1)", "ftp://example.jp", "https://", "https:///path", "example.jp",
      "//example.jp",
      "https://a b", "https://user@example.jp", "https://a\"b", "https://a\nb", "https://<a>",
    ])
  func noAddresses(cell: String) throws {
    #expect(try read(cell, .url).0 == nil)
  }

  @Test("Times have an offset")
  func times() throws {
    #expect(try read("2026-04-01T09:00:00+09:00", .timestamp).0?.rfc3339 == "2026-04-01T00:00:00Z")
    #expect(try read("2026-04-01 09:00", .timestamp).0 == nil)
  }

  @Test("A dash is nothing, and told", arguments: ["-", "－", "―", "ー", "−", " - "])
  func dashes(cell: String) throws {
    let (date, repair) = try read(cell, CellReader<CalendarDate>.date.orDash)
    #expect(date == .some(nil))
    #expect(repair == "")
    #expect(try read(cell, CellReader<String>.verbatim(max: 5).orDash).0 == .some(nil))
  }

  @Test("What is not a dash alone is read as ever")
  func noDashes() throws {
    #expect(
      try read("2026/4/1", CellReader<CalendarDate>.date.orDash).0
        == CalendarDate(iso: "2026-04-01"))
    #expect(try read("2026/4/1", CellReader<CalendarDate>.date.orDash).1 == "2026-04-01")
    #expect(try read("--", CellReader<CalendarDate>.date.orDash).0 == nil)
    #expect(try read("1-2", CellReader<String>.line(max: 5).orDash).0 == "1-2")
  }

  @Test("Half-width katakana are read in full width, and told")
  func kana() throws {
    #expect(try read("ﾄｼｮｶﾝ", .line(max: 5).wideningKana).0 == "トショカン")
    #expect(try read("ﾄｼｮｶﾝ", .line(max: 5).wideningKana).1 == "トショカン")
    #expect(try read("図書館 1F", .line(max: 6).wideningKana).1 == nil)
    #expect(try read("ｶﾞｶﾞｶﾞ", .line(max: 3).wideningKana).0 == "ガガガ")
  }
}
