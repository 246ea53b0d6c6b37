import Testing
import YuiStorage
import YuiStorageTesting

@Suite struct Snapshots {
  @Test("A snapshot stays as it is while others write", arguments: Engine.allCases)
  func isolation(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    try store.addNote(1)
    let count: SQL = "SELECT COUNT(*) FROM notes"
    try store.read { snapshot in
      #expect(try snapshot.first(count) { try $0.int(0) } == 1)
      try store.addNote(2)
      #expect(try snapshot.first(count) { try $0.int(0) } == 1)
      #expect(try store.read { try $0.first(count) { try $0.int(0) } } == 2)
    }
    #expect(try store.read { try $0.first(count) { try $0.int(0) } } == 2)
  }

  @Test("A snapshot, a transaction and a row end with their closures", arguments: Engine.allCases)
  func end(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    try store.addNote(1)
    try store.addNote(2)
    var kept: Snapshot?
    var rows: [Row] = []
    try store.read { snapshot in
      kept = snapshot
      rows = try snapshot.all("SELECT id FROM notes") { $0 }
      #expect(failure { _ = try rows[0].int(0) } == .misuse)
    }
    let snapshot = try #require(kept)
    #expect(failure { try snapshot.forEach("SELECT 1") { _ in } } == .misuse)
    for row in rows { #expect(failure { _ = try row.int(0) } == .misuse) }
  }

  @Test("An error of the closure reaches the caller and harms nothing", arguments: Engine.allCases)
  func errors(engine: Engine) throws {
    struct Mine: Error {}
    let pool = try TestPool(engine)
    let store = try pool.store()
    try store.addNote(1)
    for _ in 0..<5 {
      #expect(throws: Mine.self) {
        try store.read { try $0.forEach("SELECT id FROM notes") { _ in throw Mine() } }
      }
    }
    #expect(try store.noteIDs() == [1])
  }

  @Test("A store without a database says so, and can be created once", arguments: Engine.allCases)
  func missing(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = pool.unborn()
    #expect(failure { _ = try store.noteIDs() } == .missing)
    #expect(failure { try store.addNote(1) } == .missing)
    #expect(store.health == .ready)
    try store.create()
    #expect(failure { try store.create() } == .misuse)
    try store.migrate([notes])
    try store.addNote(1)
    #expect(try store.noteIDs() == [1])
  }
}
