/// A language of the interface; the raw value is its BCP 47 tag.
public enum Language: String, Sendable, CaseIterable, Codable {
  /// Japanese, the language every text exists in.
  case ja
  /// Plain Japanese (やさしい日本語): short sentences, easy words, readings over kanji.
  case easy = "ja-simple"
  /// English.
  case en
  /// Chinese in simplified characters.
  case zhHans = "zh-Hans"
  /// Korean.
  case ko
  /// Vietnamese.
  case vi

  /// The languages that staff pages speak.
  public static let working: [Language] = [.ja, .en]

  /// The language in which staff pages speak to a reader of this one.
  public var working: Language { isJapanese ? .ja : .en }

  /// Whether it is Japanese, plain or not.
  public var isJapanese: Bool { self == .ja || self == .easy }

  /// The name of the language in itself, which its readers look for.
  public var ownName: String {
    switch self {
    case .ja: "日本語"
    case .easy: "やさしい日本語"
    case .en: "English"
    case .zhHans: "简体中文"
    case .ko: "한국어"
    case .vi: "Tiếng Việt"
    }
  }

  /// The languages in which a reader of this one is spoken to, the best first.
  public var fallbacks: [Language] {
    switch self {
    case .ja: [.ja]
    case .easy: [.easy, .ja]
    case .en: [.en, .ja]
    case .zhHans, .ko, .vi: [self, .en, .ja]
    }
  }
}
