import Synchronization
public import YuiStorage

/// Fresh stores in a place of their own, gone with this object.
///
/// ```swift
/// let stores = try TestStores(.sqlite) { $0.clock = .fixed(now) }
/// let store = try stores.make("131041", migrating: [SessionStore.migrations])
/// ```
public final class TestStores: Sendable {
  /// The pool of the stores.
  public let pool: StorePool
  /// Where they lie.
  package let place: StorePlace
  private let files: TemporaryFolder
  private let names = Mutex<Set<String>>([])

  /// Makes a place without a store; `configure` changes the limits of its pool.
  ///
  /// - Parameter recorder: is told what the stores are asked.
  public convenience init(
    _ engine: Engine, recording recorder: StatementRecorder? = nil,
    configure: (inout StorePoolOptions) -> Void = { _ in }
  ) throws {
    try self.init(
      engine,
      opening: { place in
        guard let recorder else { return place.implementation }
        return RecordingEngine(base: place.implementation, recorder: recorder)
      }, configure: configure)
  }

  /// Makes a place whose stores are opened by another engine than its own, such as one around it.
  package init(
    _ engine: Engine, opening implementation: (StorePlace) -> any StorageEngine,
    configure: (inout StorePoolOptions) -> Void
  ) throws {
    files = try TemporaryFolder()
    place = try StorePlace(engine, folder: files.path)
    var options = StorePoolOptions()
    configure(&options)
    pool = StorePool(engine: implementation(place), options: options)
  }

  deinit {
    pool.close()
    // What a server that is gone cannot remove goes with its cluster.
    for name in names.withLock({ $0 }) { try? place.remove(name) }
  }

  /// A folder for files of the test.
  public var folder: String { files.path }

  /// Returns the store of this name, which may not have been created yet.
  public func store(_ name: String = "tenant") -> Store {
    names.withLock { _ = $0.insert(name) }
    return pool.store(name, at: place.location(name))
  }

  /// Creates a store.
  public func make(
    _ name: String = "tenant", migrating sets: [MigrationSet] = []
  ) throws -> Store {
    let store = store(name)
    try store.create()
    try store.migrate(sets)
    return store
  }

  /// Whether some bytes stand anywhere in the stores: in a file, or in a row of a table.
  package func holds(_ bytes: [UInt8]) throws -> Bool {
    if files.holds(bytes) { return true }
    return try names.withLock { $0 }.contains { name in
      try store(name).read { try $0.holds(bytes) }
    }
  }
}

extension Snapshot {
  fileprivate func holds(_ bytes: [UInt8]) throws -> Bool {
    for table in try tables() {
      let columns = SQL.joined(table.columns.map(SQL.name), separator: ", ")
      let values = try all("SELECT \(columns) FROM \(SQL.name(table.name))") { row in
        try table.columns.indices.map { try row.value($0) }
      }
      let isThere = values.joined().contains { value in
        switch value {
        case .text(let text): Array(text.utf8).contains(bytes)
        case .blob(let blob): blob.contains(bytes)
        case .null, .integer, .real: false
        }
      }
      if isThere { return true }
    }
    return false
  }
}
