import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText

@Suite struct DatasetExportTests {
  @Test(
    "A file for Excel has the columns in order and a byte order mark", arguments: Engine.allCases)
  func csv(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    try tenant.put(["b": "昼, \"正午\"", "a": "朝\n早く", "c": "晩"])
    let (text, rows) = try tenant.export(.csv)
    #expect(rows == 3)
    #expect(text == "\u{FEFF}slug,body\r\na,\"朝\n早く\"\r\nb,\"昼, \"\"正午\"\"\"\r\nc,晩\r\n")
  }

  @Test("A file for programs is a list of objects", arguments: Engine.allCases)
  func json(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    #expect(try tenant.export(.json).text == "[\n]\n")
    try tenant.put(["b": "昼 \"正午\" /", "a": "=朝"])
    #expect(
      try tenant.export(.json).text
        == #"""
        [
        {"body":"=朝","slug":"a"},
        {"body":"昼 \"正午\" /","slug":"b"}
        ]

        """#)
  }

  @Test("More rows than a page holds are all written once", arguments: Engine.allCases)
  func pages(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    let slugs = (1...2_000).map { "n\(10_000 + $0)" }
    try tenant.store.write { transaction in
      for slug in slugs {
        try transaction.execute(
          "INSERT INTO notices_items (slug, body, place) VALUES (\(slug), \(slug), 1)")
      }
    }
    let (text, rows) = try tenant.export(.csv)
    #expect(rows == 2_000)
    let lines = text.split(separator: "\r\n").dropFirst()
    #expect(lines.map(String.init) == slugs.map { "\($0),\($0)" })
  }

  // The first characters are those of OWASP ASVS 5.0, 1.2.10.
  @Test(
    "A text that a spreadsheet would run is guarded in the file and whole after an import",
    arguments: Engine.allCases,
    [
      ("=1+1", "'=1+1"), ("+81-3", "'+81-3"), ("-朝", "'-朝"), ("@SUM(A1)", "'@SUM(A1)"),
      ("'=1", "''=1"), ("-1.5", "-1.5"), ("a=1", "a=1"), ("'朝", "'朝"),
      ("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\""),
    ])
  func formulas(engine: Engine, example: (text: String, cell: String)) throws {
    let (text, cell) = example
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    try tenant.put(["a": text])
    let file = try tenant.export(.csv).text
    #expect(file == "\u{FEFF}slug,body\r\na,\(cell)\r\n")
    let unchanged = try tenant.importNotices(file)
    #expect(unchanged.unchanged == 1)
    let other = try TestTenant(engine, modules: [ExampleModule()])
    #expect(try other.importNotices(file).created == 1)
    #expect(try other.notices() == ["a": text])
  }
}

extension TestTenant {
  fileprivate func export(_ format: DatasetExport.Format) throws -> (text: String, rows: Int) {
    var bytes: [UInt8] = []
    let rows = try DatasetExport.write(NoticesDataset(), as: format, from: store) { bytes += $0 }
    return (String(decoding: bytes, as: UTF8.self), rows)
  }
}
