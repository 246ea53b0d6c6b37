import YuiStorage

// A text index in PostgreSQL is a table of folded texts with their tokens as an array, and a GIN
// index over these. No token holds a space, so that tokens travel as one text.

extension PostgreSQLConnection {
  func createTextIndex(_ index: StaticString) throws {
    let table = SQL(stringLiteral: index)
    try execute(
      "CREATE TABLE \(table) (id TEXT PRIMARY KEY, folded TEXT NOT NULL, tokens TEXT[] NOT NULL)")
    // New entries gather in a list that every search reads: in kilobytes, so that it stays short.
    try execute(
      "CREATE INDEX \(table)_tokens ON \(table) USING gin (tokens) WITH (gin_pending_list_limit = 256)"
    )
  }

  func setText(_ text: IndexedText?, of id: String, in index: SQLName) throws {
    let table = SQL.name(index)
    guard let text else { return try execute("DELETE FROM \(table) WHERE id = \(id)") }
    try execute(
      """
      INSERT INTO \(table) (id, folded, tokens)
      VALUES (\(id), \(text.folded), \(text.tokens.asArray))
      ON CONFLICT (id) DO UPDATE SET folded = excluded.folded, tokens = excluded.tokens
      """)
  }
}

extension TextMatch {
  /// More tokens than this narrow no further, while each costs a look into the index.
  private static let tokenLimit = 16

  var condition: SQL {
    let table = SQL(stringLiteral: index)
    let holdsTokens: SQL = "texts.tokens @> \(Array(tokens.prefix(Self.tokenLimit)).asArray)"
    let checks = SQL.joined(
      words.map { word -> SQL in "strpos(texts.folded, \(word)) > 0" }, separator: " AND ")
    let isCurrent: SQL =
      "NOT EXISTS (SELECT 1 FROM \(table)_queue AS queue WHERE queue.id = texts.id)"
    return switch form {
    case .index:
      """
      \(id) IN (
        SELECT texts.id FROM \(table) AS texts
        WHERE \(holdsTokens) AND \(checks) AND \(isCurrent)
      )
      """
    case .each:
      """
      EXISTS (SELECT 1 FROM \(table) AS texts WHERE texts.id = \(id) AND \(checks) AND \(isCurrent))
      """
    case .entries(let limit):
      "(SELECT texts.id FROM \(table) AS texts WHERE \(holdsTokens) LIMIT \(limit))"
    }
  }
}

extension [String] {
  fileprivate var asArray: SQL { "string_to_array(\(joined(separator: " ")), ' ')" }
}
