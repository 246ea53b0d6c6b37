import CSQLite
import YuiStorage

/// What SQLite's result codes mean for a store.
enum SQLiteError {
  /// Returns the error of the last call on `database`.
  static func last(_ database: OpaquePointer, context: String) -> StoreError {
    make(
      sqlite3_extended_errcode(database), String(cString: sqlite3_errmsg(database)),
      context: context)
  }

  static func make(_ result: Int32, _ message: String, context: String) -> StoreError {
    let code = code(result)
    // Someone else's lock is soon gone.
    return StoreError(code, message, context: context, retryAfter: code == .busy ? 1 : nil)
  }

  private static func code(_ result: Int32) -> StoreError.Code {
    switch result {
    case sqliteUnique, sqlitePrimaryKey, sqliteRowID: .uniqueConstraint
    case sqliteForeignKey: .foreignKeyConstraint
    case sqliteNotNull: .notNullConstraint
    case sqliteNoMemory: .outOfMemory
    default: primaryCode(result & 0xFF)
    }
  }

  private static func primaryCode(_ result: Int32) -> StoreError.Code {
    switch result {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_FULL: .full
    case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_PROTOCOL: .io
    case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt
    case SQLITE_CONSTRAINT: .checkConstraint
    case SQLITE_INTERRUPT: .interrupted
    case SQLITE_NOMEM: .outOfMemory
    case SQLITE_AUTH, SQLITE_MISUSE, SQLITE_RANGE: .misuse
    default: .statement
    }
  }

  // Extended codes are macros with arithmetic, which Swift does not import.
  private static let sqliteNoMemory: Int32 = SQLITE_IOERR | 12 << 8
  private static let sqliteForeignKey: Int32 = SQLITE_CONSTRAINT | 3 << 8
  private static let sqliteNotNull: Int32 = SQLITE_CONSTRAINT | 5 << 8
  private static let sqlitePrimaryKey: Int32 = SQLITE_CONSTRAINT | 6 << 8
  private static let sqliteUnique: Int32 = SQLITE_CONSTRAINT | 8 << 8
  private static let sqliteRowID: Int32 = SQLITE_CONSTRAINT | 10 << 8
}
