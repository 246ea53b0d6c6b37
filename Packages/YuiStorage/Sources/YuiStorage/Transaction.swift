/// One write: all of it is kept, or nothing.
///
/// It runs on the store's writer among other writes of the same batch and ends with the closure it
/// was given to. The closure may run twice, so that it has no outside effect but rows and keeps no
/// state across. After a statement has failed the write as a whole fails, even if the closure goes
/// on: where a conflict is expected, `ON CONFLICT` says so.
public final class Transaction: Queryable {
  package let connection: any EngineConnection
  private var isOver = false
  private(set) var failure: StoreError?
  /// Whether it may have changed something in the database.
  private(set) var hasWritten = false
  private(set) var raisesPublicVersion = false
  private(set) var wakes: Set<String> = []

  package init(_ connection: any EngineConnection) {
    self.connection = connection
  }

  func end() {
    isOver = true
  }

  /// Runs a statement and returns how many rows it changed.
  @discardableResult
  public func execute(_ sql: SQL) throws -> Int {
    try run(sql) { _ in true }
  }

  /// Runs a statement that takes many rows, up to two hundred of them at a time.
  ///
  /// ```swift
  /// try transaction.execute(rows: ids.map { "(\($0), 1)" }) {
  ///   "INSERT INTO things (id, count) VALUES \($0) ON CONFLICT (id) DO NOTHING"
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - rows: what stands between `VALUES` and the rest, row by row.
  ///   - statement: makes the statement of several rows.
  public func execute(rows: [SQL], _ statement: (SQLRows) -> SQL) throws {
    try Self.inBatches(rows) { try execute(statement(SQLRows(rows: $0))) }
  }

  /// Hands out rows in a few sizes only, so that there are few statements to prepare.
  static func inBatches<Element>(
    _ rows: [Element], _ body: (ArraySlice<Element>) throws -> Void
  ) rethrows {
    var rest = rows[...]
    for count in rowsAtOnce {
      while rest.count >= count {
        try body(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
    }
  }

  private static let rowsAtOnce = [200, 20, 1]

  /// Calls `body` with each row, in order; the statement may also write (`RETURNING`).
  public func forEach(_ sql: SQL, _ body: (Row) throws -> Void) throws {
    try run(sql) {
      try body($0)
      return true
    }
  }

  /// Returns what `map` makes of the first row, or `nil` without one; the statement may also write.
  public func first<Value>(_ sql: SQL, _ map: (Row) throws -> Value) throws -> Value? {
    var value: Value?
    try run(sql) {
      value = try map($0)
      return false
    }
    return value
  }

  @discardableResult
  private func run(_ sql: SQL, _ body: (Row) throws -> Bool) throws -> Int {
    try checked(sql) {
      let before = hasWritten
      // In doubt it has.
      if !sql.begins(with: "SELECT") { hasWritten = true }
      let changed = try connection.run(sql, body)
      if changed == 0, ["INSERT", "UPDATE", "DELETE"].contains(where: sql.begins(with:)) {
        hasWritten = before
      }
      return changed
    }
  }

  /// Says that something public changed: pages cached for anonymous readers are then out of date.
  public func raisePublicVersion() {
    raisesPublicVersion = true
  }

  /// Asks that the background task of this name runs soon after the commit.
  public func wake(_ task: String) {
    wakes.insert(task)
  }

  /// Runs work that writes on the connection; the first failure of the database is the write's
  /// failure.
  @discardableResult
  package func guarded<Value>(
    _ sql: @autoclosure () -> SQL, _ work: () throws -> Value
  ) throws -> Value {
    hasWritten = true
    return try checked(sql(), work)
  }

  private func checked<Value>(
    _ sql: @autoclosure () -> SQL, _ work: () throws -> Value
  ) throws -> Value {
    if isOver {
      throw StoreError(.misuse, "a transaction was used after its closure", context: sql().shape)
    }
    if let failure { throw failure }
    do {
      return try work()
    } catch let error as StoreError {
      failure = error
      throw error
    }
  }
}

extension SQL {
  fileprivate func begins(with word: StaticString) -> Bool {
    guard case .literal(let text) = segments.first, text.hasPointerRepresentation else {
      return false
    }
    return text.withUTF8Buffer { text in
      word.withUTF8Buffer { text.starts(with: $0) && text.dropFirst($0.count).first == 0x20 }
    }
  }
}
