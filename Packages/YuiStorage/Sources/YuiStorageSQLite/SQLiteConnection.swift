import CSQLite
import YuiStorage

/// A connection to one SQLite file.
///
/// `@unchecked Sendable`: a store lends a connection to one thread at a time, with a lock between
/// one and the next.
final class SQLiteConnection: EngineConnection, @unchecked Sendable {
  let handle: DatabaseHandle
  let path: String
  private let role: ConnectionRole
  private var statements = StatementCache()
  private var controls: [TransactionControl: SQLiteStatement] = [:]
  private let statementGuard = StatementGuard()
  var log = WriteAheadLog()
  var cache = PageCache()

  init(path: String, role: ConnectionRole) throws {
    self.path = path
    self.role = role
    handle = try DatabaseHandle(path: path)
    try applySettings(for: role)
    statementGuard.install(on: handle.pointer)
    watchLog()
  }

  @discardableResult
  func run(_ sql: SQL, _ body: (Row) throws -> Bool) throws -> Int {
    let sql = sql.spelledOut(text: \.condition, box: \.condition)
    let statement = try statements.statement(for: sql, on: handle.pointer)
    if role == .reader, !statement.isReadOnly {
      throw StoreError(.misuse, "a snapshot cannot write", context: statement.statement)
    }
    return try statement.run(sql, on: handle.pointer, body)
  }

  /// Runs a statement of the engine's own that yields no rows of interest.
  func execute(_ sql: SQL) throws {
    try run(sql) { _ in true }
  }

  /// Runs a statement of the engine's own that others may not use, and does not keep it.
  func unguarded(_ sql: SQL, _ body: (Row) throws -> Void = { _ in }) throws {
    try statementGuard.allowingAll {
      let statement = try SQLiteStatement(sql, on: handle.pointer)
      _ = try statement.run(sql, on: handle.pointer) {
        try body($0)
        return true
      }
    }
  }
}

extension SQLiteConnection {
  /// Plans follow from the tables' shapes alone.
  func refreshStatistics() throws {}

  func begin() throws {
    try control(role == .writer ? .beginWriting : .beginReading)
  }

  func commit() throws {
    // What is written to a deleted file is gone with the process: that is no "saved".
    var hasMoved: Int32 = 0
    sqlite3_file_control(handle.pointer, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved)
    guard role == .reader || hasMoved == 0 else {
      throw StoreError(.io, "the database's file was deleted or moved", context: path)
    }
    try control(.commit)
  }

  func rollback() {
    // It fails only where there is nothing left to roll back.
    if isInTransaction { try? control(.rollback) }
  }

  var isInTransaction: Bool { sqlite3_get_autocommit(handle.pointer) == 0 }

  func setSavepoint() throws {
    try control(.savepoint)
  }

  func releaseSavepoint() throws {
    try control(.release)
  }

  func rollbackToSavepoint() throws {
    try control(.rollbackToSavepoint)
    try control(.release)
  }

  private func control(_ control: TransactionControl) throws {
    try statementGuard.allowingAll {
      let statement = try controls[control] ?? SQLiteStatement(control.sql, on: handle.pointer)
      controls[control] = statement
      _ = try statement.run(control.sql, on: handle.pointer) { _ in true }
    }
  }
}

/// What begins and ends transactions: for the engine only.
private enum TransactionControl {
  case beginReading, beginWriting, commit, rollback, savepoint, release, rollbackToSavepoint

  var sql: SQL {
    switch self {
    case .beginReading: "BEGIN"
    case .beginWriting: "BEGIN IMMEDIATE"
    case .commit: "COMMIT"
    case .rollback: "ROLLBACK"
    case .savepoint: "SAVEPOINT yui"
    case .release: "RELEASE yui"
    case .rollbackToSavepoint: "ROLLBACK TO yui"
    }
  }
}
