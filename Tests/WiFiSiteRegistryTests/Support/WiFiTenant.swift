import WiFiSiteRegistry
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

/// A fresh tenant that runs the Wi-Fi site registry, gone after the test; its clock stands still.
final class WiFiTenant: Sendable {
  /// 1 April 2026, 9:00 in Japan.
  static let now = Timestamp(milliseconds: 1_775_001_600_000)

  let store: Store
  private let stores: TestStores

  init(_ engine: Engine, recording recorder: StatementRecorder? = nil) throws {
    stores = try TestStores(engine, recording: recorder) { $0.clock = .fixed(Self.now) }
    store = try stores.make(
      "131041",
      migrating: [
        AccountStore.migrations, SessionStore.migrations, TokenStore.migrations,
        AuditLog.migrations, SettingsStore.migrations, ImportStore.migrations,
        IdempotencyStore.migrations, FormKeyStore.migrations, Outbox.migrations,
        WiFiSiteRegistry().migrationSet,
      ])
  }

  /// Serves the registry and the staff pages, and keeps the tenant as long as it does.
  func serve(
    _ mode: SiteHarness.Mode = .inProcess, clock: Clock = .fixed(now)
  ) throws -> SiteHarness {
    let modules: [any Module] = [WiFiSiteRegistry()]
    return try SiteHarness(
      mode, store: store,
      routes: WiFiSiteRegistry().routes + OpenDataRoutes(modules: modules).routes
        + StaffRoutes().routes(for: modules),
      authenticator: TenantAuthenticator(modules: modules),
      clock: Clock { withExtendedLifetime(self) { clock.now() } })
  }

  /// A browser in which somebody of this role is signed in.
  func client(_ role: Role, on harness: SiteHarness) throws -> TestClient {
    guard let email = EmailAddress("\(role)@city.example.jp") else {
      throw StoreError(.misuse, "no address")
    }
    let account = try store.write {
      try AccountStore.add(email, role: role, at: Self.now, in: $0)
    }
    return try harness.client(signedInAs: account.id)
  }

  func token(_ scopes: Set<Permission>) throws -> String {
    try store.write {
      try TokenStore.create(name: "test", scopes: scopes, at: Self.now, in: $0).secret
    }
  }

  /// Imports a file as `yui import` does.
  @discardableResult
  func load(
    _ dataset: String, _ file: String, encoding: TextEncoding? = nil, at time: Timestamp = now
  ) throws -> ImportReport {
    try load(dataset, Array(file.utf8), encoding: encoding, at: time)
  }

  @discardableResult
  func load(
    _ dataset: String, _ file: [UInt8], encoding: TextEncoding? = nil, at time: Timestamp = now
  ) throws -> ImportReport {
    try importer(dataset, file, encoding).run(
      by: AuditActor(.command, name: "yui import"), in: store, clock: .fixed(time))
  }

  func dryRun(_ dataset: String, _ file: String) throws -> ImportReport {
    try importer(dataset, Array(file.utf8), nil).dryRun(in: store, clock: .fixed(Self.now))
  }

  /// Exports a dataset, without the byte order mark.
  func export(_ dataset: String) throws -> String {
    var bytes: [UInt8] = []
    try DatasetExport.write(try Self.dataset(dataset), as: .csv, from: store) { bytes += $0 }
    return String(decoding: bytes.dropFirst(3), as: UTF8.self)
      .replacing("\r\n", with: "\n")
  }

  private func importer(
    _ dataset: String, _ file: [UInt8], _ encoding: TextEncoding?
  ) throws -> DatasetImport {
    DatasetImport(
      file: file, name: "file.csv", module: "wifi", dataset: try Self.dataset(dataset),
      encoding: encoding)
  }

  private static func dataset(_ name: String) throws -> any Dataset {
    guard let dataset = WiFiSiteRegistry().datasets.first(where: { $0.definition.name == name })
    else { throw StoreError(.misuse, "no dataset \(name)") }
    return dataset
  }

  /// Runs the tasks that follow what was written until they have caught up.
  func catchUp() throws {
    for task in WiFiSiteRegistry().tasks {
      while try task.run(store, .fixed(Self.now)) {}
    }
  }

  func audited() throws -> [String] {
    try store.read { try AuditLog.entries(before: .max, limit: 100, in: $0) }.reversed()
      .compactMap { $0.content.map { "\($0.event.action) \($0.event.subject)" } }
  }

  func count(_ query: SQL) throws -> Int {
    try store.read { try $0.first(query) { try $0.int(0) } ?? 0 }
  }
}
