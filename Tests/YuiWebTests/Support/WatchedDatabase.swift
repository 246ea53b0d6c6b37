import Glibc
import Synchronization
import YuiStorage
import YuiStorageTesting

/// What a test does to a database, and what it saw of it.
final class WatchedDatabase: Sendable {
  /// What becomes of the next commit.
  enum Commit: Sendable {
    /// It happens, and the connection breaks before that is heard.
    case savedUnheard
    /// The connection breaks before it happens.
    case lost
  }

  private struct State {
    var readers: [String] = []
    var isBlocked = false
    var waiting = 0
    var failure: StoreError.Code?
    var commit: Commit?
  }

  private let state = Mutex(State())

  /// Forgets which threads have read.
  func forget() { state.withLock { $0.readers = [] } }

  /// The names of the threads that have read, once for each read.
  var readers: [String] { state.withLock { $0.readers } }

  /// Whether reads wait until they are let go.
  func block() { state.withLock { $0.isBlocked = true } }
  func release() { state.withLock { $0.isBlocked = false } }

  /// How many reads wait.
  var waiting: Int { state.withLock { $0.waiting } }

  /// Lets each read fail; `nil` mends it.
  func failReads(_ code: StoreError.Code?) { state.withLock { $0.failure = code } }

  /// Breaks the connection at the next commit.
  func breakCommit(_ commit: Commit) { state.withLock { $0.commit = commit } }

  fileprivate func read() throws {
    let failure = state.withLock { state in
      state.readers.append(Self.threadName)
      state.waiting += 1
      return state.failure
    }
    while state.withLock({ $0.isBlocked }) { usleep(1_000) }
    state.withLock { $0.waiting -= 1 }
    if let failure { throw StoreError(failure, "the test's doing") }
  }

  fileprivate func commit(_ body: () throws -> Void) throws {
    let plan = state.withLock { state in
      defer { state.commit = nil }
      return state.commit
    }
    if plan != .lost { try body() }
    if plan != nil { throw StoreError(.unknownOutcome, "the connection was lost") }
  }

  private static var threadName: String {
    var name = [CChar](repeating: 0, count: 16)
    let file = open("/proc/thread-self/comm", O_RDONLY | O_CLOEXEC)
    defer { close(file) }
    let count = Glibc.read(file, &name, 15)
    return String(decoding: name.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
      .filter { $0 != "\n" }
  }
}

/// An engine around another one, whose database passes for a server elsewhere if it is told so.
struct WatchedEngine: ForwardingEngine {
  let isRemote: Bool
  let base: any StorageEngine
  private let database: WatchedDatabase

  init(_ base: any StorageEngine, _ database: WatchedDatabase, isRemote: Bool?) {
    self.base = base
    self.database = database
    self.isRemote = isRemote ?? base.isRemote
  }

  func connect(
    to location: StoreLocation, as role: ConnectionRole
  ) throws -> any EngineConnection {
    WatchedConnection(
      base: try base.connect(to: location, as: role), role: role, database: database)
  }
}

private final class WatchedConnection: ForwardingConnection {
  let base: any EngineConnection
  private let role: ConnectionRole
  private let database: WatchedDatabase

  init(base: any EngineConnection, role: ConnectionRole, database: WatchedDatabase) {
    (self.base, self.role, self.database) = (base, role, database)
  }

  @discardableResult
  func run(_ sql: SQL, _ body: (Row) throws -> Bool) throws -> Int {
    if role == .reader { try database.read() }
    return try base.run(sql, body)
  }

  func begin() throws {
    if role == .reader { try database.read() }
    try base.begin()
  }

  func commit() throws {
    try database.commit { try base.commit() }
  }
}
