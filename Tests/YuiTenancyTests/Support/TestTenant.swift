import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

/// A fresh tenant, gone after the test; its clock stands still.
final class TestTenant: Sendable {
  /// 1 April 2026, 9:00 in Japan.
  static let now = Timestamp(milliseconds: 1_775_001_600_000)

  let store: Store
  let modules: [any Module]
  /// The tasks that transactions woke.
  let wakes = Collected<String>()
  private let stores: TestStores

  init(_ engine: Engine, modules: [any Module] = []) throws {
    stores = try TestStores(engine) { [wakes] options in
      options.clock = .fixed(Self.now)
      options.onWake = { _, task in wakes.append(task) }
    }
    self.modules = modules
    store = try stores.make(
      "131041",
      migrating: [
        AccountStore.migrations, SessionStore.migrations, TokenStore.migrations,
        AuditLog.migrations, SettingsStore.migrations, ImportStore.migrations,
        IdempotencyStore.migrations, Outbox.migrations, TenantKeys.migrations,
      ] + modules.map(\.migrationSet))
  }

  /// Serves the tenant's modules and its staff pages, and keeps the tenant as long as it does.
  func serve(
    _ mode: SiteHarness.Mode = .inProcess, clock: Clock = .fixed(now),
    staff: StaffRoutes = StaffRoutes(), configure: (inout ServerConfiguration) -> Void = { _ in }
  ) throws -> SiteHarness {
    try SiteHarness(
      mode, store: store,
      routes: modules.flatMap(\.routes) + OpenDataRoutes(modules: modules).routes
        + staff.routes(for: modules),
      authenticator: TenantAuthenticator(modules: modules),
      clock: Clock { withExtendedLifetime(self) { clock.now() } }, configure: configure)
  }

  /// Adds an account, with a password where one is given as its hash.
  @discardableResult
  func addAccount(
    _ email: String = "sato@city.example.jp", _ role: Role = .administrator, hash: String? = nil
  ) throws -> Account {
    guard let email = EmailAddress(email) else { throw StoreError(.misuse, "no address") }
    return try store.write { transaction in
      let account = try AccountStore.add(email, role: role, at: Self.now, in: transaction)
      if let hash { try AccountStore.setPasswordHash(hash, of: account.id, in: transaction) }
      return account
    }
  }

  /// Everything the audit log tells, the oldest first: `action subject`.
  func auditTrail() throws -> [String] {
    try store.read { try AuditLog.entries(before: .max, limit: 1000, in: $0) }.reversed()
      .map { entry in
        guard let event = entry.content?.event else { return "(erased)" }
        return event.subject.isEmpty ? event.action : "\(event.action) \(event.subject)"
      }
  }

  /// Runs statements as somebody with the database file in hands would, past all rules.
  func tamper(_ statements: SQL...) throws {
    try store.write { transaction in
      for statement in statements { try transaction.execute(statement) }
    }
  }

  /// Whether some bytes stand anywhere in what is stored of the tenant.
  func holds(_ bytes: [UInt8]) throws -> Bool { try stores.holds(bytes) }
}
