import Synchronization
import Testing
import YuiStorage
import YuiStorageTesting
import YuiText

@Suite struct Migrations {
  private static func set(_ count: Int, failingAt failing: Int? = nil) -> MigrationSet {
    MigrationSet(
      "steps",
      (1...count).map { number in
        Migration(number, "step \(number)") { transaction in
          if number == 1 { try transaction.execute("CREATE TABLE steps (number BIGINT)") }
          try transaction.execute("INSERT INTO steps (number) VALUES (\(number))")
          if number == failing { throw StoreError(.interrupted, "the power went") }
        }
      })
  }

  private func steps(_ store: Store) throws -> [Int] {
    try store.read { try $0.all("SELECT number FROM steps ORDER BY number") { try $0.int(0) } }
  }

  @Test("Each step is applied once, and its state told", arguments: Engine.allCases)
  func once(engine: Engine) throws {
    let now = Timestamp(milliseconds: 1_782_864_000_000)
    let pool = try TestPool(engine) { $0.clock = .fixed(now) }
    let store = pool.unborn()
    try store.create()
    try store.migrate([Self.set(2)])
    try store.migrate([Self.set(2), notes])
    #expect(try steps(store) == [1, 2])
    let states = try store.migrationStates([Self.set(3), notes])
    #expect(states.map(\.component) == ["notes", "steps", "steps", "steps"])
    #expect(states.map(\.number) == [1, 1, 2, 3])
    #expect(states.map(\.name) == ["notes", "step 1", "step 2", "step 3"])
    #expect(states.map(\.appliedAt) == [now, now, now, nil])
  }

  @Test("What was interrupted goes on where it stopped", arguments: Engine.allCases)
  func resumed(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = pool.unborn()
    try store.create()
    #expect(failure { try store.migrate([Self.set(4, failingAt: 3)]) } == .interrupted)
    #expect(try steps(store) == [1, 2])
    #expect(try store.migrationStates().count == 2)
    try store.migrate([Self.set(4)])
    #expect(try steps(store) == [1, 2, 3, 4])
  }

  @Test("A database from a newer version is refused with words", arguments: Engine.allCases)
  func newer(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = pool.unborn()
    try store.create()
    try store.migrate([Self.set(3), notes])
    let renamed = MigrationSet("steps", [Migration(1, "another", [])])
    let cases: [([MigrationSet], [String])] = [
      ([Self.set(2), notes], ["steps", "migration 3", "up to 2", "install", "backup"]),
      ([Self.set(3)], ["notes", "does not know", "install", "backup"]),
      ([renamed, notes], ["step 1", "another"]),
    ]
    for (sets, words) in cases {
      let error = #expect(throws: StoreError.self) { try store.migrate(sets) }
      #expect(error?.code == .newerVersion)
      for word in words { #expect(error?.message.contains(word) == true) }
    }
    try store.migrate([Self.set(4)], otherComponents: ["notes"])
    #expect(try steps(store) == [1, 2, 3, 4])
  }

  @Test("Steps out of order are a mistake of the program", arguments: Engine.allCases)
  func misnumbered(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = pool.unborn()
    try store.create()
    let set = MigrationSet("steps", [Migration(1, "one", []), Migration(3, "three", [])])
    #expect(failure { try store.migrate([set]) } == .misuse)
    #expect(try store.migrationStates() == [])
  }

  @Test("Two processes migrate at once", arguments: Engine.allCases)
  func atOnce(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = pool.unborn()
    try store.create()
    let pools = (0..<3).map { _ in pool.place.anotherPool() }
    let workers = WorkerPool(name: "test", threads: 3, capacity: 3)
    let codes = Collected<StoreError.Code?>()
    for other in pools {
      let same = other.store("tenant", at: store.location)
      _ = workers.submit { codes.append(failure { try same.migrate([Self.set(20)]) }) }
    }
    workers.close()
    for other in pools { other.close() }
    #expect(codes.all == [nil, nil, nil])
    #expect(try steps(store) == Array(1...20))
  }
}
