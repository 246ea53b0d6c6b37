import Testing
import YuiStorage
import YuiStorageTesting

@Suite struct PublicVersions {
  @Test(
    "Only public changes raise the version, and only if they are kept", arguments: Engine.allCases)
  func raised(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    let start = store.publicVersion
    #expect(start.number == 0)
    try store.addNote(1)
    #expect(store.publicVersion == start)
    try store.write { $0.raisePublicVersion() }
    #expect(store.publicVersion.number == 1)
    #expect(store.publicVersion.epoch == start.epoch)
    _ = failure {
      try store.write { transaction in
        transaction.raisePublicVersion()
        try transaction.execute("INSERT INTO notes (id, body) VALUES (1, 'again')")
      }
    }
    #expect(store.publicVersion.number == 1)
  }

  @Test("A commit shows before its writer is answered", arguments: Engine.allCases)
  func atOnce(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    let seen = Collected<Int64>()
    for _ in 0..<20 {
      store.submit(
        { $0.raisePublicVersion() }, then: { _ in seen.append(store.publicVersion.number) })
      try store.write { _ in }
    }
    #expect(eventually { seen.count == 20 })
    // Some may have shared a batch; each saw at least its own.
    #expect(zip(seen.all, seen.all.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(seen.all.first == 1)
  }

  @Test("A commit of another process shows", arguments: Engine.allCases)
  func otherProcess(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    let others = pool.place.anotherPool()
    defer { others.close() }
    let same = others.store("tenant", at: store.location)
    #expect(store.publicVersion == same.publicVersion)
    try store.write { $0.raisePublicVersion() }
    #expect(eventually { same.publicVersion == store.publicVersion })
    try same.write { $0.raisePublicVersion() }
    #expect(same.publicVersion.number == 2)
    #expect(eventually { store.publicVersion.number == 2 })
  }

  @Test("A new epoch never repeats a version", arguments: Engine.allCases)
  func epoch(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    let other = try pool.store("other")
    let versions = try (0..<3).map { _ in
      try store.beginEpoch()
      return store.publicVersion
    }
    let all = Set(versions.map(\.description)).union([other.publicVersion.description])
    #expect(all.count == 4)
    #expect(versions.allSatisfy { $0.number == 0 })
  }
}
