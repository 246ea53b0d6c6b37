import YuiStorage
import YuiText

/// A filter that somebody keeps under a name.
struct SavedFilter: Sendable, Hashable {
  static let longestName = 40
  static let longestQuery = 1000
  /// The most filters of one account.
  static let most = 20

  let id: UUIDv7
  let name: String
  /// The parameters of the address.
  let query: String
}

extension CaseStore {
  /// The filters of an account, by name.
  func savedFilters(of account: UUIDv7, in source: some Queryable) throws -> [SavedFilter] {
    try source.all(
      """
      SELECT id, name, query FROM \(p)_case_filters WHERE account = \(account)
      ORDER BY name, id LIMIT \(SavedFilter.most)
      """
    ) { row in
      SavedFilter(id: try row.uuid(0), name: try row.text(1), query: try row.text(2))
    }
  }

  /// Keeps a filter; one of the same name is replaced.
  func save(_ filter: SavedFilter, of account: UUIDv7, in transaction: Transaction) throws {
    try transaction.execute(
      "DELETE FROM \(p)_case_filters WHERE account = \(account) AND name = \(filter.name)")
    try transaction.execute(
      """
      INSERT INTO \(p)_case_filters (id, account, name, query)
      VALUES (\(filter.id), \(account), \(filter.name), \(filter.query))
      """)
  }

  /// Forgets a filter; false where the account has none of this id.
  func deleteFilter(
    _ id: UUIDv7, of account: UUIDv7, in transaction: Transaction
  ) throws -> Bool {
    try transaction.execute(
      "DELETE FROM \(p)_case_filters WHERE id = \(id) AND account = \(account)") == 1
  }
}
