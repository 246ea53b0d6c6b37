import Synchronization
import YuiStorage
import YuiStorageTesting
import YuiText
import YuiWeb
import YuiWebTesting

/// A fresh store with a table of notes, gone after the test.
final class Fixture: Sendable {
  let store: Store
  /// What becomes of its reads and commits.
  let database: WatchedDatabase
  private let stores: TestStores

  /// - Parameter isRemote: Whether the store passes for one on a server elsewhere; as its engine
  ///   is unless given.
  init(_ engine: Engine = .sqlite, isRemote: Bool? = nil) throws {
    let database = WatchedDatabase()
    self.database = database
    stores = try TestStores(
      engine,
      opening: { WatchedEngine($0.implementation, database, isRemote: isRemote) },
      configure: { _ in })
    store = try stores.make(
      "131041",
      migrating: [
        SessionStore.migrations, IdempotencyStore.migrations, FormKeyStore.migrations, notes,
      ])
  }

  deinit { database.release() }

  var pool: StorePool { stores.pool }

  func path(_ name: String) -> String { "\(stores.folder)/\(name)" }

  func noteCount() throws -> Int {
    try store.read { try $0.first("SELECT count(*) FROM notes") { try $0.int(0) } ?? 0 }
  }
}

private let notes = MigrationSet(
  "notes",
  [
    Migration(
      1, "notes", ["CREATE TABLE notes (text TEXT NOT NULL PRIMARY KEY CHECK (text <> 'bad'))"])
  ])

/// Accounts and tokens that tests name.
struct Staff: Authenticator {
  static let editor = UUIDv7(at: Timestamp(milliseconds: 1_760_000_000_000))
  static let viewer = UUIDv7(at: Timestamp(milliseconds: 1_760_000_000_001))

  func principal(session: Session, in snapshot: Snapshot) throws -> Principal? {
    switch session.account {
    case Self.editor: account(session.account, "editor", ["notes:read", "notes:write"])
    case Self.viewer: account(session.account, "viewer", ["notes:read"])
    default: nil
    }
  }

  func principal(token: String, in snapshot: Snapshot) throws -> Principal? {
    switch token {
    case "writer":
      Principal(kind: .token, id: Self.editor, name: "writer", permissions: ["notes:write"])
    case "reader":
      Principal(kind: .token, id: Self.viewer, name: "reader", permissions: ["notes:read"])
    default: nil
    }
  }

  private func account(_ id: UUIDv7, _ name: String, _ permissions: Set<Permission>) -> Principal {
    Principal(kind: .account, id: id, name: name, permissions: permissions)
  }
}

/// A clock that tests move.
final class MovableClock: Sendable {
  private let time = Mutex(Timestamp(milliseconds: 1_775_000_000_000))

  var clock: Clock { Clock { self.time.withLock { $0 } } }

  func advance(seconds: Int64) { time.withLock { $0 = $0.adding(seconds: seconds) } }
}

/// Counts calls from any thread.
final class Counter: Sendable {
  private let count = Atomic<Int>(0)

  var value: Int { count.load(ordering: .relaxed) }

  @discardableResult
  func add() -> Int { count.wrappingAdd(1, ordering: .relaxed).newValue }
}
