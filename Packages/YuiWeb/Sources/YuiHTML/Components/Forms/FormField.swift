public import YuiText

/// A control with its name, its help and what is wrong with it, tied together for everyone.
///
/// Label, support and choices may carry readings in the notation of `RubyText`.
///
/// ```swift
/// FormField(
///   "comment", label: "ご意見", language: language, need: .optional,
///   error: errors.message(for: "comment"), control: .textArea(form.comment, limit: 1000))
/// ```
public struct FormField: Component {
  /// Whether an answer is needed, which the label says in words.
  public enum Need: Sendable {
    /// An answer is needed.
    case required
    /// An answer may be left out.
    case optional
    /// Nothing is said, as in a search or a sign-in form.
    case unmarked
  }

  /// The name under which the answer is sent.
  public var name: String
  /// What is asked.
  public var label: HTML
  /// The language of the page.
  public var language: Language
  /// Whether an answer is needed.
  public var need: Need
  /// Conditions and examples, said before the control.
  public var support: HTML?
  /// What is wrong and how to mend it, as a sentence.
  public var error: String?
  /// What takes the answer.
  public var control: FieldControl

  /// Creates a field.
  public init(
    _ name: String, label: String, language: Language, need: Need = .required,
    support: String? = nil, error: String? = nil, control: FieldControl
  ) {
    self.name = name
    self.label = HTML(RubyText(label))
    self.language = language
    self.need = need
    self.support = support.map { HTML(RubyText($0)) }
    self.error = error
    self.control = control
  }

  /// Creates a field in words that may come in another language than the page, which is then said.
  public init(
    _ name: String, label: LocalizedText, language: Language, need: Need = .required,
    support: LocalizedText?, error: String? = nil, control: FieldControl
  ) {
    self.init(
      name, label: "", language: language, need: need, error: error, control: control)
    self.label = HTML(label, in: language)
    self.support = support.map { HTML($0, in: language) }
  }

  /// The id of a field's control, or of its first choice; error summaries link to it.
  public static func id(of name: String) -> String { "field-\(name)" }

  /// The field.
  public var markup: HTML {
    let part = control.render(context)
    let className = error == nil ? "field" : "field field--invalid"
    return if control.isGroup {
      fieldset(.class(className), .aria("describedby", context.describedBy)) {
        legend(.class("field__label")) { labelContent }
        supportText
        part
        errorText
      }
    } else {
      div(.class(className)) {
        YuiHTML.label(.class("field__label"), .for(context.id)) { labelContent }
        supportText
        part
        errorText
      }
    }
  }

  private var context: FieldControl.Context {
    let ids = [
      error.map { _ in "\(Self.id(of: name))-error" },
      supports.isEmpty ? nil : "\(Self.id(of: name))-support",
    ].compactMap { $0 }
    return FieldControl.Context(
      id: Self.id(of: name), name: name,
      describedBy: ids.isEmpty ? nil : ids.joined(separator: " "),
      isInvalid: error != nil, language: language)
  }

  @HTMLBuilder private var labelContent: HTML {
    label
    switch need {
    case .required:
      span(.class("field__mark"), .data("required", "true")) { Wording.required[language] }
    case .optional: span(.class("field__mark")) { Wording.optional[language] }
    case .unmarked: HTML()
    }
  }

  private var supports: [HTML] {
    [support, control.hint(language).map { HTML($0) }].compactMap { $0 }
  }

  @HTMLBuilder private var supportText: HTML {
    if !supports.isEmpty {
      div(.class("field__support"), .id("\(Self.id(of: name))-support")) {
        for text in supports { p { text } }
      }
    }
  }

  @HTMLBuilder private var errorText: HTML {
    if let error {
      p(.class("field__error"), .id("\(Self.id(of: name))-error")) {
        Wording.errorMark[language]
        error
      }
    }
  }
}
