import Testing
import YuiHTML
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb

@Suite struct SettingsTests {
  @Test("Before anybody set anything there are the defaults", arguments: Engine.allCases)
  func defaults(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    #expect(try tenant.settings() == LampSettings())
    #expect(
      try tenant.store.read { try Lamp().settingsForm(in: $0).map(\.value) } == ["true", "5", ""])
  }

  @Test("What was set is read again, and which values changed is told", arguments: Engine.allCases)
  func save(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    let changes = try tenant.save(["isOn": "false", "level": "5", "text": "ようこそ \"結\""])
    #expect(changes == ["isOn": "false", "text": "ようこそ \"結\""])
    #expect(
      try tenant.settings() == LampSettings(isOn: false, level: 5, text: "ようこそ \"結\""))
    #expect(
      try tenant.save(["isOn": "false", "level": "9", "text": "ようこそ \"結\""]) == ["level": "9"])
    #expect(try tenant.save(["isOn": "false", "level": "9", "text": "ようこそ \"結\""]) == [:])
  }

  @Test(
    "A value that a field takes has no problem",
    arguments: [
      ("isOn", "true"), ("isOn", "false"), ("level", "1"), ("level", "10"), ("level", "05"),
      ("text", ""), ("text", "1234567890"), ("text", String(repeating: "👩‍👩‍👧", count: 10)),
    ])
  func accepted(name: String, text: String) throws {
    #expect(try problems(name, text) == [])
  }

  @Test(
    "A value that a field does not take is refused by its name",
    arguments: [
      ("isOn", "yes"), ("isOn", "1"), ("level", ""), ("level", "0"), ("level", "11"),
      ("level", "5.5"), ("level", "５"), ("level", " 5"), ("level", "five"),
      ("level", "99999999999999999999"), ("text", "12345678901"), ("text", "a\nb"),
      ("text", "a\u{0}"), ("text", "a\tb"),
    ])
  func refused(name: String, text: String) throws {
    #expect(try problems(name, text) == [name])
  }

  @Test("A number that only rises takes nothing below what is set", arguments: Engine.allCases)
  func onlyRises(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    func problems(_ level: String) throws -> Set<String> {
      try tenant.store.read { Set(try Ratchet().settingsProblems(["level": level], in: $0).keys) }
    }
    #expect(try problems("10") == [] && problems("9") == ["level"])
    _ = try tenant.store.write { try Ratchet().saveSettings(["level": "12"], in: $0) }
    #expect(try problems("12") == [] && problems("100") == [])
    #expect(try problems("11") == ["level"] && problems("101") == ["level"])
    let form = try tenant.store.read { try Ratchet().settingsForm(in: $0) }
    guard case .integer(let range)? = form.first?.kind else {
      Issue.record("the form has another kind of field")
      return
    }
    #expect(range == 12...100)
  }

  @Test(
    "A stored value that is no longer taken falls back to the default, and no other does",
    arguments: Engine.allCases,
    [
      (#"{"isOn":"false","level":"99","text":"a"}"#, LampSettings(isOn: false, text: "a")),
      (#"{"isOn":"maybe","level":"7","text":"a"}"#, LampSettings(level: 7, text: "a")),
      (#"{"level":"7","text":"12345678901"}"#, LampSettings(level: 7)),
      (#"{"level":"7","colour":"red"}"#, LampSettings(level: 7)),
      ("{}", LampSettings()),
    ])
  func fallBack(engine: Engine, example: (stored: String, read: LampSettings)) throws {
    let (stored, read) = example
    let tenant = try TestTenant(engine)
    try tenant.tamper("INSERT INTO yui_settings (module, value) VALUES ('lamp', \(stored))")
    #expect(try tenant.settings() == read)
  }

  @Test("A module without settings has no form and no problems", arguments: Engine.allCases)
  func none(engine: Engine) throws {
    struct Plain: TestModule { let identifier = "plain" }
    let tenant = try TestTenant(engine)
    #expect(try tenant.store.read { try Plain().settingsForm(in: $0) }.isEmpty)
    #expect(try tenant.store.read { try Plain().settingsProblems(["x": "y"], in: $0) }.isEmpty)
  }

  private func problems(_ name: String, _ text: String) throws -> [String] {
    var texts = ["isOn": "true", "level": "5", "text": ""]
    texts[name] = text
    let tenant = try TestTenant(.sqlite)
    return try tenant.store.read { Array(try Lamp().settingsProblems(texts, in: $0).keys) }
  }
}

struct LampSettings: ModuleSettings, Hashable {
  var isOn = true
  var level = 5
  var text = ""

  init() {}

  init(isOn: Bool = true, level: Int = 5, text: String = "") {
    self.isOn = isOn
    self.level = level
    self.text = text
  }

  private static let words = LocalizedText(ja: "", en: "")
  static let fields: [SettingsField<LampSettings>] = [
    .toggle("isOn", \.isOn, label: words, help: words),
    .integer("level", \.level, in: 1...10, label: words, help: words),
    .text("text", \.text, limit: 10, label: words, help: words),
  ]
}

private struct Lamp: TestModule {
  typealias Settings = LampSettings
  let identifier = "lamp"
}

private struct Ratchet: TestModule {
  struct Settings: ModuleSettings {
    var level = 10

    private static let words = LocalizedText(ja: "", en: "")
    static let fields: [SettingsField<Settings>] = [
      .integer("level", \.level, in: 10...100, onlyRises: true, label: words, help: words)
    ]
  }

  let identifier = "ratchet"
}

/// A module of which a test needs one part only.
protocol TestModule: Module {}

extension TestModule {
  var name: LocalizedText { LocalizedText(ja: identifier, en: identifier) }
  var summary: LocalizedText { name }
  var permissions: [ModulePermission] { [] }
  var routes: [Route] { [] }
  var staffNavigation: [StaffNavigationItem] { [] }
  func staffSummary(_ context: RequestContext, _ snapshot: Snapshot) throws -> HTML { HTML() }
}

extension TestTenant {
  fileprivate func settings() throws -> LampSettings {
    try store.read { try Lamp().settings(in: $0) }
  }

  fileprivate func save(_ texts: [String: String]) throws -> [String: String] {
    try store.write { try Lamp().saveSettings(texts, in: $0) }
  }
}
