import CSQLite
import Glibc
import YuiStorage

/// A prepared statement that is kept for the next time, and the row it stands at.
final class SQLiteStatement: RowSource {
  private let handle: StatementHandle
  let isReadOnly: Bool
  let statement: String
  private(set) var generation = 0
  /// Whether it is running: then it cannot be used a second time.
  private(set) var isInUse = false
  /// When it was last used, counted by the cache.
  var lastUse = 0
  /// The texts of this run one behind the other, which SQLite reads where they are: to have each
  /// copied by itself costs more than to bind all numbers.
  private var texts: UnsafeMutablePointer<CChar>?

  init(_ sql: SQL, on database: OpaquePointer) throws {
    statement = sql.shape
    handle = try StatementHandle(statement, on: database, context: statement)
    isReadOnly = sqlite3_stmt_readonly(handle.pointer) != 0
  }

  var columnCount: Int { Int(sqlite3_data_count(handle.pointer)) }

  /// Runs the statement; `body` answers whether it wants another row.
  func run(
    _ sql: SQL, on database: OpaquePointer, _ body: (Row) throws -> Bool
  ) throws -> Int {
    isInUse = true
    defer {
      generation &+= 1
      sqlite3_reset(handle.pointer)
      // What was bound does not outlive its use.
      sqlite3_clear_bindings(handle.pointer)
      texts?.deallocate()
      texts = nil
      isInUse = false
    }
    try bind(sql, database)
    let before = sqlite3_total_changes64(database)
    var wantsMore = true
    var failure: (any Error)?
    while true {
      generation &+= 1
      switch sqlite3_step(handle.pointer) {
      case SQLITE_ROW where wantsMore:
        do { wantsMore = try body(Row(self)) } catch { (failure, wantsMore) = (error, false) }
        // What writes is run to its end all the same: reset halfway, with another write from
        // within its rows, SQLite 3.40 may roll back the whole transaction.
        if wantsMore || !isReadOnly { continue }
      case SQLITE_ROW: continue
      case SQLITE_DONE: break
      default: throw SQLiteError.last(database, context: statement)
      }
      if let failure { throw failure }
      return isReadOnly ? 0 : changes(since: before, database)
    }
  }

  private func changes(since before: Int64, _ database: OpaquePointer) -> Int {
    // The number of the last change stays until the next one, whatever runs between.
    sqlite3_total_changes64(database) == before ? 0 : Int(sqlite3_changes64(database))
  }

  func value(_ column: Int) -> SQLValue {
    let column = Int32(column)
    switch sqlite3_column_type(handle.pointer, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle.pointer, column))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(handle.pointer, column))
    case SQLITE_TEXT:
      // The pointer first, the length then: asking for it may convert the value.
      let start = sqlite3_column_text(handle.pointer, column)
      let count = Int(sqlite3_column_bytes(handle.pointer, column))
      return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(handle.pointer, column)
      let count = Int(sqlite3_column_bytes(handle.pointer, column))
      return .blob([UInt8](UnsafeRawBufferPointer(start: start, count: count)))
    default: return .null
    }
  }
}

extension SQLiteStatement {
  private func bind(_ sql: SQL, _ database: OpaquePointer) throws {
    var size = 0
    for case .value(.text(let text)) in sql.segments { size += text.utf8.count }
    let texts = UnsafeMutablePointer<CChar>.allocate(capacity: size)
    self.texts = texts
    var (position, place): (Int32, UnsafeMutablePointer<CChar>) = (0, texts)
    for case .value(let value) in sql.segments {
      position += 1
      guard try bind(value, at: position, textAt: &place) == SQLITE_OK else {
        throw SQLiteError.last(database, context: statement)
      }
    }
  }

  private func bind(
    _ value: SQLValue, at position: Int32, textAt place: inout UnsafeMutablePointer<CChar>
  ) throws -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(handle.pointer, position)
    case .integer(let number): return sqlite3_bind_int64(handle.pointer, position, number)
    case .real(let number): return sqlite3_bind_double(handle.pointer, position, number)
    case .text(var text):
      let count = text.withUTF8 { bytes in
        if let start = bytes.baseAddress { memcpy(place, start, bytes.count) }
        return bytes.count
      }
      guard memchr(place, 0, count) == nil else {
        // PostgreSQL does not store it, and a tenant may move there any day.
        throw StoreError(.checkConstraint, "a text holds a NUL character", context: statement)
      }
      defer { place += count }
      return sqlite3_bind_text64(
        handle.pointer, position, place, UInt64(count), nil, UInt8(SQLITE_UTF8))
    case .blob(let bytes):
      if bytes.isEmpty { return sqlite3_bind_zeroblob(handle.pointer, position, 0) }
      return bytes.withUnsafeBytes { bytes in
        sqlite3_bind_blob64(
          handle.pointer, position, bytes.baseAddress, UInt64(bytes.count),
          yui_sqlite_transient())
      }
    }
  }
}
