import YuiStorage
import YuiStorageTesting

/// A statement of the shared dialect, and what every engine answers.
struct DialectExample {
  let query: SQL
  let rows: [[SQLValue]]

  init(_ query: SQL, _ rows: [SQLValue]...) {
    (self.query, self.rows) = (query, rows)
  }
}

/// The tables that the examples are about.
let dialectTables = MigrationSet(
  "dialect",
  [
    Migration(
      1, "tables",
      [
        """
        CREATE TABLE things (
          id TEXT PRIMARY KEY, n BIGINT, share DOUBLE PRECISION, name TEXT, is_open BIGINT NOT NULL)
        """,
        """
        CREATE TABLE parts (
          thing TEXT NOT NULL REFERENCES things (id) ON DELETE CASCADE,
          part BIGINT NOT NULL, weight BIGINT NOT NULL CHECK (weight > 0),
          PRIMARY KEY (thing, part))
        """,
        """
        INSERT INTO things (id, n, share, name, is_open) VALUES
          ('a', 7, 0.5, 'Apple', 1), ('b', -7, 2.5, 'apple', 0), ('c', NULL, NULL, 'あ', 1),
          ('d', 2, 1, 'ア', 0), ('e', 9007199254740993, -0.25, NULL, 1)
        """,
        """
        INSERT INTO parts (thing, part, weight) VALUES
          ('a', 1, 10), ('a', 2, 20), ('b', 1, 5), ('d', 1, 1)
        """,
      ])
  ])

extension Queryable {
  /// Returns all values of all rows.
  func values(_ query: SQL, columns: Int) throws -> [[SQLValue]] {
    try all(query) { row in try (0..<columns).map { try row.value($0) } }
  }

  /// Returns the texts of the first column.
  func texts(_ query: SQL) throws -> [String?] {
    try all(query) { try $0.textOrNil(0) }
  }
}

extension SQLValue: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByStringLiteral, ExpressibleByNilLiteral
{
  init(integerLiteral value: Int64) { self = .integer(value) }
  init(floatLiteral value: Double) { self = .real(value) }
  init(stringLiteral value: String) { self = .text(value) }
  init(nilLiteral: ()) { self = .null }
}
