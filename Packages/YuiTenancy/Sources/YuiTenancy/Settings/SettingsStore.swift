internal import FoundationEssentials
public import YuiStorage
package import YuiText

/// The settings of one tenant's modules: all their SQL.
package enum SettingsStore {
  package static let migrations = MigrationSet(
    "settings",
    [
      Migration(
        1, "settings by module",
        ["CREATE TABLE yui_settings (module TEXT PRIMARY KEY, value TEXT NOT NULL)"])
    ])

  static func load<Settings: ModuleSettings>(
    _ type: Settings.Type, module: String, in source: some Queryable
  ) throws -> Settings {
    let stored = try source.first("SELECT value FROM yui_settings WHERE module = \(module)") {
      row in try row.text(0)
    }
    guard let stored else { return Settings() }
    let values = try JSONDecoder().decode([String: String].self, from: Data(stored.utf8))
    return Settings(accepting: values)
  }

  static func save<Settings: ModuleSettings>(
    _ settings: Settings, module: String, in transaction: Transaction
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(settings.texts), as: UTF8.self)
    try transaction.execute(
      """
      INSERT INTO yui_settings (module, value) VALUES (\(module), \(text))
      ON CONFLICT (module) DO UPDATE SET value = excluded.value
      """)
  }
}

extension ModuleSettings {
  /// The defaults, with every value taken over that its field accepts: a stored value outlives the
  /// version that wrote it, and must not break the one that reads it.
  init(accepting texts: [String: String]) {
    self.init()
    for field in Self.fields {
      guard let text = texts[field.name], field.kind.problem(with: text) == nil,
        field.check(text) == nil
      else { continue }
      field.write(&self, text)
    }
  }

  /// Every field's value as text.
  var texts: [String: String] {
    Dictionary(
      Self.fields.map { ($0.name, $0.read(self)) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Module {
  /// What this tenant has set of the module, with defaults where it has not.
  public func settings(in source: some Queryable) throws -> Settings {
    try SettingsStore.load(Settings.self, module: identifier, in: source)
  }

  /// The module's settings as a form needs them; empty for a module without.
  package func settingsForm(in source: some Queryable) throws -> [SettingsFormField] {
    let settings = try settings(in: source)
    return Settings.fields.map { field in
      SettingsFormField(
        name: field.name, label: field.label, help: field.help, value: field.read(settings),
        kind: field.kind(after: settings))
    }
  }

  /// Checks every entered text; the problems by field name, empty where all can be saved.
  package func settingsProblems(
    _ texts: [String: String], in source: some Queryable
  ) throws -> [String: LocalizedText] {
    let settings = try settings(in: source)
    var problems: [String: LocalizedText] = [:]
    for field in Settings.fields {
      problems[field.name] = field.problem(with: texts[field.name] ?? "", after: settings)
    }
    return problems.isEmpty ? Settings(accepting: texts).problems : problems
  }

  /// Saves checked texts; the fields whose value changed, for the audit log.
  package func saveSettings(
    _ texts: [String: String], in transaction: Transaction
  ) throws -> [String: String] {
    let before = try settings(in: transaction).texts
    let after = Settings(accepting: texts)
    try SettingsStore.save(after, module: identifier, in: transaction)
    return after.texts.filter { before[$0.key] != $0.value }
  }
}

/// A settings field as a page shows it, whatever the settings' type is.
package struct SettingsFormField: Sendable {
  package let name: String
  package let label: LocalizedText
  package let help: LocalizedText
  package let value: String
  package let kind: SettingsFieldKind
}
