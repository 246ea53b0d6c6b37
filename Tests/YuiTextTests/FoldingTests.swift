import Testing
import YuiText

@Suite("Folding and search tokens")
struct FoldingTests {
  @Test(
    "The same word in other clothes folds to the same text",
    arguments: [
      ("ﾎｲｸｴﾝ", "ほいくえん"), ("保育園", "保育園"), ("ＡＢＣ１２３", "abc123"), ("ガス", "がす"),
      ("ｶﾞｽ", "がす"), ("か\u{3099}す", "がす"), ("ヴァイオリン", "ゔぁいおりん"), ("ヵヶ", "ゕゖ"),
      ("ヷ", "わ\u{3099}"), ("サーバー", "さーばー"), ("ｻｰﾊﾞｰ", "さーばー"), ("ヽヾ", "ゝゞ"),
      ("㍻", "平成"), ("①", "1"), ("㈱", "(株)"), ("髙", "髙"), ("Straße", "strasse"),
      ("İ", "i\u{307}"), ("ﬁ", "fi"), ("e\u{301}", "é"), ("a\u{200B}b", "ab"),
      (" a \u{3000}\t\n b ", "a b"), ("", ""), (" ", ""), ("a\0b", "a\0b"), ("👨‍👩‍👧", "👨👩👧"),
    ])
  func folds(text: String, folded: String) {
    #expect(TextFolding.fold(text).unicodeScalars.elementsEqual(folded.unicodeScalars))
    #expect(TextFolding.fold(folded) == folded)
  }

  @Test(
    "Half-width katakana are written in full width, and nothing else changes",
    arguments: [
      ("ﾄｼｮｶﾝ No.1", "トショカン No.1"), ("ｼﾞﾄﾞｳｶﾝ", "ジドウカン"), ("ﾊﾟｰｸ", "パーク"), ("ｳﾞｨﾗ･A", "ヴィラ・A"),
      ("図書館１階", "図書館１階"), ("㈱か\u{3099}す", "㈱か\u{3099}す"), ("あﾞい", "あ\u{3099}い"), ("", ""),
    ])
  func widens(text: String, widened: String) {
    #expect(TextFolding.widenKana(text).unicodeScalars.elementsEqual(widened.unicodeScalars))
  }

  @Test(
    "Tokens are characters and pairs of neighbours",
    arguments: [
      ("保育園", ["保", "育", "保育", "園", "育園"]),
      ("ab b", ["a", "b", "ab"]),
      ("あああ", ["あ", "ああ"]),
      ("", []),
      (" ", []),
    ])
  func tokens(text: String, tokens: [String]) {
    #expect(TextFolding.searchTokens(text) == tokens)
  }

  @Test("The tokens of a part are among the tokens of the whole")
  func parts() {
    let whole = TextFolding.fold("区役所の窓口 が👨‍👩‍👧わ\u{3099}かりにくい")
    let all = Set(TextFolding.searchTokens(whole))
    let scalars = Array(whole.unicodeScalars)
    for start in scalars.indices {
      for end in start..<scalars.count {
        let part = String(String.UnicodeScalarView(scalars[start...end]))
        #expect(all.isSuperset(of: TextFolding.searchTokens(part)))
      }
    }
  }
}
