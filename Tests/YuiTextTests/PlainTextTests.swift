import Testing
import YuiText

@Suite("Texts that anybody can read")
struct PlainTextTests {
  /// Unicode Standard Annex 9, table 1, without the marks LRM, RLM and ALM, which turn nothing.
  private static let directions = [
    "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}",
    "\u{2069}",
  ]

  @Test("A line holds no controls, separators of lines and turns of direction")
  func lines() {
    for unseen in Self.directions + [
      "\n", "\t", "\r", "\0", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}",
    ] {
      #expect(!"図書\(unseen)館".isLine(of: 100), "\(unseen.unicodeScalars)")
    }
    for seen in ["図書館", "👨‍👩‍👧", "e\u{301}", "مكتبة", "a\u{200E}b", ""] {
      #expect(seen.isLine(of: 100))
    }
    #expect("図書館".isLine(of: 3))
    #expect(!"図書館".isLine(of: 2))
    #expect(!"e\u{301}".isLine(of: 1))
  }

  @Test("A text has lines and tabs as well")
  func texts() {
    #expect("月曜休館\n\t祝日は開館".isText(of: 100))
    #expect(!"月曜\u{7}休館".isText(of: 100))
    #expect(!"月曜休館".isText(of: 3))
  }

  @Test("What turns the direction is left out, and nothing else")
  func directions() {
    for direction in Self.directions {
      #expect("\(direction)図書\(direction)館".withoutDirectionControls == "図書館")
    }
    #expect("a\u{200F}b\n👨‍👩‍👧".withoutDirectionControls == "a\u{200F}b\n👨‍👩‍👧")
  }

  @Test(
    "Lines become one",
    arguments: [
      ("新宿区\n西新宿", "新宿区 西新宿"), ("a\r\nb", "a b"), ("a\n\nb\tc", "a b c"),
      ("a\u{2028}b\u{2029}c\u{85}d", "a b c d"), ("\u{202A}03-1234\u{202C}", "03-1234"),
      ("a  b", "a  b"), ("", ""),
    ])
  func joined(text: String, line: String) { #expect(text.onOneLine == line) }
}
