import Testing
import YuiOpenData
import YuiText

@Suite("Reading CSV")
struct CSVReaderTests {
  static func rows(_ bytes: [UInt8], limits: TableLimits = TableLimits()) throws -> [[String]] {
    var reader = try CSVReader(TableFile(bytes), limits: limits)
    var rows: [[String]] = []
    while let record = try reader.next() {
      rows.append((0..<record.count).map { record[$0] })
    }
    return rows
  }

  // The examples of RFC 4180, section 2, and what files from spreadsheets add to them.
  @Test(
    "Rows and fields",
    arguments: [
      ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      ("aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      (
        "\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx",
        [["aaa", "b\r\nbb", "ccc"], ["zzz", "yyy", "xxx"]]
      ),
      ("\"aaa\",\"b\"\"bb\",\"ccc\"", [["aaa", "b\"bb", "ccc"]]),
      ("\"\"\"\"", [["\""]]),
      ("\"\",", [["", ""]]),
      ("a\nb\n", [["a"], ["b"]]),
      ("\u{FEFF}a,b", [["a", "b"]]),
      ("\r\n\na\n\n\nb\n\n", [["a"], ["b"]]),
      (",\n", [["", ""]]),
      (" a , b ", [[" a ", " b "]]),
      ("a\tb", [["a\tb"]]),
      ("\"a\nb\rc\td\"", [["a\nb\rc\td"]]),
      ("窓口,\"保育、\"\"園\"\"\"", [["窓口", "保育、\"園\""]]),
      ("'=1+1,'text,'-5,''@x", [["=1+1", "'text", "-5", "'@x"]]),
      ("", []),
      ("\u{FEFF}", []),
    ] as [(String, [[String]])])
  func reads(text: String, rows: [[String]]) throws {
    #expect(try Self.rows(Array(text.utf8)) == rows)
  }

  @Test("CP932 is read")
  func cp932() throws {
    let bytes = try #require(CP932.encode("施設,SSID\r\n髙島,①\r\n"))
    #expect(try Self.rows(bytes) == [["施設", "SSID"], ["髙島", "①"]])
  }

  @Test("Lines are counted through line breaks in fields")
  func lines() throws {
    var reader = try CSVReader(TableFile(Array("h\r\n\"a\r\nb\nc\"\r\n\r\nd\n".utf8)))
    var lines: [Int] = []
    while let record = try reader.next() { lines.append(record.line) }
    #expect(lines == [1, 2, 6])
  }

  @Test(
    "A broken file ends the reading, with its place",
    arguments: [
      ("a,b\n1,\"2\n3,4\n", 2, 2), ("a,b\n1,2\"3\n", 2, 2), ("a,b\n\"1\"2,3\n", 2, 1),
      ("a\rb\r", 1, 1), ("a,b\n\"1\n2\n\"x", 2, 1), ("\"", 1, 1), ("a,\"\"\"", 1, 2),
    ])
  func broken(text: String, line: Int, column: Int) throws {
    let problem = #expect(throws: RowProblem.self) { try Self.rows(Array(text.utf8)) }
    #expect(problem?.line == line)
    #expect(problem?.column?.number == column)
  }

  @Test(
    "Control characters are noted, and reading goes on",
    arguments: ["\0", "\u{1}", "\u{1B}", "\u{7F}", "\u{80}", "\u{9F}"])
  func controls(control: String) throws {
    for text in ["a,b\(control)\nc\n", "a,\"b\(control)\"\nc\n"] {
      var reader = try CSVReader(TableFile(Array(text.utf8)))
      let first = try #require(try reader.next())
      #expect(first.problem?.column?.number == 2)
      let second = try #require(try reader.next())
      #expect(second.problem == nil)
      #expect(second[0] == "c")
    }
  }

  @Test("No-break space and letters above U+00BF are no control characters")
  func noControls() throws {
    var reader = try CSVReader(TableFile(Array("\u{A0}é©¢".utf8)))
    #expect(try reader.next()?.problem == nil)
  }

  @Test("Bounds hold")
  func bounds() throws {
    let field = [UInt8](repeating: UInt8(ascii: "a"), count: 65_536)
    #expect(try Self.rows(field).count == 1)
    #expect(throws: RowProblem.self) { try Self.rows(field + [UInt8(ascii: "a")]) }
    let quoted = Array("\"".utf8) + field + Array("\"\"\"".utf8)
    #expect(throws: RowProblem.self) { try Self.rows(quoted) }
    let columns = [UInt8](repeating: UInt8(ascii: ","), count: 255)
    #expect(try Self.rows(columns).first?.count == 256)
    #expect(throws: RowProblem.self) { try Self.rows(columns + [UInt8(ascii: ",")]) }
    let rows = Array("a\nb\nc\n".utf8)
    #expect(try Self.rows(rows, limits: TableLimits(rows: 3)).count == 3)
    let problem = #expect(throws: RowProblem.self) {
      try Self.rows(rows, limits: TableLimits(rows: 2))
    }
    #expect(problem?.line == 3)
  }

  @Test("Bytes of no encoding are refused with their line")
  func encodings() throws {
    let problem = #expect(throws: RowProblem.self) {
      try Self.rows(Array("a\nb\nc".utf8) + [0xFF, 0x0A])
    }
    #expect(problem?.line == 3)
    let named = #expect(throws: RowProblem.self) {
      _ = try CSVReader(TableFile([0x61, 0x0A, 0x91, 0x8B]), encoding: .utf8)
    }
    #expect(named?.line == 2)
  }

  @Test("Any bytes are read or refused, and nothing crashes")
  func noise() {
    var generator = SplitMix(state: 42)
    let alphabet: [UInt8] = [
      0x22, 0x22, 0x2C, 0x0D, 0x0A, 0x61, 0x27, 0x3D, 0x00, 0xC2, 0x85, 0xE7,
    ]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      _ = try? Self.rows(bytes)
    }
  }
}

/// Steele, Lea and Flood's SplitMix64, for the same numbers in each run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
