import YuiStorage

/// Keeps statements from what would break a store's promises: ending its transactions, changing
/// its session's settings, taking its locks.
///
/// What a tenant's role may do at all is the server's matter; this keeps a slip from being one.
struct StatementGuard {
  private let allowed: Set<String>

  /// For a connection of this role, which keeps it.
  init(_ role: ConnectionRole) {
    switch role {
    case .reader: allowed = Self.reading
    case .writer: allowed = Self.reading.union(Self.writing)
    }
  }

  private static let reading: Set<String> = ["SELECT", "WITH", "VALUES", "EXPLAIN"]
  private static let writing: Set<String> = [
    "INSERT", "UPDATE", "DELETE", "CREATE TABLE", "CREATE INDEX", "CREATE UNIQUE", "ALTER TABLE",
    "DROP TABLE", "DROP INDEX",
  ]
  private static let forbidden = ["set_config", "pg_advisory", "pg_try_advisory"]

  /// - Throws: ``StoreError/Code/misuse`` for a statement that is not allowed.
  func check(_ statement: PreparedStatement) throws {
    let words = statement.text.split(whereSeparator: \.isWhitespace).prefix(2).map {
      $0.uppercased()
    }
    let isAllowed =
      words.first.map(allowed.contains) == true || allowed.contains(words.joined(separator: " "))
    let text = statement.text.lowercased()
    guard isAllowed, !Self.forbidden.contains(where: text.contains) else {
      throw StoreError(.misuse, "such a statement is not for a store", context: statement.text)
    }
  }
}
