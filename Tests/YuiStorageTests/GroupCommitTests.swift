import Synchronization
import Testing
import YuiStorage
import YuiStorageTesting

@Suite struct GroupCommit {
  @Test(
    "Writes that wait become durable together, and answered in order", arguments: Engine.allCases)
  func together(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    let before = pool.pool.stats
    let seen = Collected<Int>()
    let (started, gate) = (Gate(), Gate())
    store.submit(
      { _ in
        started.open()
        gate.wait()
      }, then: { _ in })
    started.wait()
    for id in 1...300 {
      store.submit(
        { try $0.execute("INSERT INTO notes (id, body) VALUES (\(id), 'n')") },
        then: { _ in seen.append(id) })
    }
    gate.open()
    #expect(eventually { seen.count == 300 })
    #expect(seen.all == Array(1...300))
    #expect(try store.noteIDs() == Array(1...300))
    // The one at the gate, then four times 64, then the other 44.
    #expect(pool.pool.stats.batches - before.batches == 6)
    #expect(pool.pool.stats.writes - before.writes == 301)
  }

  @Test("What is answered is on record", arguments: Engine.allCases)
  func answeredAfterCommit(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    let found = Collected<Bool>()
    for id in 1...50 {
      store.submit(
        { try $0.execute("INSERT INTO notes (id, body) VALUES (\(id), 'n')") },
        then: { _ in found.append((try? store.noteIDs().contains(id)) == true) })
    }
    #expect(eventually { found.count == 50 })
    #expect(!found.all.contains(false))
  }

  @Test("A write that fails takes no other with it", arguments: Engine.allCases)
  func failingAmongGood(engine: Engine) throws {
    struct Mine: Error {}
    let pool = try TestPool(engine)
    let store = try pool.store()
    let codes = try store.writeTogether([
      { try $0.execute("INSERT INTO notes (id, body) VALUES (1, 'a')") },
      { transaction in
        try transaction.execute("INSERT INTO notes (id, body) VALUES (2, 'b')")
        try transaction.execute("INSERT INTO notes (id, body) VALUES (3, 'bad')")
      },
      { transaction in
        try transaction.execute("INSERT INTO notes (id, body) VALUES (4, 'd')")
        throw Mine()
      },
      { try $0.execute("INSERT INTO notes (id, body) VALUES (1, 'again')") },
      { transaction in
        // Making light of a failure does not help: half a write is no write.
        try transaction.execute("INSERT INTO notes (id, body) VALUES (5, 'e')")
        _ = try? transaction.execute("INSERT INTO notes (id, body) VALUES (1, 'again')")
      },
      { try $0.execute("INSERT INTO notes (id, body) VALUES (6, 'f')") },
    ])
    #expect(
      codes == [nil, .checkConstraint, .statement, .uniqueConstraint, .uniqueConstraint, nil])
    #expect(try store.noteIDs() == [1, 6])
  }

  @Test(
    "Where a write gives up, others run again only if it had written something",
    arguments: Engine.allCases, [false, true])
  func givingUp(engine: Engine, afterwards: Bool) throws {
    struct Mine: Error {}
    let pool = try TestPool(engine)
    let store = try pool.store()
    try store.addNote(9)
    let runs = Atomic(0)
    let codes = try store.writeTogether([
      { transaction in
        runs.add(1, ordering: .relaxed)
        try transaction.execute("INSERT INTO notes (id, body) VALUES (1, 'a')")
      },
      { transaction in
        _ = try transaction.first("SELECT body FROM notes WHERE id = 9") { try $0.text(0) }
        let id = afterwards ? 9 : 99
        try transaction.execute("UPDATE notes SET body = 'mine' WHERE id = \(id)")
        throw Mine()
      },
      { try $0.execute("INSERT INTO notes (id, body) VALUES (2, 'b')") },
    ])
    #expect(codes == [nil, .statement, nil])
    #expect(try store.noteIDs() == [1, 2, 9])
    #expect(runs.load(ordering: .relaxed) == (afterwards ? 2 : 1))
    let body = try store.read {
      try $0.first("SELECT body FROM notes WHERE id = 9") { try $0.text(0) }
    }
    #expect(body != "mine")
  }

  @Test(
    "Where a rule is checked only at the commit, the write that broke it fails alone",
    arguments: Engine.allCases)
  func failingAtCommit(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    try store.write {
      try $0.execute(
        """
        CREATE TABLE late (
          note BIGINT REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED)
        """)
    }
    let codes = try store.writeTogether([
      { try $0.execute("INSERT INTO notes (id, body) VALUES (1, 'a')") },
      { try $0.execute("INSERT INTO late (note) VALUES (99)") },
      { try $0.execute("INSERT INTO late (note) VALUES (1)") },
    ])
    #expect(codes == [nil, .foreignKeyConstraint, nil])
    #expect(try store.noteIDs() == [1])
    #expect(store.health == .ready)
  }

  @Test(
    "When a whole batch is rolled back, each write runs again by itself", arguments: Engine.allCases
  )
  func runAgain(engine: Engine) throws {
    let pool = try TestPool(engine, isFaulty: true)
    let store = try pool.store()
    let faults = pool.faults
    let runs = Atomic(0)
    faults.fail(at: .statement, .interrupted, times: 1)
    let codes = try store.writeTogether([
      { transaction in
        runs.add(1, ordering: .relaxed)
        try transaction.execute("INSERT INTO notes (id, body) VALUES (1, 'a')")
      },
      { try $0.execute("INSERT INTO notes (id, body) VALUES (2, 'b') /* FAULT */") },
      { try $0.execute("INSERT INTO notes (id, body) VALUES (1, 'again')") },
      { try $0.execute("INSERT INTO notes (id, body) VALUES (4, 'd')") },
    ])
    #expect(codes == [nil, nil, .uniqueConstraint, nil])
    #expect(try store.noteIDs() == [1, 2, 4])
    #expect(runs.load(ordering: .relaxed) == 2)
  }

  @Test(
    "Tasks are woken once a batch, after the commit, and not for a write that failed",
    arguments: Engine.allCases)
  func wakes(engine: Engine) throws {
    let woken = Collected<String>()
    let pool = try TestPool(engine) { options in
      options.onWake = { store, task in
        woken.append("\(task) \((try? store.noteIDs().count) ?? -1)")
      }
    }
    let store = try pool.store()
    _ = try store.writeTogether([
      { transaction in
        try transaction.execute("INSERT INTO notes (id, body) VALUES (1, 'a')")
        transaction.wake("mail")
        transaction.wake("mail")
      },
      { transaction in
        try transaction.execute("INSERT INTO notes (id, body) VALUES (2, 'b')")
        transaction.wake("mail")
      },
      { transaction in
        transaction.wake("never")
        try transaction.execute("INSERT INTO notes (id, body) VALUES (3, 'bad')")
      },
    ])
    #expect(eventually { woken.count == 1 })
    try store.addNote(9)
    #expect(woken.all == ["mail 2"])
  }

  @Test("Waiting for a write on the writer's own thread is refused", arguments: Engine.allCases)
  func misuse(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    let other = try pool.store("other")
    #expect(failure { try store.write { _ in try other.addNote(1) } } == .misuse)
    let answers = Collected<StoreError.Code?>()
    store.submit({ _ in }, then: { _ in answers.append(failure { try store.addNote(1) }) })
    #expect(eventually { answers.count == 1 })
    #expect(answers.all == [.misuse])
  }

  @Test(
    "What is more than may wait is refused at once, with a time to come back",
    arguments: Engine.allCases)
  func bound(engine: Engine) throws {
    let pool = try TestPool(engine) { $0.queueLimit = 10 }
    let store = try pool.store()
    let gate = Gate()
    let started = Gate()
    store.submit(
      { _ in
        started.open()
        gate.wait()
      }, then: { _ in })
    started.wait()
    let answers = Answers(count: 15)
    for index in 0..<15 {
      store.submit(
        { _ = try $0.execute("INSERT INTO notes (id, body) VALUES (\(index), 'n')") },
        then: { answers.set(index, $0) })
    }
    #expect(pool.pool.stats.queued == 10)
    #expect(pool.pool.stats.deepestQueue == 10)
    gate.open()
    #expect(eventually { answers.isComplete })
    #expect(answers.codes == Array(repeating: nil, count: 10) + Array(repeating: .busy, count: 5))
    #expect(try store.noteIDs() == Array(0..<10))
  }

  @Test(
    "Closing finishes what was accepted and refuses what comes later", arguments: Engine.allCases)
  func closing(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    let answers = Answers(count: 500)
    for index in 0..<500 {
      store.submit(
        { _ = try $0.execute("INSERT INTO notes (id, body) VALUES (\(index), 'n')") },
        then: { answers.set(index, $0) })
    }
    pool.pool.close()
    #expect(answers.isComplete)
    #expect(answers.codes == Array(repeating: nil, count: 500))
    #expect(failure { try store.addNote(1_000) } == .closed)
    #expect(failure { _ = try store.noteIDs() } == .closed)
    let again = pool.place.anotherPool()
    defer { again.close() }
    #expect(try again.store("tenant", at: store.location).noteIDs() == Array(0..<500))
  }

  @Test("Many threads write to many stores", arguments: Engine.allCases)
  func manyThreads(engine: Engine) throws {
    let pool = try TestPool(engine)
    let stores = try (0..<4).map { try pool.store("s\($0)") }
    let workers = WorkerPool(name: "test", threads: 8, capacity: 1_000)
    let failures = Collected<StoreError.Code?>()
    for worker in 0..<8 {
      _ = workers.submit {
        for step in 0..<50 {
          let code = failure { try stores[step % 4].addNote(worker * 1_000 + step) }
          if code != nil { failures.append(code) }
        }
      }
    }
    workers.close()
    #expect(failures.all == [])
    let expected = (0..<8).flatMap { worker in (0..<50).map { worker * 1_000 + $0 } }
    #expect(try stores.flatMap { try $0.noteIDs() }.sorted() == expected)
  }
}
