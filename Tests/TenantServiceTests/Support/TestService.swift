import Glibc
import ReviewWidget
import TenantService
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText

/// A deployment whose list of tenants is in a fresh folder, beside a fresh database at a server.
final class TestService: Sendable {
  /// 1 April 2026, 9:00 in Japan.
  static let now = Timestamp(milliseconds: 1_775_001_600_000)

  let deployment: Deployment
  let server: DatabaseServer
  let database: TestDatabase
  let folder: TemporaryFolder

  /// - Parameter keys: tenants whose databases are made in files, filled.
  init(_ keys: String...) throws {
    folder = try TemporaryFolder()
    database = try TestDatabase()
    server = try DatabaseServer(database.url)
    let files = try Self.open(folder.path)
    defer { files.close() }
    for key in keys { try files.create(TenantDraft(key: key)) { try Self.fill($0) } }
    deployment = try Self.open(folder.path, server)
  }

  deinit {
    deployment.close()
  }

  static func open(_ folder: String, _ server: DatabaseServer? = nil) throws -> Deployment {
    try Deployment(
      DataFolder(folder), modules: [ReviewWidget()], isMade: true, server: server,
      clock: .fixed(now))
  }

  /// The same deployment as another process has it.
  func another() throws -> Deployment { try Self.open(folder.path, server) }

  func store(_ key: TenantKey? = nil) throws -> Store {
    try deployment.store(of: try deployment.tenant(try key ?? .shinjuku))
  }

  /// Something in most tables: services, responses with comments, tallies, an account, a token.
  static func fill(_ store: Store) throws {
    let files = [
      (
        "review-services",
        "slug,kind,name_ja,name_en,department,status\ncounter,counter,総合窓口,,市民課,open\n"
      ),
      ("review-tallies", "service,score,responses,month\ncounter,4,25,2026-03\n"),
      (
        "review-responses",
        "id,service,score,comment,at\n"
          + (1...300).map { ",counter,\($0 % 5 + 1),保育園の窓口 \($0),2026-03-\($0 % 20 + 10)" }
          .joined(separator: "\n")
      ),
    ]
    for (name, file) in files {
      for dataset in ReviewWidget().datasets where dataset.definition.name == name {
        let report = try DatasetImport(
          file: Array(file.utf8), name: name, module: "reviews", dataset: dataset
        ).run(by: AuditActor(.command, name: "test"), in: store, clock: .fixed(now))
        if let problem = report.problems.first.first {
          throw StoreError(.misuse, problem.text(.en))
        }
      }
    }
    try store.write { transaction in
      _ = try TokenStore.create(name: "test", scopes: [], at: now, in: transaction)
    }
    for task in ReviewWidget().tasks where task.name == "index-comments" {
      while try task.run(store, .fixed(now)) {}
    }
  }

  /// The actions in a tenant's audit log, the last one first.
  func audited() throws -> [AuditEvent] {
    try store().read { try AuditLog.entries(before: .max, limit: 100, in: $0) }
      .compactMap { $0.content?.event }
  }
}

extension TenantKey {
  static var shinjuku: TenantKey { get throws { try TenantKey("131041") } }
}

extension Store {
  /// Something small that somebody writes.
  func mark(_ name: String) throws {
    try write { transaction in
      _ = try TokenStore.create(
        name: name, scopes: [], at: TestService.now, in: transaction)
    }
  }

  /// What was marked so far.
  func marks() throws -> [String] {
    try read {
      try $0.all("SELECT name FROM yui_tokens WHERE name <> 'test' ORDER BY name") {
        try $0.text(0)
      }
    }
  }
}

/// Runs something that should fail; returns its words.
func words(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return "\(error)"
  }
}

/// Waits until something becomes true, for half a minute at most; says whether it did.
func eventually(_ condition: () throws -> Bool) rethrows -> Bool {
  for _ in 0..<3_000 {
    if try condition() { return true }
    usleep(10_000)
  }
  return false
}
