import Glibc
import Testing
import YuiStorage
import YuiStorageTesting

@Suite struct FailingDisk {
  static let failures: [(Faults.Point, StoreError.Code)] = [
    (.commit, .full), (.commit, .io), (.statement, .full), (.statement, .io), (.begin, .io),
    (.commit, .corrupt), (.connect, .io), (.tidy, .full),
  ]

  @Test(
    "Nobody is told “saved”, the store turns read-only and recovers by itself",
    arguments: Engine.allCases, failures.indices)
  func failure(engine: Engine, index: Int) throws {
    let (point, code) = Self.failures[index]
    let events = Collected<StoreEvent>()
    let pool = try TestPool(engine, isFaulty: true) { $0.log = { events.append($0) } }
    let neighbour = try pool.store("neighbour")
    if point != .connect { try pool.store().addNote(1) }
    let store = pool.unborn()
    if point == .connect {
      try store.create()
    }
    pool.faults.fail(at: point, code)
    let codes = try store.writeTogether([
      { try $0.execute("INSERT INTO notes (id, body) VALUES (2, 'b')") },
      { try $0.execute("INSERT INTO notes (id, body) VALUES (3, 'c') /* FAULT */") },
      { try $0.execute("INSERT INTO notes (id, body) VALUES (4, 'd')") },
    ])
    if point == .tidy {
      // The gate's own commit was tidied up after, which failed: these writes came too late.
      #expect(codes == [.readOnly, .readOnly, .readOnly])
    } else {
      #expect(!codes.contains(nil))
    }
    guard case .readOnly(let reason, _) = store.health else {
      Issue.record("the store is not read-only")
      return
    }
    #expect(reason.code == code)
    #expect(pool.pool.stats.readOnly == ["tenant"])
    #expect(YuiStorageTests.failure { try store.addNote(9) } == .readOnly)
    if point != .connect { #expect(try store.noteIDs() == [1]) }
    try neighbour.addNote(1)
    pool.faults.mend()
    #expect(eventually { store.health == .ready })
    #expect(pool.faults.integrityChecks > 0)
    if point == .connect { try store.migrate([notes]) }
    try store.addNote(5)
    #expect(try store.noteIDs() == (point == .connect ? [5] : [1, 5]))
    let lines = events.all.map(\.description)
    #expect(lines.first?.contains("READ-ONLY") == true)
    #expect(eventually { events.all.last?.description.contains("takes writes again") == true })
  }

  @Test("While the database is damaged the store stays read-only", arguments: Engine.allCases)
  func damaged(engine: Engine) throws {
    let events = Collected<StoreEvent>()
    let pool = try TestPool(engine, isFaulty: true) { $0.log = { events.append($0) } }
    let store = try pool.store()
    pool.faults.fail(at: .commit, .io, times: 1)
    pool.faults.fail(at: .integrity, .corrupt, times: 1)
    #expect(YuiStorageTests.failure { try store.addNote(1) } == .io)
    #expect(eventually { events.count == 2 })
    #expect(events.all.last?.description.contains("STILL READ-ONLY") == true)
    #expect(YuiStorageTests.failure { try store.addNote(1) } == .readOnly)
    #expect(eventually { store.health == .ready })
    #expect(pool.faults.integrityChecks == 2)
  }

  @Test("A store without a disk does not hold up closing", arguments: Engine.allCases)
  func closing(engine: Engine) throws {
    let pool = try TestPool(engine, isFaulty: true)
    let store = try pool.store()
    pool.faults.fail(at: .commit, .full)
    #expect(YuiStorageTests.failure { try store.addNote(1) } == .full)
    pool.pool.close()
    #expect(YuiStorageTests.failure { try store.addNote(1) } == .closed)
  }

  @Test(
    "SQLite on a disk that is really full: reads go on, and writes once there is room",
    .enabled(if: canMount, "mounting a small tmpfs takes root"))
  func reallyFull() throws {
    let events = Collected<StoreEvent>()
    let pool = try TestPool(.sqlite) { $0.log = { events.append($0) } }
    let disk = "\(pool.folder)/disk"
    mkdir(disk, 0o700)
    try #require(mount("tmpfs", disk, "tmpfs", 0, "size=4m") == 0)
    defer {
      pool.pool.close()
      umount2(disk, Int32(MNT_DETACH))
      rmdir(disk)
    }
    let filler = "\(disk)/filler"
    let file = open(filler, O_CREAT | O_WRONLY, 0o600)
    let megabyte = [UInt8](repeating: 1, count: 1 << 20)
    #expect(write(file, megabyte, megabyte.count) == megabyte.count)
    close(file)

    let store = pool.pool.store("tenant", at: .file("\(disk)/tenant.sqlite"))
    try store.create()
    try store.migrate([notes])
    let body = String(repeating: "x", count: 50_000)
    var saved: [Int] = []
    var code: StoreError.Code?
    for id in 1...200 where code == nil {
      code = YuiStorageTests.failure { try store.addNote(id, body) }
      if code == nil { saved.append(id) }
    }
    #expect(code == .full)
    #expect(!saved.isEmpty)
    #expect(try store.noteIDs() == saved)
    #expect(YuiStorageTests.failure { try store.addNote(999) } == .readOnly)
    unlink(filler)
    #expect(eventually { store.health == .ready })
    try store.addNote(1_000)
    #expect(try store.noteIDs() == saved + [1_000])
    try store.checkIntegrity()
  }

  static var canMount: Bool {
    guard geteuid() == 0 else { return false }
    let folder = "/tmp/yui-mount-\(getpid())"
    mkdir(folder, 0o700)
    defer { rmdir(folder) }
    guard mount("tmpfs", folder, "tmpfs", 0, "size=64k") == 0 else { return false }
    umount(folder)
    return true
  }
}
