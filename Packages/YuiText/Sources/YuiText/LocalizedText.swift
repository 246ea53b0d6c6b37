/// A text in the languages of the interface.
///
/// ```swift
/// LocalizedText(ja: "レビュー", en: "Reviews")[.en]  // "Reviews"
/// ```
public struct LocalizedText: Sendable, Hashable {
  private let ja: String
  private let en: String

  /// Creates a text; an empty `en` means that there is no translation.
  public init(ja: String, en: String) {
    self.ja = ja
    self.en = en
  }

  /// The text in `language`, or in Japanese where it has no translation.
  public subscript(_ language: Language) -> String {
    switch language {
    case .ja: ja
    case .en: en.isEmpty ? ja : en
    }
  }
}
