import YuiStorage
import YuiText

/// How far a day's pass through old responses came: all its SQL.
enum KeepingStore {
  /// The pass that began last.
  static func pass(in source: some Queryable) throws -> KeepingPass? {
    try source.first(
      """
      SELECT day, received_at, id, folded, erased, ended FROM reviews_keeping
      ORDER BY day DESC LIMIT 1
      """
    ) { row in
      KeepingPass(
        day: try row.date(0), receivedAt: try row.timestamp(1), id: try row.text(2),
        folded: try row.int(3), erased: try row.int(4), isEnded: try row.bool(5))
    }
  }

  /// Notes how far a pass came, in the place of the one before.
  static func put(_ pass: KeepingPass, in transaction: Transaction) throws {
    try transaction.execute("DELETE FROM reviews_keeping")
    try transaction.execute(
      """
      INSERT INTO reviews_keeping (day, received_at, id, folded, erased, ended)
      VALUES (\(pass.day), \(pass.receivedAt), \(pass.id), \(pass.folded), \(pass.erased),
        \(pass.isEnded))
      """)
  }

  /// The responses a pass looks at next.
  static func responses(
    after pass: KeepingPass, before horizon: Timestamp, limit: Int, in source: some Queryable
  ) throws -> [ReviewResponse] {
    try source.all(
      ResponseStore.selection
        + """
        WHERE (received_at, id) > (\(pass.receivedAt), \(pass.id)) AND received_at < \(horizon)
        ORDER BY received_at, id LIMIT \(limit)
        """, ResponseStore.response(from:))
  }
}
