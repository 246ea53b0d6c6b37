import AssetLedger
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

/// A fresh tenant that runs the asset ledger, gone after the test; its clock stands still.
final class AssetTenant: Sendable {
  /// 1 April 2026, 9:00 in Japan.
  static let now = Timestamp(milliseconds: 1_775_001_600_000)

  let store: Store
  private let stores: TestStores

  init(_ engine: Engine, recording recorder: StatementRecorder? = nil) throws {
    stores = try TestStores(engine, recording: recorder) { $0.clock = .fixed(Self.now) }
    store = try stores.make(
      "130001",
      migrating: [
        AccountStore.migrations, SessionStore.migrations, TokenStore.migrations,
        AuditLog.migrations, SettingsStore.migrations, ImportStore.migrations,
        IdempotencyStore.migrations, FormKeyStore.migrations, Outbox.migrations,
        TenantKeys.migrations,
        AssetLedger().migrationSet,
      ])
  }

  /// Serves the ledger and the staff pages, and keeps the tenant as long as it does.
  func serve(
    _ mode: SiteHarness.Mode = .inProcess, clock: Clock = .fixed(now)
  ) throws -> SiteHarness {
    let modules: [any Module] = [AssetLedger()]
    return try SiteHarness(
      mode, store: store,
      routes: AssetLedger().routes + OpenDataRoutes(modules: modules).routes
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

  /// Imports a file as `yui import` does.
  @discardableResult
  func load(_ file: String, at time: Timestamp = now) throws -> ImportReport {
    try importer(file).run(
      by: AuditActor(.command, name: "yui import"), in: store, clock: .fixed(time))
  }

  func dryRun(_ file: String) throws -> ImportReport {
    try importer(file).dryRun(in: store, clock: .fixed(Self.now))
  }

  /// Exports the dataset, without the byte order mark.
  func export() throws -> String {
    var bytes: [UInt8] = []
    try DatasetExport.write(try Self.dataset(), as: .csv, from: store) { bytes += $0 }
    return String(decoding: bytes.dropFirst(3), as: UTF8.self).replacing("\r\n", with: "\n")
  }

  private func importer(_ file: String) throws -> DatasetImport {
    DatasetImport(
      file: Array(file.utf8), name: "file.csv", module: "assets", dataset: try Self.dataset())
  }

  private static func dataset() throws -> any Dataset {
    guard let dataset = AssetLedger().datasets.first else {
      throw StoreError(.misuse, "no dataset")
    }
    return dataset
  }

  /// Runs the tasks that follow what was written until they have caught up.
  func catchUp() throws {
    for task in AssetLedger().tasks {
      while try task.run(store, .fixed(Self.now)) {}
    }
  }
}
