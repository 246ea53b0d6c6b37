import Glibc
import Synchronization

/// All stores of a process: thousands known, some open, few threads that write.
///
/// ```swift
/// let pool = StorePool(engine: SQLiteEngine(), options: options)
/// let store = pool.store("131041", at: .file("/var/lib/yui/131041/tenant.sqlite"))
/// ```
public final class StorePool: Sendable {
  private struct State {
    var stores: [String: Store] = [:]
    var isClosed = false
  }

  private let host: StoreHost
  private let state = Mutex(State())

  /// Creates a pool whose stores are all of one engine, and starts its writers' threads.
  package init(engine: any StorageEngine, options: StorePoolOptions = StorePoolOptions()) {
    host = StoreHost(engine: engine, options: options)
  }

  deinit {
    close()
  }

  /// Returns the store of this name, the same each time; nothing is opened yet.
  ///
  /// A store that moves is removed (``remove(_:)``) before it is asked for at its new place.
  public func store(_ name: String, at location: StoreLocation) -> Store {
    state.withLock { state in
      if let known = state.stores[name], known.location == location { return known }
      let store = Store(name: name, location: location, host: host)
      if state.isClosed {
        store.refuseWrites()
        store.connections.close()
      } else {
        state.stores[name] = store
      }
      return store
    }
  }

  /// Finishes the writes of a store, closes it and forgets it; its database stays.
  public func remove(_ store: Store) {
    state.withLock { state in
      if state.stores[store.name] === store { state.stores[store.name] = nil }
    }
    close([store])
  }

  /// Closes a store whose database has moved, as ``remove(_:)`` does, and sends those who still hold
  /// it to its new place; returns when nobody reads at the old one any more.
  package func remove(_ store: Store, inFavourOf successor: Store) {
    store.successor.withLock { $0 = successor }
    remove(store)
    while store.connections.isLent { usleep(1_000) }
  }

  /// Finishes what was accepted, closes all stores and ends the writers; later writes are refused.
  public func close() {
    let stores = state.withLock { state in
      state.isClosed = true
      defer { state.stores = [:] }
      return Array(state.stores.values)
    }
    close(stores)
    host.writers.close()
  }

  private func close(_ stores: [Store]) {
    for store in stores { store.refuseWrites() }
    for store in stores {
      while store.isWriting { usleep(1_000) }
      host.close(store)
    }
  }
}

extension Store {
  fileprivate func refuseWrites() {
    queue.withLock { $0.isClosed = true }
  }

  /// Whether accepted writes are still to be finished; a store without a disk has none.
  fileprivate var isWriting: Bool {
    queue.withLock { $0.hasTurn && $0.condition == .ready }
  }
}

extension StorePool {
  /// Returns what the pool is doing, for metrics.
  public var stats: StorePoolStats {
    let stores = state.withLock { Array($0.stores.values) }
    var stats = StorePoolStats(known: stores.count, open: host.openCount)
    for store in stores {
      let (queued, health) = store.queue.withLock { ($0.waiting.count, $0.health) }
      stats.queued += queued
      stats.deepestQueue = max(stats.deepestQueue, queued)
      stats.batches += store.batches.load(ordering: .relaxed)
      stats.writes += store.writes.load(ordering: .relaxed)
      if health != .ready { stats.readOnly.append(store.name) }
    }
    stats.readOnly.sort()
    return stats
  }
}
