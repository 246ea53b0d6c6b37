import Testing
import YuiText

@Suite("Text encodings")
struct EncodingTests {
  // Bytes from Microsoft's table of code page 932 (unicode.org, CP932.TXT).
  @Test(
    "CP932 reads and writes its own characters",
    arguments: [
      ([0x41], "A"), ([0x5C], "\\"), ([0x7E], "~"), ([0x87, 0x40], "①"), ([0xFB, 0xFC], "髙"),
      ([0xED, 0x95], "﨑"), ([0x81, 0x60], "～"), ([0xB1, 0xDE], "ｱﾞ"), ([0x88, 0x9F], "亜"),
      ([0x82, 0xA0], "あ"), ([0x94, 0x5C], "能"), ([0x87, 0x82], "№"), ([0x81, 0x7C], "－"),
      ([], ""),
    ] as [([UInt8], String)])
  func cp932(bytes: [UInt8], text: String) {
    #expect(CP932.decode(bytes) == text)
    if bytes != [0xED, 0x95] { #expect(CP932.encode(text) == bytes) }
  }

  @Test("Of two codes for one character, the one Windows writes is written")
  func necSelected() {
    #expect(CP932.encode("﨑") == [0xFA, 0xB1])
  }

  @Test(
    "Characters of other systems are written as their Windows twin",
    arguments: [
      ("\u{301C}", "\u{FF5E}"), ("\u{2212}", "\u{FF0D}"), ("\u{A5}", "\\"), ("\u{203E}", "~"),
    ])
  func twins(text: String, twin: String) {
    #expect(CP932.encode(text) == CP932.encode(twin))
    #expect(CP932.encode(text).flatMap(CP932.decode) == twin)
  }

  @Test(
    "Bytes that mean nothing give no text",
    arguments: [
      [0x82], [0x41, 0x82], [0x82, 0x20], [0x81, 0xAD], [0xFF], [0xFD], [0x85, 0x9F], [0xFC, 0xFC],
    ] as [[UInt8]])
  func invalid(bytes: [UInt8]) {
    #expect(CP932.decode(bytes) == nil)
  }

  @Test("Characters that CP932 lacks give no bytes", arguments: ["€", "한", "😀", "é", "a\u{3099}"])
  func unencodable(text: String) {
    #expect(CP932.encode(text) == nil)
  }

  @Test("A file is UTF-8 where it can be, and CP932 otherwise")
  func automatic() {
    #expect(TextEncoding.decodeText(Array("窓口".utf8)) == "窓口")
    #expect(TextEncoding.decodeText([0xEF, 0xBB, 0xBF] + Array("窓口".utf8)) == "窓口")
    #expect(TextEncoding.decodeText([0x91, 0x8B, 0x8C, 0xFB]) == "窓口")
    #expect(TextEncoding.decodeText([0xFF, 0xFE, 0x41, 0x00]) == nil)
    #expect(TextEncoding.decodeText([]) == "")
  }

  @Test("A named encoding is obeyed")
  func named() {
    // The same two bytes are ﾃｩ in CP932.
    #expect(TextEncoding.decodeText([0xC3, 0xA9]) == "é")
    #expect(TextEncoding.decodeText([0xC3, 0xA9], as: .cp932) == "ﾃｩ")
    #expect(TextEncoding.decodeText([0x91, 0x8B], as: .utf8) == nil)
    #expect(TextEncoding(rawValue: "utf-8") == .utf8)
    #expect(TextEncoding(rawValue: "cp932") == .cp932)
  }
}
