import CSQLite
import YuiStorage

/// An open database; closed when it goes out of scope.
struct DatabaseHandle: ~Copyable {
  let pointer: OpaquePointer

  init(path: String) throws {
    var pointer: OpaquePointer?
    // One thread at a time uses a connection, so that SQLite need not lock it.
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    let result = sqlite3_open_v2(path, &pointer, flags, nil)
    guard let pointer else {
      throw StoreError(.outOfMemory, "no memory for a connection", context: path)
    }
    guard result == SQLITE_OK else {
      let error = SQLiteError.last(pointer, context: path)
      sqlite3_close_v2(pointer)
      throw error
    }
    self.pointer = pointer
  }

  deinit {
    // Closes once the last statement is gone, whichever of them goes first.
    sqlite3_close_v2(pointer)
  }
}

/// A prepared statement; finalized when it goes out of scope.
struct StatementHandle: ~Copyable {
  let pointer: OpaquePointer

  /// Prepares exactly one statement.
  init(_ text: String, on database: OpaquePointer, context: String) throws {
    var text = text
    pointer = try text.withUTF8 { bytes in
      try bytes.withMemoryRebound(to: CChar.self) { characters in
        var pointer: OpaquePointer?
        var rest: UnsafePointer<CChar>?
        let result = sqlite3_prepare_v3(
          database, characters.baseAddress, Int32(characters.count),
          UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, &rest)
        guard result == SQLITE_OK else { throw SQLiteError.last(database, context: context) }
        guard let pointer else {
          throw StoreError(.misuse, "there is no statement", context: context)
        }
        let end = characters.baseAddress.map { $0 + characters.count }
        let blanks: [CChar] = [0x09, 0x0A, 0x0D, 0x20, 0x3B]
        while let next = rest, next != end {
          guard blanks.contains(next.pointee) else {
            sqlite3_finalize(pointer)
            throw StoreError(.misuse, "there is more than one statement", context: context)
          }
          rest = next + 1
        }
        return pointer
      }
    }
  }

  deinit {
    sqlite3_finalize(pointer)
  }
}
