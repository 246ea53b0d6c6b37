import Synchronization

/// What all stores of a pool share: the engine, the writers' threads and the limit of open stores.
final class StoreHost: Sendable {
  let engine: any StorageEngine
  let options: StorePoolOptions
  let writers: WorkerPool
  private let open = Mutex<[ObjectIdentifier: Store]>([:])

  init(engine: any StorageEngine, options: StorePoolOptions) {
    self.engine = engine
    self.options = options
    // Each store has at most one turn in the queue, so that the number of stores bounds it.
    writers = WorkerPool(name: "yui-writer", threads: options.writerThreads, capacity: .max)
  }

  var openCount: Int { open.withLock { $0.count } }

  /// Counts a store as open, and closes what is then one too many.
  ///
  /// That is the idle store that was not used for longest. Stores in use stay open: threads bound
  /// their number.
  func opened(_ store: Store) {
    let closed = open.withLock { open -> [any EngineConnection] in
      open[ObjectIdentifier(store)] = store
      var closed: [any EngineConnection] = []
      let surplus = open.count - options.maximumOpenStores
      guard surplus > 0 else { return closed }
      var count = 0
      for candidate in open.values.sorted(by: { $0.connections.lastUsed < $1.connections.lastUsed })
      where count < surplus {
        guard let connections = candidate.connections.closeIfIdle() else { continue }
        open[ObjectIdentifier(candidate)] = nil
        closed += connections
        count += 1
      }
      return closed
    }
    // Closing writes back what is in the log, and happens here, outside of the lock.
    withExtendedLifetime(closed) {}
  }

  /// Closes a store for good.
  func close(_ store: Store) {
    store.connections.close()
    open.withLock { $0[ObjectIdentifier(store)] = nil }
  }
}
