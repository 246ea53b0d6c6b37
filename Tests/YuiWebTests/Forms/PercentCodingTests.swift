import Testing
import YuiWeb

@Suite struct PercentCodingTests {
  @Test(
    "Text is decoded",
    arguments: [
      ("abc", "abc"), ("a%20b", "a b"), ("%E7%B5%90", "結"), ("%e7%b5%90", "結"), ("結", "結"),
      ("%25", "%"), ("a+b", "a+b"), ("", ""), ("%F0%A0%AE%B7", "𠮷"), ("%2F", "/"),
    ])
  func decode(encoded: String, text: String) {
    #expect(PercentCoding.decode(encoded) == text)
  }

  @Test("A plus is a space where forms and queries are read")
  func plus() {
    #expect(PercentCoding.decode("a+b%2Bc", plusIsSpace: true) == "a b+c")
  }

  @Test(
    "What is not well formed is refused, not guessed",
    arguments: [
      "%", "%4", "%zz", "a%", "%%20", "%4G", "% 4", "%00", "a%00b", "\u{0}",
      "%FF", "%C0%AF", "%E7%B5", "%ED%A0%80", "%F4%90%80%80",
    ])
  func refuse(encoded: String) {
    #expect(PercentCoding.decode(encoded) == nil)
  }

  // The unreserved characters are those of RFC 3986, section 2.3.
  @Test(
    "Text is encoded to be only text anywhere in an address",
    arguments: [
      ("AZaz09-._~", "AZaz09-._~"), ("a b", "a%20b"), ("結", "%E7%B5%90"),
      ("/?#[]@!$&'()*+,;=%", "%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%25"),
    ])
  func encode(text: String, encoded: String) {
    #expect(PercentCoding.encode(text) == encoded)
    #expect(PercentCoding.decode(encoded) == text)
  }
}
