public import YuiText

/// What a tenant may set of a module: a plain value with its form.
public protocol ModuleSettings: Codable, Sendable {
  /// The values before anybody set anything.
  init()
  /// The form, in order; a stored value that a field no longer accepts falls back to the default.
  static var fields: [SettingsField<Self>] { get }
  /// What is wrong with values that go together, by the name of the field where to mend it; each by
  /// itself is what its field takes.
  var problems: [String: LocalizedText] { get }
}

extension ModuleSettings {
  /// Nothing: each value is right by itself.
  public var problems: [String: LocalizedText] { [:] }
}

/// The settings of a module that has none.
public struct NoSettings: ModuleSettings {
  /// Nothing to set.
  public init() {}
  /// No field.
  public static var fields: [SettingsField<NoSettings>] { [] }
}

/// What can be entered in a settings field.
public enum SettingsFieldKind: Sendable {
  /// Yes or no.
  case toggle
  /// A whole number between bounds.
  case integer(ClosedRange<Int>)
  /// One line of text up to so many characters.
  case text(limit: Int)
}

/// One field of a settings form, bound to a property.
public struct SettingsField<Settings>: Sendable {
  /// The field's name in the form.
  public let name: String
  /// The question.
  public let label: LocalizedText
  /// What follows from the answer.
  public let help: LocalizedText
  /// What can be entered.
  public let kind: SettingsFieldKind
  /// Whether a number once set can only be raised, as where lowering it would undo a promise.
  var onlyRises = false
  /// What is wrong with a text that its kind accepts; nil where nothing is.
  var check: @Sendable (String) -> LocalizedText? = { _ in nil }
  /// The property as text: `true`, `12`, a line.
  package let read: @Sendable (Settings) -> String
  /// Sets the property from a text the kind accepts.
  package let write: @Sendable (inout Settings, String) -> Void

  /// A field for a yes-or-no property.
  public static func toggle(
    _ name: String, _ property: any WritableKeyPath<Settings, Bool> & Sendable,
    label: LocalizedText, help: LocalizedText
  ) -> Self {
    Self(
      name: name, label: label, help: help, kind: .toggle,
      read: { String($0[keyPath: property]) },
      write: { $0[keyPath: property] = $1 == "true" })
  }

  /// A field for a whole number between bounds; one that only rises refuses what is below the
  /// number that is set.
  public static func integer(
    _ name: String, _ property: any WritableKeyPath<Settings, Int> & Sendable,
    in range: ClosedRange<Int>, onlyRises: Bool = false, label: LocalizedText, help: LocalizedText
  ) -> Self {
    Self(
      name: name, label: label, help: help, kind: .integer(range), onlyRises: onlyRises,
      read: { String($0[keyPath: property]) },
      write: { settings, text in
        if let number = Int(text) { settings[keyPath: property] = number }
      })
  }

  /// A field for one line of text; `check` tells what is wrong with one and how to mend it.
  public static func text(
    _ name: String, _ property: any WritableKeyPath<Settings, String> & Sendable,
    limit: Int, label: LocalizedText, help: LocalizedText,
    check: @escaping @Sendable (String) -> LocalizedText? = { _ in nil }
  ) -> Self {
    Self(
      name: name, label: label, help: help, kind: .text(limit: limit), check: check,
      read: { $0[keyPath: property] },
      write: { $0[keyPath: property] = $1 })
  }
}

extension SettingsField {
  /// What is wrong with an entered text where the settings are these now; nil where it can be taken.
  func problem(with text: String, after settings: Settings) -> LocalizedText? {
    kind(after: settings).problem(with: text) ?? check(text)
  }

  /// What can be entered where the settings are these now.
  func kind(after settings: Settings) -> SettingsFieldKind {
    guard onlyRises, case .integer(let range) = kind, let now = Int(read(settings)),
      range.contains(now)
    else { return kind }
    return .integer(now...range.upperBound)
  }
}

extension SettingsFieldKind {
  /// What is wrong with an entered text; nil where it can be taken.
  func problem(with text: String) -> LocalizedText? {
    switch self {
    case .toggle:
      guard text.isEmpty || text == "true" || text == "false" else {
        return LocalizedText(ja: "はい・いいえで選択してください。", en: "Choose yes or no.")
      }
    case .integer(let range):
      guard let number = Int(text), range.contains(number) else {
        return LocalizedText(
          ja: "\(range.lowerBound)から\(range.upperBound)までの整数で入力してください。",
          en: "Enter a whole number from \(range.lowerBound) to \(range.upperBound).")
      }
    case .text(let limit):
      guard text.count <= limit, !text.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
        return LocalizedText(
          ja: "1行、\(limit)文字以内で入力してください。",
          en: "Enter one line of at most \(limit) characters.")
      }
    }
    return nil
  }
}
