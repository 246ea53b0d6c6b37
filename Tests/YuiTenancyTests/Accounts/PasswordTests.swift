import Testing
import YuiTenancy

@Suite struct PasswordTests {
  @Test(
    "Length is what counts",
    arguments: [
      "correct horse battery staple", "sakura no ki no shita", "my password is long",
      "nuklear-9-ab", "あさがおのたねを十粒まいた",
      "            x y z", String(repeating: "Yui 結! ", count: 51),
      // Twelve characters, each of many scalars.
      "👩‍👩‍👧👨‍👩‍👦🇯🇵🇫🇷👍🏽👩🏻‍🚒é結び目だよ",
    ])
  func accepted(text: String) {
    #expect(refusal(of: text) == nil)
  }

  @Test(
    "A password that is too short, too long or among the first to be tried is refused",
    arguments: [
      ("", PasswordError.tooShort), ("elevenchars", .tooShort), ("あいうえおかきくけこさ", .tooShort),
      (String(repeating: "ab3-", count: 128) + "x", .tooLong),
      (String(repeating: "結び目だ", count: 43), .tooLong),
      ("aaaaaaaaaaaa", .guessable), ("abababababab", .guessable), ("abcabcabcabc", .guessable),
      ("abcdefghijkl", .guessable), ("ABCDEFGHIJKLM", .guessable), ("lkjihgfedcba", .guessable),
      ("123456789012", .guessable), ("01234567890123456789", .guessable),
      ("210987654321", .guessable), ("password1234", .guessable), ("PASSWORDpassword", .guessable),
      ("Passw0rd2026!", .guessable), ("qwertyuiop123", .guessable), ("admin20260401", .guessable),
    ])
  func refused(text: String, error: PasswordError) {
    #expect(refusal(of: text) == error)
  }

  @Test("Exactly 512 bytes are still a password")
  func longest() {
    #expect(refusal(of: String(repeating: "ab3-", count: 128)) == nil)
  }

  private func refusal(of text: String) -> PasswordError? {
    do throws(PasswordError) {
      _ = try Password(text)
      return nil
    } catch {
      return error
    }
  }
}
