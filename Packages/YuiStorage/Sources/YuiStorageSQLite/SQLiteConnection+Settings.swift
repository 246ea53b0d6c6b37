import CSQLite
import Glibc
import YuiStorage

extension SQLiteConnection {
  /// Sets what every connection to a tenant's database must have.
  func applySettings(for role: ConnectionRole) throws {
    waitWhenBusy(for: role)
    // The schema of a file is not trusted, nothing is loaded, and no other file is reached.
    let switches: [(option: Int32, value: Int32)] = [
      (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
      (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0), (SQLITE_DBCONFIG_ENABLE_FKEY, 1),
      // We have neither; a restored file could bring some.
      (SQLITE_DBCONFIG_ENABLE_TRIGGER, 0), (SQLITE_DBCONFIG_ENABLE_VIEW, 0),
      (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_DQS_DDL, 0),
    ]
    for (option, value) in switches {
      guard yui_sqlite_db_config_bool(handle.pointer, option, value) == SQLITE_OK else {
        throw SQLiteError.last(handle.pointer, context: path)
      }
    }
    sqlite3_limit(handle.pointer, SQLITE_LIMIT_ATTACHED, 0)
    try unguarded("PRAGMA synchronous = FULL")
    try unguarded("PRAGMA cell_size_check = ON")
    // Sorting leaves nothing personal in temporary files.
    try unguarded("PRAGMA temp_store = MEMORY")
    // A failing disk under a mapped file would end the process, and with it all other tenants.
    try unguarded("PRAGMA mmap_size = 0")
    switch role {
    case .reader:
      // In kibibytes; caches of 63 open tenants have to fit in some tens of megabytes.
      try unguarded("PRAGMA cache_size = -256")
      try unguarded("PRAGMA query_only = ON")
    case .writer:
      try resizeCache()
      try unguarded("PRAGMA journal_mode = WAL")
      // The log shrinks to this again after a long read has let it grow.
      try unguarded("PRAGMA journal_size_limit = 16777216")
      // What is erased is overwritten, however the library was built.
      try unguarded("PRAGMA secure_delete = ON")
    }
  }

  /// Another process, or a connection that is closing, may hold a lock for a moment: asks again
  /// every two milliseconds, a writer for a tenth of a second (then its thread serves other
  /// stores), a reader for five seconds.
  private func waitWhenBusy(for role: ConnectionRole) {
    switch role {
    case .reader: sqlite3_busy_handler(handle.pointer, { _, asked in waited(asked, 2_500) }, nil)
    case .writer: sqlite3_busy_handler(handle.pointer, { _, asked in waited(asked, 50) }, nil)
    }
  }
}

private func waited(_ asked: Int32, _ limit: Int32) -> Int32 {
  guard asked < limit else { return 0 }
  usleep(2_000)
  return 1
}
