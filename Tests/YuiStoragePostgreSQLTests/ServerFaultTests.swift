import Glibc
import Synchronization
import Testing
import YuiStorage
import YuiStoragePostgreSQL
import YuiStorageTesting

/// What becomes of reads and writes when the server goes: run with a cluster of its own, since
/// others would miss it (`Tests/with-postgres swift test --filter ServerFaults`).
@Suite(.serialized) struct ServerFaults {
  private let stores: TestStores
  private let store: Store

  init() throws {
    stores = try TestStores(.postgresql)
    store = try stores.make(migrating: [tallies])
  }

  @Test("A server that was started anew is noticed by nobody")
  func restarted() throws {
    try store.count(1)
    #expect(try store.counted() == 1)
    try ServerControl.restart()
    #expect(try store.counted() == 1)
    try ServerControl.restart()
    try store.count(2)
    #expect(try store.counted() == 2)
    #expect(store.health == .ready)
  }

  @Test("While the server is away everything is refused with a time to come back, and then goes on")
  func away() throws {
    try store.count(1)
    try ServerControl.run("stop", "--mode=fast")
    defer { try? ServerControl.run("start") }
    let write = #expect(throws: StoreError.self) { try store.count(2) }
    #expect(write?.code == .unavailable && write?.retryAfter != nil)
    let read = #expect(throws: StoreError.self) { try store.counted() }
    #expect(read?.code == .unavailable && read?.retryAfter != nil)
    let later = #expect(throws: StoreError.self) { try store.count(3) }
    #expect(later?.code == .readOnly && later?.retryAfter != nil)
    #expect(store.health != .ready)
    try ServerControl.run("start")
    #expect(try store.counted() == 1)
    #expect(eventually { store.health == .ready })
    try store.count(4)
    #expect(try store.counted() == 2)
  }

  @Test("A store that is only read tells of an outage too, and of its end")
  func readOutage() throws {
    try store.count(1)
    #expect(try store.counted() == 1)
    try ServerControl.run("stop", "--mode=fast")
    defer { try? ServerControl.run("start") }
    #expect(throws: StoreError.self) { try store.counted() }
    #expect(store.health != .ready)
    try ServerControl.run("start")
    #expect(eventually { store.health == .ready })
    try store.count(2)
    #expect(try store.counted() == 2)
  }

  @Test("What was answered survives a server that dies at any time, and nothing is doubled")
  func dies() throws {
    let outcomes = Mutex<[Int: StoreError.Code?]>([:])
    let isOver = Atomic(false)
    let writers = WorkerPool(name: "test-writers", threads: 4, capacity: 4)
    let next = Atomic(0)
    for _ in 0..<4 {
      _ = writers.submit {
        while !isOver.load(ordering: .relaxed) {
          let id = next.add(1, ordering: .relaxed).newValue
          do {
            try self.store.count(id)
            outcomes.withLock { $0[id] = .some(nil) }
          } catch {
            outcomes.withLock { $0[id] = (error as? StoreError)?.code ?? .misuse }
            usleep(10_000)
          }
        }
      }
    }
    for _ in 0..<3 {
      let saved = outcomes.withLock { $0.values.count { $0 == nil } }
      #expect(eventually { outcomes.withLock { $0.values.count { $0 == nil } } > saved + 50 })
      try ServerControl.run("stop", "--mode=immediate")
      try ServerControl.run("start")
    }
    isOver.store(true, ordering: .relaxed)
    writers.close()
    #expect(eventually { store.health == .ready })
    let present = try store.read { snapshot in
      Set(try snapshot.all("SELECT id FROM tallies") { try $0.int(0) })
    }
    let told = outcomes.withLock { $0 }
    let saved = Set(told.filter { $0.value == nil }.keys)
    let unknown = Set(told.filter { $0.value == .some(.unknownOutcome) }.keys)
    #expect(saved.isSubset(of: present))
    #expect(present.isSubset(of: saved.union(unknown)))
    // Each was counted in the same transaction, and once.
    #expect(try store.counted() == present.count)
  }

  @Test("A standby is read and not written to, until it is promoted")
  func standby() throws {
    try store.count(1)
    try ServerControl.run("stop", "--mode=fast")
    try ServerControl.makeStandby()
    try ServerControl.run("start")
    #expect(try store.counted() == 1)
    #expect(throws: StoreError.self) { try store.count(2) }
    #expect(store.health != .ready)
    try ServerControl.run("promote")
    #expect(eventually { store.health == .ready })
    try store.count(3)
    #expect(try store.counted() == 2)
  }

  @Test(
    "A connection cut at COMMIT leaves the outcome open, whichever it was",
    arguments: [true, false])
  func cutAtCommit(isCommitted: Bool) throws {
    let relay = try Relay()
    let pool = StorePool(engine: PostgreSQLEngine(server: relay.server))
    defer { pool.close() }
    let cut = pool.store("cut", at: try relay.location(of: store))
    try cut.count(1)
    relay.cut(atCommit: isCommitted ? .afterForwarding : .beforeForwarding)
    let error = #expect(throws: StoreError.self) { try cut.count(2) }
    #expect(error?.code == .unknownOutcome && error?.retryAfter != nil)
    #expect(try store.counted() == (isCommitted ? 2 : 1))
    #expect(eventually { cut.health == .ready })
    try cut.count(3)
    #expect(try store.counted() == (isCommitted ? 3 : 2))
  }

  @Test("A server that falls silent is given up, by who reads and by who writes")
  func silent() throws {
    for text in ["SELECT total", "INSERT"] {
      let relay = try Relay()
      let pool = StorePool(engine: PostgreSQLEngine(server: relay.server, patience: .seconds(1)))
      defer { pool.close() }
      let silent = pool.store("silent", at: try relay.location(of: store))
      relay.cut(at: text, .silence)
      let began = ContinuousClock.now
      let error = #expect(throws: StoreError.self) {
        if text == "INSERT" { try silent.count(1) } else { _ = try silent.counted() }
      }
      #expect(error?.code == .unavailable)
      #expect(ContinuousClock.now - began < .seconds(4))
    }
  }

  @Test("A connection cut within a write is made anew, and the write is done once")
  func cutWithin() throws {
    let relay = try Relay()
    let pool = StorePool(engine: PostgreSQLEngine(server: relay.server))
    defer { pool.close() }
    let cut = pool.store("cut", at: try relay.location(of: store))
    try cut.count(1)
    relay.cut(at: "INSERT")
    try cut.count(2)
    #expect(try store.counted() == 2)
    #expect(cut.health == .ready)
  }
}
