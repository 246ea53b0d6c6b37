import Testing
import YuiQRCode

/// What ISO/IEC 18004 says of every symbol; that others read them is tried in `Tests/Interop`.
@Suite("QR codes")
struct QRCodeTests {
  private static let address = "https://131041.example.lg.jp/r/7k3m9q"

  private static let finder = [
    "#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######",
  ]

  @Test("Three corners hold a finder pattern, the fourth none")
  func corners() throws {
    let code = try QRCode(Self.address)
    let far = code.size - 7
    #expect(Self.part(of: code, row: 0, column: 0) == Self.finder)
    #expect(Self.part(of: code, row: 0, column: far) == Self.finder)
    #expect(Self.part(of: code, row: far, column: 0) == Self.finder)
    #expect(Self.part(of: code, row: far, column: far) != Self.finder)
  }

  @Test("Dark and light take turns on the timing patterns")
  func timing() throws {
    let code = try QRCode(Self.address)
    for place in 8..<code.size - 8 {
      #expect(code[row: 6, column: place] == (place % 2 == 0))
      #expect(code[row: place, column: 6] == (place % 2 == 0))
    }
  }

  /// Table 7 of the standard: the bytes that versions 1 to 3 hold at levels M and Q.
  @Test(
    "A text gets the smallest symbol that holds it",
    arguments: [
      (14, 21, QRCode.Correction.medium), (15, 25, .medium), (26, 25, .medium), (27, 29, .medium),
      (11, 21, .quartile), (12, 25, .quartile), (20, 25, .quartile), (21, 29, .quartile),
    ])
  func sizes(bytes: Int, size: Int, correction: QRCode.Correction) throws {
    let code = try QRCode(String(repeating: "a", count: bytes), correction: correction)
    #expect(code.size == size)
  }

  @Test(
    "The format information tells the level of correction", arguments: QRCode.Correction.allCases)
  func level(correction: QRCode.Correction) throws {
    let code = try QRCode(Self.address, correction: correction)
    // The first two bits beside the upper left finder, under the mask 10…: M is 00, Q is 11.
    let bits = [code[row: 8, column: 0] != true, code[row: 8, column: 1] != false]
    #expect(bits == (correction == .medium ? [false, false] : [true, true]))
  }

  @Test("The path draws every dark module once, inside the quiet zone")
  func path() throws {
    let code = try QRCode(Self.address)
    var drawn: Set<[Int]> = []
    for shape in code.path.split(separator: "z") {
      let numbers = shape.split { !"0123456789".contains($0) }.compactMap { Int($0) }
      try #require(numbers.count == 5, "M column row h length v 1 h -length")
      for column in numbers[0]..<numbers[0] + numbers[2] {
        #expect(drawn.insert([numbers[1], column]).inserted)
      }
    }
    var dark: Set<[Int]> = []
    for row in 0..<code.size {
      for column in 0..<code.size where code[row: row, column: column] {
        dark.insert([row + 4, column + 4])
      }
    }
    #expect(drawn == dark)
    #expect(code.side == code.size + 8)
  }

  @Test("An empty text and one that is too long are refused")
  func refusals() {
    #expect(throws: QRCodeError.self) { try QRCode("") }
    let error = #expect(throws: QRCodeError.self) {
      try QRCode(String(repeating: "あ", count: 167))
    }
    #expect(error?.code == .tooLong)
    #expect(throws: Never.self) { try QRCode(String(repeating: "a", count: 500)) }
  }

  private static func part(of code: QRCode, row: Int, column: Int) -> [String] {
    (row..<row + 7).map { row in
      String((column..<column + 7).map { code[row: row, column: $0] ? "#" : "." })
    }
  }
}
