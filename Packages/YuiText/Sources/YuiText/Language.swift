/// A language of the interface; the raw value is its BCP 47 tag.
public enum Language: String, Sendable, CaseIterable, Codable {
  /// Japanese, the language every text exists in.
  case ja
  /// English.
  case en
}
