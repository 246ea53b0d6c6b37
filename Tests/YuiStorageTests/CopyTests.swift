import Testing
import YuiStorage
import YuiStorageTesting
import YuiText
import YuiTransparencyLog

@Suite struct Copying {
  static let search = TextIndex("things_search")
  static let places = BoxIndex("things_places")

  /// Tables of every shape: all types, an index of each kind, pointers to other rows.
  static let tables = MigrationSet(
    "things",
    [
      Migration(
        1, "things",
        [
          """
          CREATE TABLE things (
            id TEXT PRIMARY KEY, i BIGINT, d DOUBLE PRECISION, s TEXT, b BYTEA)
          """,
          """
          CREATE TABLE things_parts (
            thing TEXT NOT NULL REFERENCES things (id), part BIGINT NOT NULL, "order" BIGINT,
            PRIMARY KEY (part, thing))
          """,
          """
          CREATE TABLE things_people (
            id TEXT PRIMARY KEY, superior TEXT REFERENCES things_people (id))
          """,
          "CREATE TABLE things_loose (i BIGINT, s TEXT)",
          "CREATE TABLE things_defaults (id TEXT PRIMARY KEY)",
          "INSERT INTO things_defaults (id) VALUES ('made by the migration')",
        ]),
      Migration(2, "search") { try search.create(in: $0) },
      Migration(3, "places") { try places.create(in: $0) },
    ])

  static let texts = [
    "", "a", "a\u{301}", "á", "Z", "z", "ア", "ｱ", "あ", "結", "𠮷", "\u{FFFD}", "\u{E000}", "👩‍👩‍👧",
    "'; --",
    String(repeating: "結", count: 10_000),
  ]
  static let numbers: [Double?] = [
    nil, .nan, 0, -0.0, 0.1, -.infinity, .infinity, .leastNonzeroMagnitude, 1e300,
  ]

  private func store(_ pool: TestPool, _ name: String = "tenant") throws -> Store {
    let store = pool.unborn(name)
    try store.create()
    try store.migrate([Self.tables])
    return store
  }

  private func fill(_ store: Store) throws {
    try store.write { transaction in
      for (n, text) in Self.texts.enumerated() {
        let blob: [UInt8]? =
          n % 3 == 0 ? nil : [UInt8](repeating: UInt8(n), count: n * n * 5_000)
        try transaction.execute(
          """
          INSERT INTO things (id, i, d, s, b)
          VALUES (\(text), \(Int64.max - Int64(n)), \(Self.numbers[n % Self.numbers.count]),
            \(Self.texts[(n + 1) % Self.texts.count]), \(blob))
          """)
        try transaction.execute(
          "INSERT INTO things_parts (thing, part, \"order\") VALUES (\(text), \(-n), \(n))")
        try Self.places.set(
          BoundingBox(longitude: 139.7 + Double(n), latitude: 35.1), of: text, in: transaction)
        try Self.search.enqueue(text, in: transaction)
      }
      for n in 0..<2_500 {
        try transaction.execute("INSERT INTO things_loose (i, s) VALUES (\(n % 7), \("x"))")
      }
      try transaction.execute("INSERT INTO things_loose (i, s) VALUES (NULL, NULL)")
      // Each reports to the next, so that none can come in the order of the key.
      for n in (0..<20).reversed() {
        let superior = n == 19 ? nil : "p\(10 + n + 1)"
        try transaction.execute(
          "INSERT INTO things_people (id, superior) VALUES (\("p\(10 + n)"), \(superior))")
      }
      try transaction.execute("UPDATE things_defaults SET id = 'changed since'")
      transaction.raisePublicVersion()
    }
    // All but a few, so that some wait to be indexed here as there.
    try Self.search.follow(in: store, limit: Self.texts.count - 3) { id, _ in id }
  }

  @Test(
    "A copy holds the same rows, and finds the same", arguments: Engine.allCases, Engine.allCases)
  func same(from engine: Engine, to other: Engine) throws {
    let (pool, targetPool) = (try TestPool(engine), try TestPool(other))
    let (source, target) = (try store(pool), try store(targetPool, "copy"))
    try fill(source)
    let before = try source.contents()
    var steps: [BackupProgress] = []
    let copied = try source.copy(into: target) { steps.append($0) }
    #expect(copied == before)
    #expect(try target.contents() == before)
    #expect(before.tables.first { $0.name == "things" }?.rows == Self.texts.count)
    #expect(before.tables.first { $0.name == "things_loose" }?.rows == 2_501)
    #expect(steps.count > 3 && steps.last.map { $0.done == $0.total } == true)
    #expect(steps.map(\.done) == steps.map(\.done).sorted())

    #expect(target.publicVersion.epoch != source.publicVersion.epoch)
    #expect(try target.migrationStates() == source.migrationStates())
    let box = try #require(BoundingBox(west: 139.7, south: 35, east: 141.7, north: 35.1))
    for question: SQL in [
      Self.search.match("ア", id: "id"), Self.search.match("z", id: "id"),
      Self.places.intersects(box, id: "id"),
    ] {
      let statement: SQL = "SELECT id FROM things WHERE \(question) ORDER BY id"
      let found = try source.read { try $0.all(statement) { try $0.text(0) } }
      #expect(!found.isEmpty)
      #expect(try target.read { try $0.all(statement) { try $0.text(0) } } == found)
    }
    // The indexes go on working, and the writer's rules hold.
    try target.write { try Self.search.remove("ア", in: $0) }
    #expect(
      failure {
        try target.write { transaction in
          _ = try transaction.execute(
            "INSERT INTO things_people (id, superior) VALUES ('x', 'nobody')")
        }
      } == .foreignKeyConstraint)
  }

  @Test("What was begun is done again from the start", arguments: Engine.allCases)
  func again(engine: Engine) throws {
    let pool = try TestPool(engine)
    let (source, target) = (try store(pool), try store(pool, "copy"))
    try fill(source)
    let first = try source.copy(into: target)
    #expect(try source.copy(into: target) == first)
  }

  @Test("A change of any kind changes the digest of its table", arguments: Engine.allCases)
  func changes(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try store(pool)
    try fill(store)
    let changes: [(table: String, change: SQL)] = [
      ("things", "UPDATE things SET i = i + 1 WHERE id = 'a'"),
      ("things", "UPDATE things SET d = 0.30000000000000004 WHERE id = ''"),
      ("things", "UPDATE things SET s = NULL WHERE id = ''"),
      ("things", "UPDATE things SET s = '' WHERE id = ''"),
      ("things", "UPDATE things SET b = \([UInt8]()) WHERE id = ''"),
      ("things_parts", "DELETE FROM things_parts WHERE part = 0"),
      ("things_loose", "INSERT INTO things_loose (i, s) VALUES (1, 'x')"),
    ]
    var last = try store.contents()
    for (table, change) in changes {
      try store.write { try $0.execute(change) }
      let now = try store.contents()
      #expect(now.differences(from: last) == [table], "\(change.shape)")
      #expect(now.digest() != last.digest())
      #expect(now.digest(without: [table]) == last.digest(without: [table]))
      last = now
    }
    #expect(last == (try store.contents()))
  }

  @Test("The digest is the one another program computes", arguments: Engine.allCases)
  func golden(engine: Engine) throws {
    let pool = try TestPool(engine) { $0.clock = Clock { Timestamp(milliseconds: 0) } }
    let store = pool.unborn()
    try store.create()
    try store.migrate([
      MigrationSet(
        "golden",
        [
          Migration(
            1, "t",
            [
              """
              CREATE TABLE golden (
                id TEXT PRIMARY KEY, at BIGINT, share DOUBLE PRECISION, bytes BYTEA)
              """,
              "INSERT INTO golden (id) VALUES ('結')",
              "INSERT INTO golden (id, at, share, bytes) VALUES ('', -1, 2.5, \([UInt8]()))",
            ])
        ])
    ])
    // Python: hashlib over struct.pack, by docs/formats/contents-digest.md.
    let contents = try store.contents()
    #expect(contents.tables.map(\.name) == ["golden", "yui_migrations"])
    #expect(
      contents.tables[0].digest.hex
        == "ad1aa7ca6fef941c76b1c2cd0e7c0f89a86f1c56c9af54b4b9113a645fba8823")
    #expect(
      contents.digest().hex == "cf07653edd4627fdee4ed2a4f22631ee9dae93fe56164e64da346cb1e709270d")
    #expect(
      contents.digest(without: ["yui_migrations"]).hex
        == "7b4d547657dca9783d998ee689c3856d7ea84625999d9c2c2bf160547cab0433")
  }

  @Test("A target of another state is refused before anything is changed")
  func otherState() throws {
    let pool = try TestPool(.sqlite)
    let (source, target) = (try store(pool), try pool.store("copy"))
    try target.addNote(1)
    #expect(failure { try source.copy(into: target) } == .misuse)
    #expect(try target.noteIDs() == [1])
  }
}
