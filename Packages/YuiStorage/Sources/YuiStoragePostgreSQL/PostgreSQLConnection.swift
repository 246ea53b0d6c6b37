import YuiStorage

/// A connection to one schema, logged in as the role that owns it.
///
/// `@unchecked Sendable`: a store lends a connection to one thread at a time, with a lock between
/// one and the next.
final class PostgreSQLConnection: EngineConnection, @unchecked Sendable {
  let context: String
  private let role: ConnectionRole
  private let statementGuard: StatementGuard
  private var session: Session
  private var statements = StatementCache()
  private var state = TransactionState.none
  /// The rows that are being told from the connection, and not from memory.
  private var streaming: RowStream?

  private enum TransactionState {
    case none
    /// `BEGIN` waits for the first statement.
    case deferred
    case begun
  }

  init(_ parameters: ConnectionParameters, role: ConnectionRole, patience: Duration) throws {
    context = parameters.context
    (self.role, statementGuard) = (role, StatementGuard(role))
    session = try Session(parameters, patience: patience)
  }

  @discardableResult
  func run(_ sql: SQL, _ body: (Row) throws -> Bool) throws -> Int {
    let sql = sql.spelledOut(text: \.condition, box: \.condition)
    return try run(sql, guardedBy: statementGuard, body)
  }

  /// Runs a statement of the engine's own that yields no rows of interest.
  func execute(_ sql: SQL) throws {
    try run(sql, guardedBy: nil) { _ in true }
  }

  /// Runs a statement of the engine's own that others may not use.
  @discardableResult
  func run(
    _ sql: SQL, guardedBy statementGuard: StatementGuard?, _ body: (Row) throws -> Bool
  ) throws -> Int {
    let stream = try send(sql, statementGuard)
    var wantsMore = true
    var failure: (any Error)?
    while let part = try nextPart(of: stream) {
      do {
        switch try stream.take(part, by: role) {
        case .row where wantsMore: wantsMore = try body(Row(stream))
        case .row, .end: break
        }
      } catch {
        // The rest is read all the same, so that the next answer is the next statement's.
        (failure, wantsMore) = (failure ?? error, false)
      }
    }
    stream.end()
    if let failure { throw forgettingOutdated(failure) }
    return stream.changedRows
  }

  /// Statements that no longer fit their tables are prepared anew when the work is run again.
  private func forgettingOutdated(_ error: any Error) -> any Error {
    if (error as? StoreError)?.code == .conflict { statements.forgetAll() }
    return error
  }

  private func send(_ sql: SQL, _ statementGuard: StatementGuard?) throws -> RowStream {
    try keepStreamedRows()
    let shape = StatementShape(sql.segments)
    let parameters = try Parameters(sql)
    let known = statements.statement(shape, parameters)
    let statement = known ?? statements.new(sql, parameters)
    if known == nil { try statementGuard?.check(statement) }
    try session.sendDeferred()
    if state == .deferred { state = .begun }
    if known == nil { try session.prepare(statement) }
    try session.execute(statement, parameters)
    try session.sync()
    do {
      try session.settle(before: .lastAnswer, context: statement.text)
    } catch {
      throw forgettingOutdated(error)
    }
    if known == nil { statements.keep(statement, for: shape) }
    session.tellRowByRow()
    let stream = RowStream(of: statement)
    streaming = stream
    return stream
  }

  private func nextPart(of stream: RowStream) throws -> ResultHandle? {
    if let kept = stream.takeKept() { return kept }
    guard streaming === stream else { return nil }
    if let part = try session.nextPart() { return part }
    streaming = nil
    try session.settle(before: .nothing, context: stream.statement)
    return nil
  }

  /// Takes the rows that are still on their way into memory, for a statement within them.
  private func keepStreamedRows() throws {
    guard let stream = streaming else { return }
    var parts: [ResultHandle] = []
    while let part = try nextPart(of: stream) { parts.append(part) }
    stream.keep(parts)
  }
}

extension PostgreSQLConnection {
  func begin() throws {
    if statements.isFull {
      statements.forgetAll()
      session.deferUntilNext(.deallocateAll)
      try session.sendDeferred()
      // What a transaction is isolated from can be said only at the beginning of what travels
      // together.
      try session.sync()
    }
    state = .deferred
    switch role {
    case .reader:
      session.deferUntilNext(.beginReading)
    case .writer:
      session.deferUntilNext(.beginWriting)
      do { try keepOtherWritersOut() } catch {
        rollback()
        throw error
      }
    }
  }

  /// Waits for other processes that write to the same schema, for as long as `lock_timeout` says.
  private func keepOtherWritersOut() throws {
    var isThere = false
    try run(
      """
      SELECT current_schema(), CAST(pg_advisory_xact_lock(hashtextextended(current_schema(), 0)) AS TEXT)
      """, guardedBy: nil
    ) {
      isThere = try $0.textOrNil(0) != nil
      return false
    }
    guard isThere else {
      throw StoreError(.missing, "the schema is gone", context: context)
    }
  }

  func commit() throws {
    do {
      session.deferUntilNext(.commit)
      try session.sendDeferred()
      state = .none
      try session.sync()
      try session.settle(before: .lastAnswer, context: "COMMIT")
      var isCommitted = false
      var refusal: StoreError?
      while let part = try session.nextPart() {
        refusal = refusal ?? Session.error(in: part, context: "COMMIT")
        isCommitted = part.command == "COMMIT"
      }
      try session.settle(before: .nothing, context: "COMMIT")
      if let refusal { throw refusal }
      guard isCommitted else {
        throw StoreError(.statement, "the server rolled back", context: context)
      }
    } catch let error as StoreError where error.isConnectionFailure {
      throw StoreError(
        .unknownOutcome,
        "the connection was lost at COMMIT, which may have been done: \(error.message)",
        context: context, retryAfter: 5)
    }
  }

  func rollback() {
    switch state {
    case .none: break
    case .deferred: session.forgetDeferred()
    case .begun:
      session.forgetDeferred()
      session.deferUntilNext(.rollback)
      // Nobody waits for the answer; the next statement reads it. A connection that is lost has
      // nothing left to roll back.
      try? session.sendDeferred()
      try? session.sync()
    }
    state = .none
  }

  var isInTransaction: Bool { state != .none && session.isAlive }

  func setSavepoint() throws {
    session.deferUntilNext(.savepoint)
  }

  func releaseSavepoint() throws {
    if !session.takeBack(.savepoint) { session.deferUntilNext(.release) }
  }

  func rollbackToSavepoint() throws {
    if session.takeBack(.savepoint) { return }
    session.deferUntilNext(.rollbackToSavepoint)
    session.deferUntilNext(.release)
  }
}

extension PostgreSQLConnection {
  /// The server looks after its own files.
  func tidy() throws {}

  func refreshStatistics() throws {
    for table in try tables() { try execute("ANALYZE \(.name(table.name))") }
  }

  /// Reads every row of every table, which checks pages where the cluster has checksums.
  func checkIntegrity() throws {
    try begin()
    defer { rollback() }
    for table in try tables() {
      let name = SQL.name(table.name)
      try run("SELECT COUNT(CAST(content AS TEXT)) FROM \(name) AS content", guardedBy: nil) { _ in
        true
      }
    }
  }

  /// The copy of a schema is a file of another engine, which those make who know both.
  func backup(to path: String, progress: (BackupProgress) -> Void) throws {
    throw StoreError(.misuse, "a schema is not copied as a file", context: context)
  }
}
