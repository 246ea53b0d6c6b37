import Synchronization
import Testing
import YuiStorage
import YuiStorageTesting

@Suite struct Statements {
  static let forbidden: [SQL] = [
    "COMMIT", "ROLLBACK", "BEGIN", "SAVEPOINT mine", "RELEASE yui", "ROLLBACK TO yui",
    "ATTACH DATABASE '/tmp/other.sqlite' AS other", "PRAGMA foreign_keys = OFF",
    "PRAGMA query_only = OFF", "PRAGMA writable_schema = ON", "SELECT load_extension('x')",
    "VACUUM INTO '/tmp/copy.sqlite'", "SELECT 1; SELECT 2", "", "-- nothing",
    "SELECT \"no such column, so not a text\"", "NONSENSE",
  ]

  @Test(
    "A statement that would break the store's promises is refused",
    arguments: Engine.allCases, Self.forbidden.indices)
  func refused(engine: Engine, index: Int) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    let sql = Self.forbidden[index]
    #expect(failure { try store.write { _ = try $0.execute(sql) } } != nil)
    #expect(failure { try store.read { try $0.forEach(sql) { _ in } } } != nil)
    try store.addNote(1)
    #expect(try store.noteIDs() == [1])
    #expect(store.health == .ready)
  }

  @Test("A snapshot writes nothing", arguments: Engine.allCases)
  func snapshotWrites(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    let sql: SQL = "INSERT INTO notes (id, body) VALUES (1, 'x')"
    #expect(failure { try store.read { try $0.forEach(sql) { _ in } } } == .misuse)
    #expect(try store.noteIDs() == [])
    #expect(store.health == .ready)
  }

  @Test("A store goes on after more statements than are kept prepared", arguments: Engine.allCases)
  func manyStatements(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    try store.addNote(1)
    for count in 1...300 {
      // As many values as no statement before it.
      let list = SQL.joined((1...count).map { "\($0)" }, separator: ", ")
      let sql: SQL = "SELECT COUNT(*) FROM notes WHERE id IN (\(list))"
      #expect(try store.read { try $0.first(sql) { try $0.int(0) } } == 1)
      #expect(try store.write { try $0.first(sql) { try $0.int(0) } } == 1)
    }
  }

  @Test("A statement can run within itself", arguments: Engine.allCases)
  func nested(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    for id in 1...3 { try store.addNote(id) }
    let pairs = try store.read { snapshot in
      func ids() throws -> [Int] { try all() { try $0.int(0) } }
      func all<Value>(_ map: (Row) throws -> Value) throws -> [Value] {
        try snapshot.all("SELECT id FROM notes ORDER BY id", map)
      }
      return try all { row in
        let inner = try ids()
        return [try row.int(0)] + inner
      }
    }
    #expect(pairs == [[1, 1, 2, 3], [2, 1, 2, 3], [3, 1, 2, 3]])
  }

  @Test("More shapes than a connection keeps prepared all work", arguments: Engine.allCases)
  func manyShapes(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    try store.read { snapshot in
      for round in 0..<2 {
        for count in 1...200 {
          let terms = (1...count).map { "\($0 * (round + 1))" as SQL }
          let sum = try snapshot.first("SELECT \(SQL.joined(terms, separator: " + "))") {
            try $0.int(0)
          }
          #expect(sum == count * (count + 1) / 2 * (round + 1))
        }
      }
    }
  }

  @Test("The number of changed rows is told", arguments: Engine.allCases)
  func changes(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    let changes = try store.write { transaction in
      [
        try transaction.execute("INSERT INTO notes (id, body) VALUES (1, 'a'), (2, 'b'), (3, 'c')"),
        try transaction.execute("UPDATE notes SET body = 'd' WHERE id > 1"),
        try transaction.execute("CREATE TABLE other (id BIGINT PRIMARY KEY)"),
        try transaction.execute("DELETE FROM notes WHERE id = 9"),
        try transaction.execute("DELETE FROM notes"),
      ]
    }
    #expect(changes == [3, 2, 0, 0, 3])
  }

  @Test(
    "A write may return rows, and only the first is read where one is asked for",
    arguments: Engine.allCases)
  func returning(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = try pool.store()
    let first = try store.write { transaction in
      try transaction.first(
        "INSERT INTO notes (id, body) VALUES (1, 'a'), (2, 'b'), (3, 'c') RETURNING id"
      ) { try $0.int(0) }
    }
    #expect(first == 1)
    #expect(try store.noteIDs() == [1, 2, 3])
  }

  static let constraints: [(SQL, StoreError.Code)] = [
    ("INSERT INTO parents (id, name) VALUES (1, 'b')", .uniqueConstraint),
    ("INSERT INTO parents (id, name) VALUES (2, 'a')", .uniqueConstraint),
    ("INSERT INTO parents (id, name) VALUES (3, NULL)", .notNullConstraint),
    ("INSERT INTO parents (id, name) VALUES (4, '')", .checkConstraint),
    ("INSERT INTO children (parent) VALUES (9)", .foreignKeyConstraint),
    ("DELETE FROM parents", .foreignKeyConstraint),
  ]

  @Test("A broken rule of the tables is told by its kind", arguments: Engine.allCases)
  func brokenRule(engine: Engine) throws {
    let pool = try TestPool(engine)
    let store = pool.unborn()
    try store.create()
    try store.write { transaction in
      try transaction.execute(
        """
        CREATE TABLE parents (
          id BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> ''))
        """)
      try transaction.execute("CREATE TABLE children (parent BIGINT REFERENCES parents (id))")
      try transaction.execute("INSERT INTO parents (id, name) VALUES (1, 'a')")
      try transaction.execute("INSERT INTO children (parent) VALUES (1)")
    }
    for (sql, code) in Self.constraints {
      #expect(failure { try store.write { _ = try $0.execute(sql) } } == code)
    }
  }
}
