import Glibc
import Testing
import YuiStorage
import YuiStorageTesting

/// A second pool has connections of its own, so that it meets the locks that another process would.
@Suite struct Busy {
  @Test(
    "A write waits for another process, and others do not wait for it", arguments: Engine.allCases)
  func waits(engine: Engine) throws {
    let pool = try TestPool(engine) { $0.writerThreads = 1 }
    let store = try pool.store()
    let neighbour = try pool.store("neighbour")
    let others = pool.place.anotherPool()
    defer { others.close() }
    let (held, gate) = (Gate(), Gate())
    others.store("tenant", at: store.location).submit(
      { transaction in
        try transaction.execute("INSERT INTO notes (id, body) VALUES (1, 'theirs')")
        held.open()
        gate.wait()
      }, then: { _ in })
    held.wait()
    let answers = Answers(count: 1)
    store.submit(
      { try $0.execute("INSERT INTO notes (id, body) VALUES (2, 'ours')") },
      then: { answers.set(0, $0.map { _ in }) })
    // The only writer's thread is free for other stores, and reading goes on.
    for id in 1...5 { try neighbour.addNote(id) }
    #expect(try store.noteIDs() == [])
    usleep(500_000)
    #expect(!answers.isComplete)
    gate.open()
    #expect(eventually { answers.isComplete })
    #expect(answers.codes == [nil])
    #expect(try store.noteIDs() == [1, 2])
  }

  @Test(
    "A write that waited too long is told so, and can be sent again", arguments: Engine.allCases)
  func givesUp(engine: Engine) throws {
    let pool = try TestPool(engine) { $0.busyLimit = 1 }
    let store = try pool.store()
    let others = pool.place.anotherPool()
    defer { others.close() }
    let (held, gate) = (Gate(), Gate())
    others.store("tenant", at: store.location).submit(
      { _ in
        held.open()
        gate.wait()
      }, then: { _ in })
    held.wait()
    let error = #expect(throws: StoreError.self) { try store.addNote(1) }
    #expect(error?.code == .busy)
    #expect(error?.retryAfter != nil)
    gate.open()
    try store.addNote(1)
    #expect(try store.noteIDs() == [1])
    #expect(store.health == .ready)
  }

  @Test("Two processes that write much both get their turn", arguments: Engine.allCases)
  func fairness(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    let others = pool.place.anotherPool()
    defer { others.close() }
    let importer = others.store("tenant", at: store.location)
    let stop = Gate()
    let workers = WorkerPool(name: "import", threads: 1, capacity: 1)
    // Slices of a long import, one directly after the other.
    _ = workers.submit {
      var id = 1_000
      while !stop.isOpened {
        id += 1
        let note = id
        try? importer.write { transaction in
          try transaction.execute("INSERT INTO notes (id, body) VALUES (\(note), 'n')")
          usleep(150_000)
        }
      }
    }
    #expect(try eventually { try store.noteIDs().count > 1 })
    for id in 1...3 { try store.addNote(id) }
    stop.open()
    workers.close()
    #expect(try store.noteIDs().prefix(3) == [1, 2, 3])
  }
}
