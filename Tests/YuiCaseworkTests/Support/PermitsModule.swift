import YuiCasework
import YuiHTML
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

/// A module whose whole work is cases: what an outside author would write.
struct PermitsModule: Module {
  let identifier = "permits"
  let name = LocalizedText(ja: "許可", en: "Permits")
  let summary = LocalizedText(ja: "申請を受け付けます。", en: "Apply for permits.")
  let permissions = [
    permission("permits:read", [.administrator, .editor, .viewer]),
    permission("permits:work", [.administrator, .editor]),
    permission("permits:grant", [.administrator]),
    permission("permits:release", [.administrator]),
  ]
  var migrations: [Migration] { Permits.migrations.migrations }
  var routes: [Route] { PermitDesk().routes }
  let staffNavigation: [StaffNavigationItem] = []
  func staffSummary(_ context: RequestContext, _ snapshot: Snapshot) throws -> HTML { HTML() }

  private static func permission(_ name: Permission, _ roles: Set<Role>) -> ModulePermission {
    ModulePermission(
      name, name: LocalizedText(ja: name.rawValue, en: name.rawValue), roles: roles)
  }
}

struct PermitDesk: CaseDesk {
  let definition = Permits.cases
  let title = LocalizedText(ja: "申請の受信箱", en: "Applications")
  let topicName = LocalizedText(ja: "種類", en: "Kind")
  let rankName = LocalizedText(ja: "優先度", en: "Priority")
  let ranks = [(rank: 1, name: LocalizedText(ja: "高", en: "High"))]

  func topics(_ context: RequestContext, in source: some Queryable) throws -> [Choice] {
    [Choice("stalls", context.text(ja: "露店", en: "Stalls"))]
  }

  func subjects(
    _ ids: [String], _ context: RequestContext, in source: some Queryable
  ) throws -> [String: CaseSubject] {
    var subjects: [String: CaseSubject] = [:]
    for id in ids {
      let text = try source.first("SELECT body FROM permits_texts WHERE id = \(id)") { row in
        try row.text(0)
      }
      guard let text else { continue }
      subjects[id] = CaseSubject(
        text: text, facts: HTML("facts-\(id)"), details: p { "details-\(id) \(text)" })
    }
    return subjects
  }
}

/// A tenant that runs the permits, with people signed in.
struct PermitSite {
  let stores: TestStores
  let store: Store
  let cases = CaseStore(Permits.cases)
  let harness: SiteHarness

  init(_ engine: Engine, _ mode: SiteHarness.Mode = .inProcess) throws {
    stores = try TestStores(engine) { $0.clock = .fixed(Permits.now) }
    store = try stores.make(
      migrating: [
        AccountStore.migrations, SessionStore.migrations, AuditLog.migrations,
        IdempotencyStore.migrations, Permits.migrations,
      ])
    let modules: [any Module] = [PermitsModule()]
    harness = try SiteHarness(
      mode, store: store, routes: PermitsModule().routes,
      authenticator: TenantAuthenticator(modules: modules), clock: .fixed(Permits.now))
  }

  func account(_ role: Role) throws -> Account {
    guard let email = EmailAddress("\(role)@city.example.jp") else {
      throw StoreError(.misuse, "no address")
    }
    return try store.write { transaction in
      try AccountStore.account(email: email, in: transaction)
        ?? AccountStore.add(email, role: role, at: Permits.now, in: transaction)
    }
  }

  func client(_ role: Role) throws -> TestClient {
    try harness.client(signedInAs: try account(role).id)
  }

  /// Opens cases with these texts, one a minute; the first is number 1.
  func open(_ texts: String...) throws {
    let drafts = texts.indices.map { Permits.draft("s\($0 + 1)", rank: 1, minute: $0) }
    try store.write { [cases] in try cases.open(drafts, at: Permits.now, in: $0) }
    try Permits.index(
      Dictionary(uniqueKeysWithValues: zip(drafts.map(\.subject), texts)), in: store)
  }

  func `case`(_ number: Int) throws -> Case? {
    try store.read { try cases.case(number, in: $0) }
  }

  func audited() throws -> [AuditEvent] {
    try store.read { try AuditLog.entries(before: .max, limit: 100, in: $0) }.reversed()
      .compactMap { $0.content?.event }
  }
}
