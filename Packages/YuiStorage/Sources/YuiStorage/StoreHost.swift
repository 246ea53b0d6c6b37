import Synchronization

/// What all stores of a pool share: the engine, the writers' threads and the limit of open stores.
final class StoreHost: Sendable {
  let engine: any StorageEngine
  let options: StorePoolOptions
  let writers: WorkerPool
  private let budget: ConnectionBudget?
  private let open = Mutex<[ObjectIdentifier: Store]>([:])

  init(engine: any StorageEngine, options: StorePoolOptions) {
    self.engine = engine
    self.options = options
    budget = options.maximumConnections.map(ConnectionBudget.init(limit:))
    // Each store has at most one turn in the queue, so that the number of stores bounds it.
    writers = WorkerPool(name: "yui-writer", threads: options.writerThreads, capacity: .max)
  }

  var batchLimit: Int { min(options.batchLimit, engine.batchLimit) }

  var openCount: Int { open.withLock { $0.count } }

  /// Counts a store as open, and closes what is then one too many.
  ///
  /// That is the idle store that was not used for longest. Stores in use stay open: threads bound
  /// their number.
  func opened(_ store: Store) {
    let surplus = open.withLock { open in
      open[ObjectIdentifier(store)] = store
      return open.count - options.maximumOpenStores
    }
    if surplus > 0 { closeIdle(surplus) }
  }

  /// Opens a connection to a store; where all are taken, in place of one that is idle.
  func connect(to location: StoreLocation, as role: ConnectionRole) throws -> OpenConnection {
    let permit = try permit()
    return OpenConnection(
      connection: try engine.connect(to: location, as: role), permit: permit)
  }

  private func permit() throws -> ConnectionPermit? {
    guard let budget else { return nil }
    while true {
      if let permit = budget.take() { return permit }
      if closeIdle(1) || dropReader() { continue }
      guard budget.waitForRoom(nanoseconds: MonotonicTime.seconds(2)) else {
        throw StoreError(.busy, "all connections to the database are in use", retryAfter: 1)
      }
    }
  }

  /// Closes some idle stores, those not used for longest first; returns whether there was any.
  @discardableResult
  private func closeIdle(_ count: Int) -> Bool {
    let closed = open.withLock { open -> [OpenConnection] in
      var closed: [OpenConnection] = []
      var rest = count
      for candidate in open.values.sorted(by: { $0.connections.lastUsed < $1.connections.lastUsed })
      where rest > 0 {
        guard let connections = candidate.connections.closeIfIdle() else { continue }
        open[ObjectIdentifier(candidate)] = nil
        closed += connections
        rest -= 1
      }
      return closed
    }
    // Closing takes a while and happens here, outside of the lock.
    return withExtendedLifetime(closed) { !closed.isEmpty }
  }

  /// Closes a connection that a store in use can spare; returns whether there was any.
  private func dropReader() -> Bool {
    let stores = open.withLock { Array($0.values) }
    return stores.sorted { $0.connections.lastUsed < $1.connections.lastUsed }
      .contains { $0.connections.dropReader() }
  }

  /// Closes a store for good.
  func close(_ store: Store) {
    store.connections.close()
    open.withLock { $0[ObjectIdentifier(store)] = nil }
  }
}
