import Testing
import YuiStorage
import YuiStorageTesting

/// What docs/sql.md keeps out of statements, because the engines answer it differently; where that
/// is no longer so, the page can allow more.
@Suite struct DialectDifferences {
  /// A text that no compression makes shorter.
  static func longText(_ count: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/")
    return String((0..<count).compactMap { _ in letters.randomElement() })
  }

  @Test("A text that is a key may be as long as the page says", arguments: Engine.allCases)
  func longKey(engine: Engine) throws {
    let stores = try TestStores(engine)
    let store = try stores.make(migrating: [dialectTables])
    let key = Self.longText(2_680)
    try store.write { try $0.execute("INSERT INTO things (id, is_open) VALUES (\(key), 1)") }
    let found = try store.read { try $0.texts("SELECT id FROM things WHERE id = \(key)") }
    #expect(found == [key])
  }

  static let differences: [SQL] = [
    "SELECT id FROM things WHERE name LIKE 'APPLE'",
    "SELECT id FROM things ORDER BY name",
    "SELECT SUM(weight) FROM parts",
    "SELECT AVG(weight) FROM parts",
    "SELECT CAST(1.7 AS BIGINT)",
    "SELECT n * 0.5 FROM things WHERE id = 'a'",
    "SELECT CASE WHEN n < 0 THEN 'minus' ELSE id END FROM things ORDER BY id",
    "SELECT CAST('12 parts' AS BIGINT)",
    "SELECT n / 0 FROM things WHERE id = 'a'",
    "SELECT 2147483647 + 1",
    "SELECT id FROM things WHERE is_open",
    "SELECT id FROM things WHERE is_open = TRUE",
    "SELECT id FROM things WHERE id = 1",
    "SELECT lower('Ä')",
    "SELECT MAX(1, 2)",
    "SELECT ifnull(NULL, 1)",
    "SELECT instr('ab', 'b')",
    "SELECT id FROM things WHERE id IS 'a'",
    "SELECT id FROM things WHERE id == 'a'",
    "SELECT id FROM things WHERE id GLOB 'a*'",
    "SELECT group_concat(id) FROM things",
    "SELECT thing, weight FROM parts GROUP BY thing ORDER BY thing",
    "SELECT x'00'",
    "SELECT substr('abc', -1)",
    "SELECT datetime(0)",
    "SELECT json_extract('{\"a\":1}', '$.a')",
    "SELECT \(nil as String?) IS NULL",
    "WITH people (user) AS (VALUES ('a')) SELECT user FROM people",
    "SELECT id FROM things WHERE id IN ()",
    "SELECT id FROM things ORDER BY id LIMIT -1",
    "SELECT round(share) FROM things WHERE id = 'a'",
  ]

  @Test(
    "What the engines answer differently is kept out of queries", arguments: differences.indices)
  func differs(index: Int) throws {
    let query = Self.differences[index]
    let answers = try Engine.allCases.map { engine -> [SQLValue]? in
      let stores = try TestStores(engine)
      let store = try stores.make(migrating: [dialectTables])
      return try? store.read { try $0.all(query) { try $0.value(0) } }
    }
    #expect(Set(answers).count == Engine.allCases.count, "\(query.shape)")
  }

  static let differentWrites: [SQL] = [
    """
    INSERT INTO parts (thing, part, weight) VALUES ('c', 1, 1), ('c', 1, 2)
    ON CONFLICT (thing, part) DO UPDATE SET weight = excluded.weight
    """,
    """
    INSERT INTO parts (thing, part, weight) SELECT id, 1, 3 FROM things
    ON CONFLICT (thing, part) DO NOTHING
    """,
    "INSERT INTO parts (thing, part, weight) VALUES ('c', 1, '2 kg')",
    "INSERT INTO things (id, is_open) VALUES (\(longText(4_000)), 1)",
    "INSERT OR REPLACE INTO parts (thing, part, weight) VALUES ('a', 1, 1)",
    "REPLACE INTO parts (thing, part, weight) VALUES ('a', 1, 1)",
    "INSERT INTO things (id, is_open) VALUES (NULL, 1)",
    "CREATE TABLE numbered (id INTEGER PRIMARY KEY AUTOINCREMENT)",
    "CREATE TABLE numbered (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY)",
    "DELETE FROM parts USING things WHERE thing = id",
    "ALTER TABLE parts ADD COLUMN a BIGINT, ADD COLUMN b BIGINT",
  ]

  @Test(
    "What only one of the engines does is kept out of writes", arguments: differentWrites.indices)
  func differentWrite(index: Int) throws {
    let write = Self.differentWrites[index]
    let isDone = try Engine.allCases.map { engine in
      let stores = try TestStores(engine)
      let store = try stores.make(migrating: [dialectTables])
      return failure { try store.write { _ = try $0.execute(write) } } == nil
    }
    #expect(Set(isDone).count == Engine.allCases.count, "\(write.shape)")
  }
}
