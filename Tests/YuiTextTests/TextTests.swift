import Testing
import YuiText

@Suite("Texts and slugs")
struct TextTests {
  @Test("A text without translation is shown in Japanese")
  func fallback() {
    let text = LocalizedText(ja: "窓口", en: "")
    #expect(text[.en] == "窓口")
    #expect(LocalizedText(ja: "窓口", en: "Counter")[.en] == "Counter")
  }

  @Test(
    "White space of every kind is trimmed at the ends",
    arguments: [(" a ", "a"), ("\u{3000}窓 口\r\n", "窓 口"), ("", ""), ("\t", ""), ("a", "a")])
  func trimming(text: String, trimmed: String) {
    #expect(text.trimmingWhitespace == trimmed)
  }

  @Test("White space is what Unicode says, of all characters of the first plane")
  func whiteSpace() {
    for scalar in (0...0xFFFF).compactMap(Unicode.Scalar.init(_:)) {
      let isTrimmed = String(scalar).trimmingWhitespace.isEmpty
      guard isTrimmed != scalar.properties.isWhitespace else { continue }
      Issue.record("U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test("Slugs are taken as they are", arguments: ["a", "counter-12", "0", "a--b"])
  func slugs(text: String) {
    #expect(Slug(text)?.description == text)
  }

  @Test(
    "What is no slug is refused",
    arguments: [
      "", "-", "-a", "a-", "A", "a b", "a_b", "窓口", "é", "a/b", ".",
      String(repeating: "a", count: 65),
    ])
  func notSlugs(text: String) {
    #expect(Slug(text) == nil)
  }

  @Test(
    "Names in ASCII keep their letters",
    arguments: [
      ("City Hall, Counter 12", "city-hall-counter-12"), ("ＡＢＣ　１２", "abc-12"), (" (x) ", "x"),
      ("Wi-Fi – free", "wi-fi-free"),
    ])
  func fromNames(name: String, slug: String) {
    #expect(Slug(fromName: name)?.description == slug)
  }

  @Test("Long names are cut, and not at a hyphen")
  func longNames() {
    let name = String(repeating: "abc ", count: 40)
    let slug = Slug(fromName: name)?.description
    #expect(slug == Array(repeating: "abc", count: 16).joined(separator: "-"))
  }

  @Test("Other names give no slug", arguments: ["窓口", "窓口 A", "Café", "!?", "", "ー"])
  func noNames(name: String) {
    #expect(Slug(fromName: name) == nil)
  }
}
