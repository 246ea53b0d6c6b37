import Synchronization

/// The database of one tenant.
///
/// Reads run where they are asked for and see one state; writes run one after the other on the
/// store's writer and are answered once they are on disk. Connections are opened when they are
/// needed and closed by the pool when the store is idle.
///
/// ```swift
/// try store.write { try $0.execute("INSERT INTO services (slug) VALUES (\(slug))") }
/// let count = try store.read { snapshot in
///   try snapshot.first("SELECT COUNT(*) FROM services") { try $0.int(0) }
/// }
/// ```
public final class Store: Sendable {
  /// The store's name in the pool.
  public let name: String
  /// Where its database lies.
  public let location: StoreLocation

  let host: StoreHost
  let connections: ConnectionSet
  let queue = Mutex(WriteQueue())
  let knownVersion = Mutex(KnownVersion())
  /// Who serves in this store's place once it is closed, because its database has moved.
  let successor = Mutex<Store?>(nil)
  let batches = Atomic<Int>(0)
  let writes = Atomic<Int>(0)

  init(name: String, location: StoreLocation, host: StoreHost) {
    self.name = name
    self.location = location
    self.host = host
    connections = ConnectionSet(idleReaders: host.options.idleReaders) { role in
      try host.connect(to: location, as: role)
    }
  }

  /// Whether the store takes writes.
  public var health: StoreHealth {
    successor.withLock { $0 }?.health ?? queue.withLock { $0.health }
  }

  /// Whether to read is to wait for another process: a server's own threads then leave it to
  /// others.
  public var isRemote: Bool { host.engine.isRemote }

  /// Creates the database, empty; throws ``StoreError/Code/misuse`` if there is one.
  public func create() throws {
    try host.engine.create(at: location) { connection in
      try StoreTable.create(connection, epoch: .random(in: .min ... .max))
    }
  }

  /// Checks every page and index; throws ``StoreError/Code/corrupt`` where one is damaged.
  ///
  /// Takes long for a large database; runs on the calling thread.
  public func checkIntegrity() throws {
    try withReader { try $0.checkIntegrity() }
  }

  /// Has the database look at its tables anew, where it chooses its plans by what they hold: after
  /// they were filled all at once.
  package func refreshStatistics() throws {
    try withReader { try $0.refreshStatistics() }
  }

  /// Copies the database as it is now into a new file, while reads and writes go on.
  ///
  /// The file appears under its name only when it is complete and on disk. Takes long for a large
  /// database; runs on the calling thread.
  ///
  /// - Parameters:
  ///   - path: A file that does not exist yet, in a folder that does.
  ///   - progress: Is told now and then how far the copy is.
  public func backup(
    to path: String, progress: (BackupProgress) -> Void = { _ in }
  ) throws {
    try withReader { try $0.backup(to: path, progress: progress) }
  }

  func withReader<Result>(_ body: (any EngineConnection) throws -> Result) throws -> Result {
    try connections.withReader(opened: { host.opened(self) }, body)
  }

  func withWriter<Result>(_ body: (any EngineConnection) throws -> Result) throws -> Result {
    try connections.withWriter(opened: { host.opened(self) }, body)
  }
}
