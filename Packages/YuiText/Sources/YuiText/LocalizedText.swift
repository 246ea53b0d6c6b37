/// A text in the languages of the interface.
///
/// Every text exists in Japanese. Where it has no words in a language, it is shown in the next best
/// one: plain Japanese falls back to Japanese, English too, the others to English and then to
/// Japanese. ``spokenLanguage(in:)`` tells which it became, so that markup can say so.
///
/// ```swift
/// let text = LocalizedText(ja: "評価", en: "Reviews", ko: "평가")
/// text[.ko]                     // "평가"
/// text[.vi]                     // "Reviews"
/// text.spokenLanguage(in: .vi)  // .en
/// ```
public struct LocalizedText: Sendable, Hashable {
  private var ja: String
  private var en: String
  private var easy: String
  private var zhHans: String
  private var ko: String
  private var vi: String

  /// Creates a text; an empty one, or none, means that there are no words in that language.
  public init(
    ja: String, en: String, easy: String = "", zhHans: String = "", ko: String = "",
    vi: String = ""
  ) {
    self.ja = ja
    self.en = en
    self.easy = easy
    self.zhHans = zhHans
    self.ko = ko
    self.vi = vi
  }

  /// Creates a text that reads the same in every language: a number, a code, an address.
  public init(everywhere words: String) {
    self.init(ja: words, en: words, easy: words, zhHans: words, ko: words, vi: words)
  }

  /// The text with its words changed, in each language that it has words in.
  public func mapWords(_ change: (String) -> String) -> LocalizedText {
    var text = self
    for language in Language.allCases where !words(in: language).isEmpty {
      text.set(change(words(in: language)), in: language)
    }
    return text
  }

  /// The text in `language`, or in the next best where it has none.
  public subscript(_ language: Language) -> String {
    words(in: spokenLanguage(in: language))
  }

  /// The language in which a reader of `language` is told the text.
  public func spokenLanguage(in language: Language) -> Language {
    language.fallbacks.first { !words(in: $0).isEmpty } ?? .ja
  }

  /// The words in exactly this language; empty where there are none.
  public func words(in language: Language) -> String {
    switch language {
    case .ja: ja
    case .easy: easy
    case .en: en
    case .zhHans: zhHans
    case .ko: ko
    case .vi: vi
    }
  }

  /// Sets the words in exactly this language.
  public mutating func set(_ words: String, in language: Language) {
    switch language {
    case .ja: ja = words
    case .easy: easy = words
    case .en: en = words
    case .zhHans: zhHans = words
    case .ko: ko = words
    case .vi: vi = words
    }
  }
}

extension LocalizedText: Codable {
  /// Reads an object with a text for each language: `{"ja": "評価", "en": "Reviews"}`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(ja: try container.decode(String.self, forKey: Key(.ja)), en: "")
    for language in Language.allCases where language != .ja {
      set(try container.decodeIfPresent(String.self, forKey: Key(language)) ?? "", in: language)
    }
  }

  /// Writes an object with the languages that have words.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for language in Language.allCases where language == .ja || !words(in: language).isEmpty {
      try container.encode(words(in: language), forKey: Key(language))
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ language: Language) { stringValue = language.rawValue }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
