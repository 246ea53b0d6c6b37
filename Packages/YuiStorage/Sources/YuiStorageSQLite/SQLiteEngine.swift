import CSQLite
import Glibc
package import YuiStorage

/// SQLite as the database behind ``Store``: a file for each, in WAL mode, synced at each commit.
package struct SQLiteEngine: StorageEngine {
  package let isRemote = false

  package init() {
    Self.configure
  }

  // Counting all memory takes a lock that every connection of the process would share.
  private static let configure: Void = {
    _ = yui_sqlite_config_int(SQLITE_CONFIG_MEMSTATUS, 0)
    sqlite3_initialize()
  }()

  package func create(
    at location: StoreLocation, prepare: (any EngineConnection) throws -> Void
  ) throws {
    let path = try path(of: location)
    guard access(path, F_OK) != 0 else {
      throw StoreError(.misuse, "there is a database already", context: path)
    }
    // Made under another name first, so that a crash leaves no half database under this one.
    let draft = path + ".new"
    SQLiteFile.remove(draft)
    try SQLiteFile.createPrivateFile(draft)
    do {
      let connection = try SQLiteConnection(path: draft, role: .writer)
      try connection.begin()
      try prepare(connection)
      try connection.commit()
    }
    // Closed by now, which has moved everything into the one file.
    try SQLiteFile.publish(draft, as: path)
  }

  package func connect(
    to location: StoreLocation, as role: ConnectionRole
  ) throws -> any EngineConnection {
    let path = try path(of: location)
    if access(path, F_OK) != 0, errno == ENOENT {
      throw StoreError(.missing, "there is no database", context: path)
    }
    return try SQLiteConnection(path: path, role: role)
  }

  private func path(of location: StoreLocation) throws -> String {
    switch location.kind {
    case .file(let path): return path
    case .schema:
      throw StoreError(.misuse, "SQLite keeps a database in a file", context: "\(location)")
    }
  }
}
