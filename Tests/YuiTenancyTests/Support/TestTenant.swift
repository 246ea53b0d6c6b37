import Glibc
import Synchronization
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

/// A fresh tenant in a folder of its own, gone after the test; its clock stands still.
final class TestTenant: Sendable {
  /// 1 April 2026, 9:00 in Japan.
  static let now = Timestamp(milliseconds: 1_775_001_600_000)

  let store: Store
  let modules: [any Module]
  /// The tasks that transactions woke.
  let wakes = Collected<String>()
  private let folder: String
  private let pool: StorePool

  init(_ engine: Engine = .sqlite, modules: [any Module] = []) throws {
    var template = Array("/tmp/yui-tenancy-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw StoreError(.io, "mkdtemp failed") }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var options = StorePoolOptions()
    options.clock = .fixed(Self.now)
    options.onWake = { [wakes] _, task in wakes.append(task) }
    pool = StorePool(engine: engine.implementation, options: options)
    store = pool.store("131041", at: .file("\(folder)/tenant.sqlite"))
    self.modules = modules
    try store.create()
    try store.migrate(
      [
        AccountStore.migrations, SessionStore.migrations, TokenStore.migrations,
        AuditLog.migrations, SettingsStore.migrations, UploadStore.migrations,
        IdempotencyStore.migrations,
      ] + modules.map(\.migrationSet))
  }

  deinit {
    pool.close()
    for name in files { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }

  /// Serves the tenant's modules and its staff pages, and keeps the tenant as long as it does.
  func serve(
    _ mode: SiteHarness.Mode = .inProcess, clock: Clock = .fixed(now),
    configure: (inout ServerConfiguration) -> Void = { _ in }
  ) throws -> SiteHarness {
    try SiteHarness(
      mode, store: store,
      routes: modules.flatMap(\.routes) + StaffRoutes().routes(for: modules),
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

  /// Whether some bytes stand anywhere in the tenant's files.
  func holds(_ bytes: [UInt8]) -> Bool {
    files.contains { name in
      guard let file = fopen("\(folder)/\(name)", "r") else { return false }
      defer { fclose(file) }
      var content: [UInt8] = []
      var piece = [UInt8](repeating: 0, count: 65_536)
      while case let count = fread(&piece, 1, piece.count, file), count > 0 {
        content += piece.prefix(count)
      }
      return content.contains(bytes)
    }
  }

  private var files: [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}
