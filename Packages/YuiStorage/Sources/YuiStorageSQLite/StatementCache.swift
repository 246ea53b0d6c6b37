import YuiStorage

/// The statements of one connection, kept prepared; those not used for longest make room.
struct StatementCache {
  /// Enough for the pages and tasks of a tenant; a statement takes a few kilobytes.
  static let limit = 64

  private var statements: [StatementShape: SQLiteStatement] = [:]
  private var uses = 0

  /// Returns a statement of this shape that is free to be run.
  mutating func statement(for sql: SQL, on database: OpaquePointer) throws -> SQLiteStatement {
    let shape = StatementShape(sql.segments)
    uses += 1
    if let known = statements[shape] {
      // Run within itself, from a row's closure, it needs a twin.
      if known.isInUse { return try SQLiteStatement(sql, on: database) }
      known.lastUse = uses
      return known
    }
    let statement = try SQLiteStatement(sql, on: database)
    if statements.count >= Self.limit { dropOldest() }
    statement.lastUse = uses
    statements[shape.withoutValues] = statement
    return statement
  }

  private mutating func dropOldest() {
    let oldest = statements.filter { !$0.value.isInUse }.min { $0.value.lastUse < $1.value.lastUse }
    if let oldest { statements[oldest.key] = nil }
  }
}
