import CSQLite
import Glibc
import YuiStorage

extension SQLiteConnection {
  func checkIntegrity() throws {
    var findings: [String] = []
    try unguarded("PRAGMA integrity_check(3)") { findings.append(try $0.text(0)) }
    guard findings == ["ok"] else {
      throw StoreError(
        .corrupt, "the integrity check found: \(findings.joined(separator: "; "))", context: path)
    }
  }

  func backup(to target: String, progress: (BackupProgress) -> Void) throws {
    guard access(target, F_OK) != 0 else {
      throw StoreError(.misuse, "there is a file already", context: target)
    }
    let draft = target + ".partial"
    SQLiteFile.remove(draft)
    try SQLiteFile.createPrivateFile(draft)
    do {
      try copy(to: draft, progress: progress)
      try SQLiteFile.publish(draft, as: target)
    } catch {
      SQLiteFile.remove(draft)
      throw error
    }
  }

  private func copy(to draft: String, progress: (BackupProgress) -> Void) throws {
    // Reading within one transaction, the copy is of one state and never begins anew, however
    // much is written meanwhile; and writers wait for nothing.
    try begin()
    defer { rollback() }
    try run("SELECT COUNT(*) FROM sqlite_schema") { _ in true }
    let target = try DatabaseHandle(path: draft)
    // The draft is synced as a whole at the end; until then nobody relies on it.
    sqlite3_exec(
      target.pointer, "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF", nil, nil, nil)
    guard let backup = sqlite3_backup_init(target.pointer, "main", handle.pointer, "main") else {
      throw SQLiteError.last(target.pointer, context: draft)
    }
    var result = SQLITE_OK
    while result == SQLITE_OK {
      result = sqlite3_backup_step(backup, 256)
      let total = Int(sqlite3_backup_pagecount(backup))
      progress(BackupProgress(done: total - Int(sqlite3_backup_remaining(backup)), total: total))
      sched_yield()
    }
    guard sqlite3_backup_finish(backup) == SQLITE_OK, result == SQLITE_DONE else {
      throw SQLiteError.last(target.pointer, context: draft)
    }
  }
}
