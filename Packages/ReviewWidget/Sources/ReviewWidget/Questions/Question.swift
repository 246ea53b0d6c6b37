public import YuiText

/// One question of a set: whether it is asked, and how.
public struct Question: Sendable, Hashable, Codable {
  /// Whether it is asked; its words are kept where it is not.
  public var isAsked: Bool
  /// The question.
  public var label: LocalizedText
  /// What stands below it in smaller letters; may be empty.
  public var support: LocalizedText

  /// Makes a question.
  public init(
    _ label: LocalizedText, support: LocalizedText = LocalizedText(ja: "", en: ""),
    isAsked: Bool = true
  ) {
    self.isAsked = isAsked
    self.label = label
    self.support = support
  }
}
