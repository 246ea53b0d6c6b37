import CSQLite
import YuiStorage

/// When the write-ahead log is to be copied back into the database.
struct WriteAheadLog {
  private static let step: Int32 = 1_000
  /// While tables are filled, most pages change in each commit, and are better copied once.
  private static let longStep: Int32 = 10_000

  private var pages: Int32 = 0
  private var start: Int32 = 0

  /// The pages of the last commit.
  private(set) var lastCommit: Int32 = 0

  func isDue(whileFilling: Bool) -> Bool {
    pages - start >= (whileFilling ? Self.longStep : Self.step)
  }

  mutating func committed(pages: Int32) {
    // The log began anew.
    let isNew = pages < self.pages
    lastCommit = isNew ? pages : pages - self.pages
    if isNew { start = 0 }
    self.pages = pages
  }

  /// Where readers kept part of the log from being copied, it is tried again some pages later.
  mutating func copied() {
    start = pages
  }
}

extension SQLiteConnection {
  /// Copies the log ourselves, after the writers have been answered, instead of within a commit
  /// that they wait for: SQLite would also keep a failure of it to itself.
  func watchLog() {
    sqlite3_wal_hook(
      handle.pointer,
      { context, _, _, pages in
        guard let context else { return SQLITE_OK }
        let connection = Unmanaged<SQLiteConnection>.fromOpaque(context).takeUnretainedValue()
        connection.log.committed(pages: pages)
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  func tidy() throws {
    if cache.committed(pages: log.lastCommit) { try resizeCache() }
    guard log.isDue(whileFilling: cache.isLarge) else { return }
    log.copied()
    let result = sqlite3_wal_checkpoint_v2(
      handle.pointer, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    guard [SQLITE_OK, SQLITE_BUSY].contains(result & 0xFF) else {
      throw SQLiteError.last(handle.pointer, context: path)
    }
  }
}
