/// One state of a store, which stays the same however long it is read.
///
/// It begins with the first query and ends with the closure it was given to; it cannot be used
/// later or on another thread, and it cannot write.
public final class Snapshot: Queryable {
  private let connection: any EngineConnection
  private var isOver = false

  init(_ connection: any EngineConnection) {
    self.connection = connection
  }

  func end() {
    isOver = true
  }

  /// Calls `body` with each row, in order.
  public func forEach(_ sql: SQL, _ body: (Row) throws -> Void) throws {
    try checkUse(sql)
    try connection.run(sql) {
      try body($0)
      return true
    }
  }

  /// Returns what `map` makes of the first row, or `nil` without one; reads no further row.
  public func first<Value>(_ sql: SQL, _ map: (Row) throws -> Value) throws -> Value? {
    try checkUse(sql)
    var value: Value?
    try connection.run(sql) {
      value = try map($0)
      return false
    }
    return value
  }

  /// Returns the tables in the order they were made; what an index is made of is not among them.
  package func tables() throws -> [StoredTable] {
    try checkUse("the list of tables")
    return try connection.tables()
  }

  private func checkUse(_ sql: SQL) throws {
    if isOver {
      throw StoreError(.misuse, "a snapshot was used after its closure", context: sql.shape)
    }
  }
}
