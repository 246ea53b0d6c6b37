@testable import ReviewWidget
import Testing

@Suite struct ShortCodeTests {
  @Test("A code has six characters of Crockford's base 32, and chance makes others each time")
  func random() {
    let codes = (0..<1_000).map { _ in ShortCode.random().description }
    #expect(Set(codes).count > 990)
    #expect(codes.allSatisfy { $0.count == 6 })
    // douglascrockford.com/base32: the digits, and the letters without I, L, O and U.
    #expect(Set(codes.joined()) == Set("0123456789abcdefghjkmnpqrstvwxyz"))
  }

  @Test(
    "What somebody typed for a character that looks alike is understood",
    arguments: [
      ("7k3m9q", "7k3m9q"), ("7K3M9Q", "7k3m9q"), ("O0oIl1", "000111"), ("abcde", nil),
      ("abcdefg", nil), ("abcdeu", nil), ("abc-de", nil), ("あいうえおか", nil), ("", nil),
      ("７k3m9q", nil),
    ])
  func typed(text: String, code: String?) {
    #expect(ShortCode(typed: text)?.description == code)
  }
}
