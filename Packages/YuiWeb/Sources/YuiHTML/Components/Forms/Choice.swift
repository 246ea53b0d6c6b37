public import YuiText

/// One of the answers a field offers.
public struct Choice: Sendable, Hashable {
  /// What is sent.
  public var value: String
  /// What is shown.
  public var label: String
  /// A line of explanation, shown beside radio buttons and checkboxes.
  public var support: String?
  /// The language of the words, where it isn't the page's.
  public var language: Language?
  /// When a checkbox or radio button is offered; `nil` for always.
  public var condition: Condition?

  /// That another field of the form has one of some values, or none yet.
  ///
  /// It takes the script of the site to hide what is not offered; without it everything is there.
  public struct Condition: Sendable, Hashable {
    let field: String
    let values: [String]

    /// Names the field and the values.
    public init(_ field: String, _ values: [String]) {
      self.field = field
      self.values = values
    }
  }

  /// Creates a choice.
  public init(_ value: String, _ label: String, support: String? = nil) {
    self.value = value
    self.label = label
    self.support = support
  }

  /// Creates a choice in words that may come in another language than the page.
  public init(
    _ value: String, _ label: LocalizedText, in language: Language, when condition: Condition? = nil
  ) {
    let spoken = label.spokenLanguage(in: language)
    self.init(value, label[spoken])
    self.language = spoken == language ? nil : spoken
    self.condition = condition
  }

  /// The words with the language they are in.
  public var name: LocalizedText {
    switch language {
    case nil: LocalizedText(everywhere: label)
    case .ja, .easy: LocalizedText(ja: label, en: "")
    default: LocalizedText(ja: label, en: label)
    }
  }
}
