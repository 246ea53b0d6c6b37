import YuiCasework
import YuiHTML
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb

/// Applications for permits: a small office that works on cases.
enum Permits {
  static let words = TextIndex("permits_words")

  static let cases = definition()

  static func definition(
    changed: @escaping @Sendable (CaseChange, Transaction) throws -> Void = { _, _ in }
  ) -> CaseDefinition {
    CaseDefinition(
      module: "permits", tables: "permits", path: "/staff/permits",
      states: [
        state("new", "新着", "New", isOpen: true), state("work", "審査中", "In work", isOpen: true),
        state("granted", "許可", "Granted", isOpen: false),
        state("refused", "不許可", "Refused", isOpen: false),
      ],
      moves: [
        CaseMove(to: "work", from: ["new", "refused"], name: text("審査する", "Work on"), key: "w"),
        CaseMove(
          to: "granted", from: ["work"], name: text("許可する", "Grant"), key: "g",
          permission: "permits:grant"),
        CaseMove(to: "refused", from: ["new", "work"], name: text("不許可にする", "Refuse"), key: "r"),
      ],
      clocks: [
        CaseClock(
          name: text("審査開始", "Begin"), term: .workingDays(3, .weekdays), states: ["new"]),
        CaseClock(name: text("処理", "Decide"), term: .days(30), states: ["new", "work"]),
      ],
      permissions: .init(
        read: "permits:read", work: "permits:work", release: "permits:release"),
      words: words, changed: changed)
  }

  private static func state(
    _ code: String, _ ja: String, _ en: String, isOpen: Bool
  ) -> CaseState {
    CaseState(code, name: text(ja, en), color: isOpen ? .blue : .gray, isOpen: isOpen)
  }

  private static func text(_ ja: String, _ en: String) -> LocalizedText {
    LocalizedText(ja: ja, en: en)
  }

  static let migrations = MigrationSet(
    "permits",
    [
      cases.migration(1),
      Migration(2, "words") { transaction in
        try words.create(in: transaction)
        try transaction.execute(
          "CREATE TABLE permits_texts (id TEXT PRIMARY KEY, body TEXT NOT NULL)")
      },
    ])

  static let now = Timestamp(milliseconds: 1_790_000_000_000)
  static let clerk = CaseHand(
    AuditActor(.account, name: "clerk@example.jp", id: "0190163d-8694-739b-aea5-966c26f8ad91"),
    at: now)

  static func draft(
    _ subject: String, topic: String = "stalls", rank: Int? = nil, minute: Int = 0
  ) -> CaseDraft {
    CaseDraft(
      subject: subject, topic: topic, rank: rank,
      receivedAt: now.adding(seconds: Int64(60 * minute)))
  }

  /// Indexes the words of the subjects.
  static func index(_ texts: [String: String], in store: Store) throws {
    try store.write { transaction in
      for (id, text) in texts {
        try transaction.execute(
          "INSERT INTO permits_texts (id, body) VALUES (\(id), \(text))")
        try words.enqueue(id, in: transaction)
      }
    }
    while try words.follow(
      in: store, limit: 1000,
      text: { id, snapshot in
        try snapshot.first("SELECT body FROM permits_texts WHERE id = \(id)") { try $0.text(0) }
      }) > 0
    {}
  }
}

/// A store with the tables of permits.
struct PermitOffice {
  let stores: TestStores
  let store: Store
  let cases: CaseStore

  init(
    _ engine: Engine, recording recorder: StatementRecorder? = nil,
    changed: @escaping @Sendable (CaseChange, Transaction) throws -> Void = { _, _ in }
  ) throws {
    stores = try TestStores(engine, recording: recorder)
    store = try stores.make(migrating: [Permits.migrations])
    cases = CaseStore(Permits.definition(changed: changed))
  }

  @discardableResult
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (CaseStore, Transaction) throws -> Value
  ) throws -> Value {
    let cases = cases
    return try store.write { try body(cases, $0) }
  }

  func read<Value>(_ body: (CaseStore, Snapshot) throws -> Value) throws -> Value {
    try store.read { try body(cases, $0) }
  }

  func open(_ drafts: CaseDraft...) throws {
    try write { cases, transaction in
      try cases.open(drafts, at: Permits.now, in: transaction)
    }
  }
}
