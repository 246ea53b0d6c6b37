import Testing
import YuiStorage
import YuiStorageTesting

/// What docs/sql.md allows in writes does the same on every engine.
@Suite struct DialectWriting {
  private let parts: SQL = "SELECT thing, part, weight FROM parts ORDER BY thing, part"

  private func store(_ engine: Engine) throws -> (TestStores, Store) {
    let stores = try TestStores(engine)
    return (stores, try stores.make(migrating: [dialectTables]))
  }

  @Test("An upsert adds a row or changes the one that is there", arguments: Engine.allCases)
  func upsert(engine: Engine) throws {
    let (stores, store) = try store(engine)
    let changed = try withExtendedLifetime(stores) {
      try store.write { transaction in
        try [("a", 2, 7), ("d", 2, 8)].map { thing, part, weight in
          try transaction.execute(
            """
            INSERT INTO parts (thing, part, weight) VALUES (\(thing), \(part), \(weight))
            ON CONFLICT (thing, part) DO UPDATE SET weight = parts.weight + excluded.weight
            """)
        }
      }
    }
    #expect(changed == [1, 1])
    #expect(
      try store.read { try $0.values(parts, columns: 3) } == [
        ["a", 1, 10], ["a", 2, 27], ["b", 1, 5], ["d", 1, 1], ["d", 2, 8],
      ])
  }

  @Test("What is there already may be left as it is", arguments: Engine.allCases)
  func doNothing(engine: Engine) throws {
    let (stores, store) = try store(engine)
    let changed = try withExtendedLifetime(stores) {
      try store.write { transaction in
        try ["a", "e"].map { thing in
          try transaction.execute(
            """
            INSERT INTO parts (thing, part, weight) VALUES (\(thing), 1, 99)
            ON CONFLICT (thing, part) DO NOTHING
            """)
        }
      }
    }
    #expect(changed == [0, 1])
    #expect(
      try store.read { try $0.values(parts, columns: 3) }.filter { $0[2] == 99 } == [["e", 1, 99]])
  }

  @Test("A change of an upsert may have a condition", arguments: Engine.allCases)
  func conditionalUpsert(engine: Engine) throws {
    let (stores, store) = try store(engine)
    let changed = try withExtendedLifetime(stores) {
      try store.write { transaction in
        try transaction.execute(
          """
          INSERT INTO parts (thing, part, weight) VALUES ('a', 1, 15), ('a', 2, 15)
          ON CONFLICT (thing, part) DO UPDATE SET weight = excluded.weight
          WHERE excluded.weight > parts.weight
          """)
      }
    }
    #expect(changed == 1)
    #expect(
      try store.read { try $0.values(parts, columns: 3) }.prefix(2) == [
        ["a", 1, 15], ["a", 2, 20],
      ])
  }

  @Test("What a query finds is inserted, and upserted", arguments: Engine.allCases)
  func insertSelect(engine: Engine) throws {
    let (stores, store) = try store(engine)
    let changed = try withExtendedLifetime(stores) {
      try store.write { transaction in
        try transaction.execute(
          """
          INSERT INTO parts (thing, part, weight)
          SELECT id, 1, 3 FROM things WHERE is_open = 1
          ON CONFLICT (thing, part) DO UPDATE SET weight = parts.weight + excluded.weight
          """)
      }
    }
    #expect(changed == 3)
    #expect(
      try store.read { try $0.values(parts, columns: 3) } == [
        ["a", 1, 13], ["a", 2, 20], ["b", 1, 5], ["c", 1, 3], ["d", 1, 1], ["e", 1, 3],
      ])
  }

  @Test("A write tells what it wrote", arguments: Engine.allCases)
  func returning(engine: Engine) throws {
    let (stores, store) = try store(engine)
    let told = try withExtendedLifetime(stores) {
      try store.write { transaction in
        [
          try transaction.values(
            """
            INSERT INTO parts (thing, part, weight) VALUES ('a', 1, 4)
            ON CONFLICT (thing, part) DO UPDATE SET weight = parts.weight + excluded.weight
            RETURNING thing, weight
            """, columns: 2),
          try transaction.values(
            "UPDATE parts SET weight = weight * 2 WHERE thing = 'b' RETURNING part, weight",
            columns: 2),
          try transaction.values(
            "DELETE FROM parts WHERE thing = 'd' RETURNING weight, weight > 0", columns: 2),
          try transaction.values(
            "UPDATE parts SET weight = 1 WHERE thing = 'nothing' RETURNING part, weight",
            columns: 2),
        ]
      }
    }
    #expect(told == [[["a", 14]], [[1, 10]], [[1, 1]], []])
  }

  @Test("A change may ask other tables", arguments: Engine.allCases)
  func changeByQuestion(engine: Engine) throws {
    let (stores, store) = try store(engine)
    let changed = try withExtendedLifetime(stores) {
      try store.write { transaction in
        [
          try transaction.execute(
            """
            UPDATE things SET n = (SELECT CAST(SUM(weight) AS BIGINT) FROM parts WHERE thing = id)
            WHERE EXISTS (SELECT 1 FROM parts WHERE thing = id)
            """),
          try transaction.execute(
            """
            UPDATE parts SET weight = weight + things.n FROM things
            WHERE things.id = parts.thing AND things.is_open = 0
            """),
          try transaction.execute(
            "DELETE FROM things WHERE id IN (SELECT thing FROM parts WHERE part = 2)"),
        ]
      }
    }
    #expect(changed == [3, 2, 1])
    // What belonged to a row that is gone went with it.
    #expect(
      try store.read { try $0.values(parts, columns: 3) } == [["b", 1, 10], ["d", 1, 2]])
  }

  @Test("A column is added, with its value for the rows that are there", arguments: Engine.allCases)
  func addColumn(engine: Engine) throws {
    let (stores, store) = try store(engine)
    try withExtendedLifetime(stores) {
      try store.write { transaction in
        _ = try transaction.execute("ALTER TABLE parts ADD COLUMN note TEXT")
        _ = try transaction.execute(
          "ALTER TABLE parts ADD COLUMN size BIGINT NOT NULL DEFAULT 3")
      }
    }
    #expect(
      try store.read { try $0.values("SELECT DISTINCT note, size FROM parts", columns: 2) } == [
        [nil, 3]
      ])
  }

  @Test(
    "A table is made anew with its rows, and takes the name of the old", arguments: Engine.allCases)
  func rebuild(engine: Engine) throws {
    let (stores, store) = try store(engine)
    for _ in 1...2 {
      try withExtendedLifetime(stores) {
        try store.write { transaction in
          for statement: SQL in [
            """
            CREATE TABLE parts_new (
              thing TEXT NOT NULL REFERENCES things (id) ON DELETE CASCADE,
              part BIGINT NOT NULL, weight BIGINT NOT NULL, PRIMARY KEY (thing, part))
            """,
            "INSERT INTO parts_new (thing, part, weight) SELECT thing, part, weight - 1 FROM parts",
            "DROP TABLE parts", "ALTER TABLE parts_new RENAME TO parts",
            "CREATE INDEX parts_weight ON parts (weight)",
            "CREATE INDEX parts_known ON parts (weight, thing) WHERE weight IS NOT NULL",
          ] {
            _ = try transaction.execute(statement)
          }
        }
      }
    }
    #expect(
      try store.read { try $0.values(parts, columns: 3) } == [
        ["a", 1, 8], ["a", 2, 18], ["b", 1, 3], ["d", 1, -1],
      ])
  }
}
