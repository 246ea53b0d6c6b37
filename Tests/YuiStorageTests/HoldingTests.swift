import Testing
import YuiStorage
import YuiStorageTesting

@Suite struct Holding {
  static let reason = StoreError(.moving, "the tenant is being moved", retryAfter: 3)

  @Test(
    "While writes are held, reads go on, writers are told when to come again, and the health tells why",
    arguments: Engine.allCases)
  func held(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    try store.addNote(1)
    try store.holdingWrites(because: Self.reason) { hold in
      let error = #expect(throws: StoreError.self) { try store.addNote(2) }
      #expect(error?.code == .readOnly)
      #expect(error?.retryAfter == 3)
      guard case .readOnly(let reason, _) = store.health else {
        Issue.record("the store is \(store.health)")
        return
      }
      #expect(reason.code == .moving)
      #expect(pool.pool.stats.readOnly == ["tenant"])
      #expect(try store.noteIDs() == [1])
      try hold.confirm()
    }
    #expect(store.health == .ready)
    try store.addNote(2)
    #expect(try store.noteIDs() == [1, 2])
  }

  @Test("What was accepted before is written before the hold begins", arguments: Engine.allCases)
  func accepted(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    let (started, gate) = (Gate(), Gate())
    let answers = Answers(count: 2)
    store.submit(
      { transaction in
        started.open()
        gate.wait()
        try transaction.execute("INSERT INTO notes (id, body) VALUES (1, 'n')")
      }, then: { answers.set(0, $0.map { _ in }) })
    started.wait()
    store.submit(
      { _ = try $0.execute("INSERT INTO notes (id, body) VALUES (2, 'n')") },
      then: { answers.set(1, $0) })
    let holder = Threads.run {
      let ids = try? store.holdingWrites(because: Self.reason) { _ in try store.noteIDs() }
      #expect(ids == [1, 2])
    }
    #expect(eventually { store.health != .ready })
    gate.open()
    holder.wait()
    #expect(answers.codes == [nil, nil])
  }

  @Test(
    "Another process cannot write either, and the hold waits for one that does",
    arguments: Engine.allCases)
  func otherProcess(engine: Engine) throws {
    let pool = try TestPool(engine) { $0.busyLimit = 1 }
    let store = try pool.store()
    let others = pool.place.anotherPool { $0.busyLimit = 1 }
    defer { others.close() }
    let other = others.store("tenant", at: store.location)
    try store.holdingWrites(because: Self.reason) { _ in
      #expect(failure { try other.addNote(1) } == .busy)
    }
    try other.addNote(1)

    let (held, gate) = (Gate(), Gate())
    other.submit(
      { _ in
        held.open()
        gate.wait()
      }, then: { _ in })
    held.wait()
    #expect(failure { try store.holdingWrites(because: Self.reason) { _ in } } == .busy)
    gate.open()
    try store.holdingWrites(because: Self.reason) { #expect(failure($0.confirm) == nil) }
    try store.addNote(2)
  }

  @Test(
    "A store that takes no writes as it is cannot be held, nor one that is held already",
    arguments: Engine.allCases)
  func refused(engine: Engine) throws {
    let pool = try TestPool(engine, isFaulty: true)
    let store = try pool.store()
    try store.holdingWrites(because: Self.reason) { _ in
      #expect(failure { try store.holdingWrites(because: Self.reason) { _ in } } == .readOnly)
    }
    pool.faults.fail(at: .commit, .io)
    #expect(failure { try store.addNote(1) } == .io)
    #expect(failure { try store.holdingWrites(because: Self.reason) { _ in } } == .readOnly)
    pool.faults.mend()
    #expect(eventually { store.health == .ready })
    try store.holdingWrites(because: Self.reason) { _ in }
  }

  @Test(
    "Whoever still holds a store that has moved is served at its new place",
    arguments: Engine.allCases)
  func successor(engine: Engine) throws {
    let pool = try TestPool(engine)
    let (old, new) = (try pool.store(), try pool.store("new"))
    try old.addNote(1)
    try new.addNote(2)
    try old.holdingWrites(because: Self.reason) { _ in
      #expect(try old.noteIDs() == [1])
      pool.pool.remove(old, inFavourOf: new)
      #expect(try old.noteIDs() == [2])
      try old.addNote(3)
    }
    try old.addNote(4)
    #expect(try new.noteIDs() == [2, 3, 4])
    #expect(old.health == .ready)
    // At the old place there is what there was.
    #expect(try pool.pool.store("again", at: old.location).noteIDs() == [1])
  }

  @Test("A read that runs is waited for before the old place is left", arguments: Engine.allCases)
  func running(engine: Engine) throws {
    let pool = try TestPool(engine)
    let (old, new) = (try pool.store(), try pool.store("new"))
    try old.addNote(1)
    let (reading, gate) = (Gate(), Gate())
    let left = Gate()
    let reader = Threads.run {
      let ids = try? old.read { snapshot in
        reading.open()
        gate.wait()
        #expect(!left.isOpened)
        return try snapshot.all("SELECT id FROM notes") { try $0.int(0) }
      }
      #expect(ids == [1])
    }
    reading.wait()
    let leaver = Threads.run {
      pool.pool.remove(old, inFavourOf: new)
      left.open()
    }
    #expect(try eventually { try old.noteIDs() == [] })
    gate.open()
    reader.wait()
    leaver.wait()
  }
}

/// Work on a thread of its own.
private struct Threads {
  private let pool = WorkerPool(name: "test", threads: 1, capacity: 1)

  static func run(_ work: @escaping @Sendable () -> Void) -> Threads {
    let threads = Threads()
    _ = threads.pool.submit(work)
    return threads
  }

  func wait() { pool.close() }
}
