import FoundationEssentials
import Testing
import YuiText

@Suite("Languages, and texts in them")
struct LanguageTests {
  @Test(
    "A language is chosen by its tag",
    arguments: [
      ("ja", Language.ja), ("ja-JP", .ja), ("ja-simple", .easy), ("JA-Simple", .easy),
      ("ja-JP-simple", .easy), ("en", .en), ("en-US", .en), ("zh", .zhHans), ("zh-CN", .zhHans),
      ("zh-Hans", .zhHans), ("zh-Hant-TW", .zhHans), ("ko-KR", .ko), ("vi", .vi),
    ])
  func tags(tag: String, language: Language) {
    #expect(Language(tag: tag) == language)
  }

  @Test(
    "A tag of another language chooses none",
    arguments: ["", "j", "de", "jam", "enm-GB", "*", "vie", "zhh", "-", "ja_JP", "日本"])
  func otherTags(tag: String) {
    #expect(Language(tag: tag) == nil)
  }

  @Test("Every tag that is sent chooses its language again", arguments: Language.allCases)
  func roundTrip(language: Language) {
    #expect(Language(tag: language.rawValue) == language)
  }

  @Test(
    "A text without words in a language is told in the next best, and says which",
    arguments: [
      (Language.ja, "評価", Language.ja), (.easy, "評価", .ja), (.en, "Reviews", .en),
      (.zhHans, "Reviews", .en), (.ko, "평가", .ko), (.vi, "Reviews", .en),
    ])
  func fallback(asked: Language, words: String, spoken: Language) {
    let text = LocalizedText(ja: "評価", en: "Reviews", ko: "평가")
    #expect(text[asked] == words)
    #expect(text.spokenLanguage(in: asked) == spoken)
  }

  @Test("A text in Japanese alone is Japanese to everybody", arguments: Language.allCases)
  func japaneseAlone(language: Language) {
    let text = LocalizedText(ja: "窓口", en: "")
    #expect(text[language] == "窓口")
    #expect(text.spokenLanguage(in: language) == .ja)
  }

  @Test("A text is an object of its languages in JSON, and comes back whole")
  func json() throws {
    let text = LocalizedText(
      ja: "評価", en: "Reviews", easy: "ひょうか", zhHans: "评价", ko: "평가", vi: "Đánh giá")
    let data = try JSONEncoder().encode(text)
    let object = try JSONDecoder().decode([String: String].self, from: data)
    #expect(
      object == [
        "ja": "評価", "en": "Reviews", "ja-simple": "ひょうか", "zh-Hans": "评价", "ko": "평가",
        "vi": "Đánh giá",
      ])
    #expect(try JSONDecoder().decode(LocalizedText.self, from: data) == text)
  }

  @Test("JSON names only the languages that have words, and needs Japanese")
  func sparseJSON() throws {
    let data = try JSONEncoder().encode(LocalizedText(ja: "窓口", en: ""))
    #expect(String(decoding: data, as: UTF8.self) == #"{"ja":"窓口"}"#)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(LocalizedText.self, from: Data(#"{"en":"Counter"}"#.utf8))
    }
  }
}

@Suite("Readings over words")
struct RubyTextTests {
  @Test(
    "Pairs in braces are words with their reading",
    arguments: [
      ("{手続|てつづき}", [RubyText.Part(words: "手続", reading: "てつづき")], "手続"),
      (
        "この{窓口|まどぐち}は",
        [
          .init(words: "この", reading: nil), .init(words: "窓口", reading: "まどぐち"),
          .init(words: "は", reading: nil),
        ], "この窓口は"
      ),
      ("窓口", [.init(words: "窓口", reading: nil)], "窓口"),
      ("", [], ""),
    ])
  func pairs(text: String, parts: [RubyText.Part], plain: String) {
    #expect(RubyText(text).parts == parts)
    #expect(RubyText(text).plain == plain)
  }

  @Test(
    "Braces that hold no pair stay as they are",
    arguments: ["{n}", "{", "}", "{a|b", "{|b}", "{a|}", "{a|b|c}", "a { b", "{{n}}"])
  func otherBraces(text: String) {
    #expect(RubyText(text).plain == text)
  }

  @Test("A brace that opens nothing hides no pair after it")
  func openBrace() {
    #expect(RubyText("{ {窓口|まどぐち}").plain == "{ 窓口")
  }
}
