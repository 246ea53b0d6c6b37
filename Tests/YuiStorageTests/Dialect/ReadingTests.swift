import Testing
import YuiStorage
import YuiStorageTesting

/// What docs/sql.md allows in queries gives the same rows on every engine.
@Suite struct DialectReading {
  private func expect(_ examples: [DialectExample], on engine: Engine) throws {
    let stores = try TestStores(engine)
    let store = try stores.make(migrating: [dialectTables])
    for example in examples {
      let columns = example.rows.first?.count ?? 0
      let rows = try store.read { try $0.values(example.query, columns: columns) }
      #expect(rows == example.rows, "\(example.query.shape)")
    }
  }

  @Test("Nothing comes first or last, as it is said", arguments: Engine.allCases)
  func nulls(engine: Engine) throws {
    try expect(
      [
        DialectExample(
          "SELECT id FROM things ORDER BY name NULLS FIRST", ["e"], ["a"], ["b"], ["c"], ["d"]),
        DialectExample(
          "SELECT id FROM things ORDER BY name NULLS LAST", ["a"], ["b"], ["c"], ["d"], ["e"]),
        DialectExample(
          "SELECT id FROM things ORDER BY n DESC NULLS LAST, id", ["e"], ["a"], ["d"], ["b"], ["c"]),
        DialectExample("SELECT id FROM things WHERE n = \(nil as Int?)"),
        DialectExample("SELECT id FROM things WHERE n IS NOT DISTINCT FROM \(nil as Int?)", ["c"]),
        DialectExample("SELECT COALESCE(name, 'none') FROM things WHERE name IS NULL", ["none"]),
        DialectExample(
          "SELECT NULLIF(id, 'a') FROM things WHERE id < 'c' ORDER BY id", [nil], ["b"]),
        DialectExample("SELECT id || name FROM things WHERE id = 'e'", [nil]),
      ], on: engine)
  }

  @Test("Numbers stay whole or not, as they were", arguments: Engine.allCases)
  func numbers(engine: Engine) throws {
    try expect(
      [
        DialectExample(
          "SELECT n / 2, n % 4 FROM things WHERE id < 'c' ORDER BY id", [3, 3], [-3, -3]),
        DialectExample(
          "SELECT CAST(n AS DOUBLE PRECISION) / 2, n * \(0.5) FROM things WHERE id = 'a'",
          [3.5, 3.5]),
        DialectExample("SELECT n + 1, -n, abs(n) FROM things WHERE id = 'b'", [-6, 7, 7]),
        DialectExample("SELECT n FROM things WHERE n > 7", [9_007_199_254_740_993]),
        DialectExample("SELECT \(Int.max - 1) + \(1)", [.integer(.max)]),
        DialectExample("SELECT id FROM things WHERE share > 0 ORDER BY share", ["a"], ["d"], ["b"]),
        DialectExample("SELECT share + n FROM things WHERE id = 'd'", [3.0]),
        DialectExample(
          "SELECT CAST(n AS TEXT) FROM things WHERE n < 8 ORDER BY things.n", ["-7"], ["2"], ["7"]),
        DialectExample("SELECT CAST('12' AS BIGINT) + 1", [13]),
      ], on: engine)
  }

  @Test("What is true is 1, and what is not is 0", arguments: Engine.allCases)
  func truths(engine: Engine) throws {
    try expect(
      [
        DialectExample(
          "SELECT n > 0, is_open = 1, name IS NULL FROM things ORDER BY id",
          [1, 1, 0], [0, 0, 0], [nil, 1, 0], [1, 0, 0], [1, 1, 1]),
        DialectExample(
          """
          SELECT id, EXISTS (SELECT 1 FROM parts WHERE thing = id) FROM things
          WHERE id IN ('a', 'c') ORDER BY id
          """, ["a", 1], ["c", 0]),
        DialectExample(
          "SELECT CASE WHEN n < 0 THEN 'minus' ELSE id END FROM things ORDER BY things.id",
          ["a"], ["minus"], ["c"], ["d"], ["e"]),
        DialectExample("SELECT id FROM things WHERE NOT (is_open = 1 OR n = 2)", ["b"]),
      ], on: engine)
  }

  @Test("Aggregates are cast to what they are read as", arguments: Engine.allCases)
  func aggregates(engine: Engine) throws {
    try expect(
      [
        DialectExample(
          """
          SELECT COUNT(*), COUNT(n), COUNT(DISTINCT is_open), MIN(name), MAX(name), MAX(n)
          FROM things
          """, [5, 4, 2, "Apple", "ア", 9_007_199_254_740_993]),
        DialectExample(
          """
          SELECT thing, CAST(SUM(weight) AS BIGINT), CAST(AVG(weight) AS DOUBLE PRECISION)
          FROM parts GROUP BY thing HAVING COUNT(*) > 1
          """, ["a", 30, 15.0]),
        DialectExample("SELECT SUM(share), AVG(share) FROM things", [3.75, 0.9375]),
        DialectExample("SELECT CAST(SUM(n) AS BIGINT) FROM things", [9_007_199_254_740_995]),
        DialectExample(
          """
          SELECT CAST(SUM(weight) AS BIGINT), COALESCE(CAST(SUM(weight) AS BIGINT), 0), COUNT(*)
          FROM parts WHERE thing = 'nothing'
          """, [nil, 0, 0]),
        DialectExample(
          "SELECT COUNT(*) FILTER (WHERE weight > 4), COUNT(*) FROM parts", [3, 4]),
      ], on: engine)
  }

  @Test("Rows are compared column by column, which makes pages", arguments: Engine.allCases)
  func pages(engine: Engine) throws {
    let stores = try TestStores(engine)
    let store = try stores.make(migrating: [dialectTables])
    var pages: [[[SQLValue]]] = []
    var last: (thing: String, part: Int) = ("", 0)
    while true {
      let page = try store.read { snapshot in
        try snapshot.values(
          """
          SELECT thing, part FROM parts WHERE (thing, part) > (\(last.thing), \(last.part))
          ORDER BY thing, part LIMIT \(3)
          """, columns: 2)
      }
      guard case .text(let thing) = page.last?[0], case .integer(let part) = page.last?[1]
      else { break }
      pages.append(page)
      last = (thing, Int(part))
    }
    #expect(pages == [[["a", 1], ["a", 2], ["b", 1]], [["d", 1]]])
    try expect(
      [
        DialectExample(
          "SELECT id FROM things WHERE (is_open, id) >= (1, 'c') ORDER BY id", ["c"], ["e"]),
        DialectExample("SELECT part FROM parts WHERE (thing, part) = ('a', 2)", [2]),
      ], on: engine)
  }

  @Test("Tables are joined, and questions asked within questions", arguments: Engine.allCases)
  func questions(engine: Engine) throws {
    try expect(
      [
        DialectExample(
          """
          SELECT things.id, parts.weight FROM things LEFT JOIN parts ON parts.thing = things.id
          WHERE is_open = 1 ORDER BY things.id, parts.part
          """, ["a", 10], ["a", 20], ["c", nil], ["e", nil]),
        DialectExample(
          "SELECT id FROM things WHERE id IN (SELECT thing FROM parts WHERE weight < 6) ORDER BY id",
          ["b"], ["d"]),
        DialectExample(
          """
          SELECT id, (SELECT CAST(SUM(weight) AS BIGINT) FROM parts WHERE thing = id) FROM things
          WHERE is_open = 1 ORDER BY id
          """, ["a", 30], ["c", nil], ["e", nil]),
        DialectExample(
          """
          SELECT id, n FROM things WHERE is_open = 0
          UNION ALL SELECT thing, weight FROM parts WHERE part = 2
          ORDER BY id
          """, ["a", 20], ["b", -7], ["d", 2]),
        DialectExample(
          "SELECT DISTINCT thing FROM parts ORDER BY thing DESC", ["d"], ["b"], ["a"]),
      ], on: engine)
  }

  @Test("Common table expressions count, and hold rows of their own", arguments: Engine.allCases)
  func commonTables(engine: Engine) throws {
    try expect(
      [
        DialectExample(
          """
          WITH heavy AS (SELECT thing FROM parts WHERE weight >= 10)
          SELECT name FROM things WHERE id IN (SELECT thing FROM heavy)
          """, ["Apple"]),
        DialectExample(
          """
          WITH RECURSIVE months (number) AS (
            SELECT 1 UNION ALL SELECT number + 1 FROM months WHERE number < 4)
          SELECT number FROM months ORDER BY number
          """, [1], [2], [3], [4]),
        DialectExample(
          """
          WITH wanted (id, place) AS (VALUES ('d', 1), ('a', 2))
          SELECT name FROM wanted JOIN things ON things.id = wanted.id ORDER BY place
          """, ["ア"], ["Apple"]),
      ], on: engine)
  }

  @Test("Window functions look at the rows around", arguments: Engine.allCases)
  func windows(engine: Engine) throws {
    try expect(
      [
        DialectExample(
          """
          SELECT thing, ROW_NUMBER() OVER (PARTITION BY thing ORDER BY part DESC),
            CAST(SUM(weight) OVER (ORDER BY thing, part) AS BIGINT),
            LAG(weight) OVER (ORDER BY thing, part), RANK() OVER (ORDER BY part)
          FROM parts ORDER BY thing, part
          """,
          ["a", 2, 10, nil, 1], ["a", 1, 30, 10, 4], ["b", 1, 35, 20, 1], ["d", 1, 36, 5, 1])
      ], on: engine)
  }

  @Test("Texts are measured and cut by characters", arguments: Engine.allCases)
  func texts(engine: Engine) throws {
    try expect(
      [
        DialectExample("SELECT length('結び𠮷'), substr('結び𠮷', 2, 2)", [3, "び𠮷"]),
        DialectExample("SELECT replace('a-b', '-', '_'), trim('  a ')", ["a_b", "a"]),
        DialectExample("SELECT id || '-' || CAST(n AS TEXT) FROM things WHERE id = 'b'", ["b--7"]),
        DialectExample("SELECT length(\([0, 1, 2] as [UInt8]))", [3]),
      ], on: engine)
  }
}
