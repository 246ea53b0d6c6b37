import Testing
import YuiTenancy

@Suite struct EmailAddressTests {
  private static let longLocal = String(repeating: "a", count: 64)
  private static let longLabel = String(repeating: "b", count: 63)
  // The most there may be: 254 bytes, as 64 before the @ and labels of 63, 63 and 61 behind it.
  private static let longest =
    "\(longLocal)@\(longLabel).\(longLabel).\(String(repeating: "c", count: 61))"

  @Test(
    "An address is a sign-in name in lower case",
    arguments: [
      ("sato@city.example.jp", "sato@city.example.jp"),
      ("Taro.SATO+Test@City.Example.LG.JP", "taro.sato+test@city.example.lg.jp"),
      ("a@b", "a@b"), ("o'neil@example.jp", "o'neil@example.jp"),
      ("a@1-2.example.jp", "a@1-2.example.jp"), (longest, longest),
    ])
  func read(text: String, address: String) {
    #expect(EmailAddress(text)?.description == address)
  }

  @Test(
    "What cannot be an address is refused",
    arguments: [
      "", "a", "@", "a@", "@b.jp", "a@@b.jp", "a@b@c.jp", "a b@c.jp", " a@b.jp", "a@b.jp ",
      "a@b.jp\n", "a\u{0}@b.jp", "佐藤@example.jp", "a@例え.jp", "ａ@b.jp", "a@b..jp", "a@.jp",
      "a@b.jp.", "a@-b.jp", "a@b-.jp", "a@b_c.jp", "a@[127.0.0.1]", "a@b{c.jp",
      "\(longLocal)a@b.jp", "a@\(longLabel)b.jp", "\(longest)c",
    ])
  func refuse(text: String) {
    #expect(EmailAddress(text) == nil)
  }
}
