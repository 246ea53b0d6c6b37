import Glibc
import Testing
import YuiStorage
import YuiStorageTesting

/// A backup is a file, which only SQLite writes by itself; what is elsewhere is copied into one.
@Suite struct SQLiteBackups {
  @Test("A backup holds one state, while writing goes on")
  func whileWriting() throws {
    let pool = try TestPool(.sqlite)
    let store = try pool.store()
    try store.write { transaction in
      let body = String(repeating: "x", count: 1_000)
      for id in 0..<4_000 {
        try transaction.execute("INSERT INTO notes (id, body) VALUES (\(id), \(body))")
      }
    }
    let target = "\(pool.folder)/copy.sqlite"
    var steps: [BackupProgress] = []
    try store.backup(to: target) { progress in
      // Each write commits, so that the copy neither blocks it nor begins anew for it.
      _ = failure { try store.addNote(100_000 + steps.count) }
      steps.append(progress)
    }
    #expect(steps.count > 2)
    #expect(steps.last.map { $0.done == $0.total } == true)
    #expect(try store.noteIDs().count == 4_000 + steps.count)
    let copy = pool.pool.store("copy", at: .file(target))
    try copy.checkIntegrity()
    #expect(try copy.noteIDs() == Array(0..<4_000))
    #expect(copy.publicVersion.epoch == store.publicVersion.epoch)
    try copy.beginEpoch()
    #expect(copy.publicVersion.epoch != store.publicVersion.epoch)
    try copy.addNote(5_000)
    #expect(!names(in: pool.folder).contains { $0.contains("partial") })
  }

  @Test("A backup replaces no file, and leaves none where it fails")
  func refused() throws {
    let pool = try TestPool(.sqlite)
    let store = try pool.store()
    let target = "\(pool.folder)/copy.sqlite"
    try store.backup(to: target)
    #expect(failure { try store.backup(to: target) } == .misuse)
    #expect(failure { try store.backup(to: "\(pool.folder)/nowhere/copy.sqlite") } == .io)
    try store.addNote(1)
    #expect(try store.noteIDs() == [1])
  }

  @Test("Only the owner may read a database and its backup")
  func permissions() throws {
    let pool = try TestPool(.sqlite)
    let store = try pool.store()
    try store.addNote(1)
    try store.backup(to: "\(pool.folder)/copy.sqlite")
    for name in names(in: pool.folder) {
      var status = stat()
      stat("\(pool.folder)/\(name)", &status)
      #expect(status.st_mode & 0o077 == 0, "\(name)")
    }
  }
}
