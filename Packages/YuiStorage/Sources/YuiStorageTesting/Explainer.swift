import YuiStorage
import YuiStoragePostgreSQL

/// Asks a database how it would run statements.
struct Explainer {
  private let store: Store
  private let pool: StorePool?

  init(_ store: Store) throws {
    guard case .schema(let schema) = store.location.kind else {
      (self.store, pool) = (store, nil)
      return
    }
    let server = try TestServer(settings: "-c enable_seqscan=off").server
    let pool = StorePool(engine: PostgreSQLEngine(server: server))
    let location = StoreLocation.schema(
      StoreSchema(
        server: server.address, name: schema.name, role: schema.role, password: schema.password))
    (self.store, self.pool) = (pool.store(store.name, at: location), pool)
  }

  func explaining<Result>(_ body: (Explainer) throws -> Result) rethrows -> Result {
    defer { pool?.close() }
    return try body(self)
  }

  /// Returns the plan of a statement; none for what is no query or change of rows.
  func plan(of sql: SQL) throws -> QueryPlan? {
    let first = sql.shape.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    guard ["SELECT", "WITH", "INSERT", "UPDATE", "DELETE"].contains(first) else { return nil }
    // As a write, since SQLite takes the plan of one for one; nothing of it is done.
    if store.isRemote {
      return QueryPlan(
        postgreSQL: try store.write { try $0.all("EXPLAIN " + sql) { try $0.text(0) } })
    }
    let rows = try store.write { transaction in
      try transaction.all("EXPLAIN QUERY PLAN " + sql) { try $0.text(3) }
    }
    return QueryPlan(sqlite: rows, isLimited: sql.shape.contains("LIMIT"))
  }
}
