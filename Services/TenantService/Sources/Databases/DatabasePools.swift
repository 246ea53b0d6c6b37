import Synchronization
import YuiStorage
import YuiStoragePostgreSQL
import YuiStorageSQLite

/// The open databases of a deployment: those in files, and apart from them those at each server, so
/// that tenants in files do not wait for a server that fails.
final class DatabasePools: Sendable {
  private let files: StorePool
  private let servers = Mutex<[String: StorePool]>([:])
  private let options: StorePoolOptions
  private let configured: DatabaseServer?

  init(_ configured: DatabaseServer?, options: StorePoolOptions) {
    self.configured = configured
    self.options = options
    files = StorePool(engine: SQLiteEngine(), options: options)
  }

  /// The pool for databases at a server, or in files.
  func pool(at server: PostgreSQLServer?) -> StorePool {
    guard let server else { return files }
    return servers.withLock { servers in
      if let known = servers[server.address] { return known }
      let pool = StorePool(engine: PostgreSQLEngine(server: server), options: serverOptions)
      servers[server.address] = pool
      return pool
    }
  }

  /// A store that reads has a connection, one that writes another; to open one costs more than many
  /// reads, so that it stays open until another store needs it.
  private var serverOptions: StorePoolOptions {
    let connections = configured?.connections ?? 60
    var options = options
    options.maximumConnections = connections
    options.maximumOpenStores = max(1, connections / 2)
    options.idleReaders = connections
    // They wait for the server more than they compute.
    options.writerThreads = min(8, max(2, connections / 4))
    return options
  }

  private var all: [StorePool] { [files] + servers.withLock { Array($0.values) } }

  var stats: StorePoolStats { all.map(\.stats).reduce(StorePoolStats(), +) }

  func close() {
    for pool in all { pool.close() }
  }
}
