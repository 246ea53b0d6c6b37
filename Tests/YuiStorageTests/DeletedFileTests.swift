import Glibc
import Testing
import YuiStorage
import YuiStorageTesting

@Suite struct SQLiteDeletedFile {
  @Test("A write to a database whose file was deleted is never told as saved")
  func neverSaved() throws {
    let pool = try TestPool(.sqlite)
    let store = try pool.store()
    try store.write { try $0.execute("INSERT INTO notes (id, body) VALUES (1, 'kept')") }
    for name in names(in: pool.folder) { unlink("\(pool.folder)/\(name)") }
    #expect(throws: StoreError.self) {
      try store.write { try $0.execute("INSERT INTO notes (id, body) VALUES (2, 'lost')") }
    }
    #expect(store.health != .ready)
  }
}
