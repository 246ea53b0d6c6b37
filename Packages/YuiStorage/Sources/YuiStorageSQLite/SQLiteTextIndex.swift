import YuiStorage

// A text index in SQLite is a table of folded texts, and an FTS5 index that holds only which tokens
// occur in which of them. Tokens are written in hexadecimal, so that FTS5 takes each as one word
// whatever characters it is made of, and neither splits nor folds it again.

extension SQLiteConnection {
  func createTextIndex(_ index: StaticString) throws {
    let table = SQL(stringLiteral: index)
    try execute(
      "CREATE TABLE \(table) (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, folded TEXT NOT NULL)"
    )
    try execute(
      """
      CREATE VIRTUAL TABLE \(table)_tokens
      USING fts5(tokens, content = '', detail = none, columnsize = 0, tokenize = 'ascii')
      """)
  }

  func setText(_ text: IndexedText?, of id: String, in index: SQLName) throws {
    let (table, entries) = (SQL.name(index), SQL.name(index.appending("_tokens")))
    try removeText(of: id, from: table, entries)
    guard let text else { return }
    try run("INSERT INTO \(table) (id, folded) VALUES (\(id), \(text.folded)) RETURNING number") {
      let number = try $0.int64(0)
      try execute(
        """
        INSERT INTO \(entries) (rowid, tokens)
        VALUES (\(number), \(Tokens.written(text.tokens, separator: " ")))
        """)
      return false
    }
  }

  /// Without contents of its own, FTS5 has to be told what it is to forget.
  private func removeText(of id: String, from table: SQL, _ entries: SQL) throws {
    try run("DELETE FROM \(table) WHERE id = \(id) RETURNING number, folded") {
      let (number, old) = (try $0.int64(0), IndexedText(folded: try $0.text(1)))
      try execute(
        """
        INSERT INTO \(entries) (\(entries), rowid, tokens)
        VALUES ('delete', \(number), \(Tokens.written(old.tokens, separator: " ")))
        """)
      return false
    }
  }
}

extension TextMatch {
  /// More tokens than this narrow no further, while each costs a look into the index.
  private static let tokenLimit = 16

  var condition: SQL {
    let table = SQL(stringLiteral: index)
    let query = Tokens.written(Array(tokens.prefix(Self.tokenLimit)), separator: " AND ")
    let checks = SQL.joined(
      words.map { word -> SQL in "instr(texts.folded, \(word)) > 0" }, separator: " AND ")
    let isCurrent: SQL =
      "NOT EXISTS (SELECT 1 FROM \(table)_queue AS queue WHERE queue.id = texts.id)"
    return switch form {
    case .index:
      """
      \(id) IN (
        SELECT texts.id FROM \(table)_tokens AS tokens
        JOIN \(table) AS texts ON texts.number = tokens.rowid
        WHERE tokens.\(table)_tokens MATCH \(query) AND \(checks) AND \(isCurrent)
      )
      """
    case .each:
      """
      EXISTS (SELECT 1 FROM \(table) AS texts WHERE texts.id = \(id) AND \(checks) AND \(isCurrent))
      """
    case .entries(let limit):
      """
      (SELECT tokens.rowid FROM \(table)_tokens AS tokens
        WHERE tokens.\(table)_tokens MATCH \(query) LIMIT \(limit))
      """
    }
  }
}

/// Tokens as FTS5 takes them.
private enum Tokens {
  static func written(_ tokens: [String], separator: String) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(tokens.count * (12 + separator.utf8.count))
    for token in tokens {
      if !text.isEmpty { text += separator.utf8 }
      for byte in token.utf8 {
        text.append(digit(byte >> 4))
        text.append(digit(byte & 0xF))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
  }
}
