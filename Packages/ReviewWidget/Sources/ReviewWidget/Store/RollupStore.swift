import YuiStorage
import YuiTenancy
import YuiText

/// Counts of responses by service, month and score, kept in the transaction that changes them, so
/// that a results page costs the same at a million responses as at ten.
enum RollupStore {
  /// Sets an imported count, which stands beside the responses' own; the old one.
  static func setTally(
    _ responses: Int, service: Slug, month: YearMonth?, score: Score,
    counting changes: inout CountChanges, in transaction: Transaction
  ) throws -> Int? {
    let old = try transaction.first(
      """
      SELECT responses FROM reviews_tallies
      WHERE service = \(service.description) AND month = \(month?.iso ?? "")
        AND score = \(score.rawValue)
      """
    ) { row in try row.int(0) }
    if old == responses { return old }
    try transaction.execute(
      """
      INSERT INTO reviews_tallies (service, month, score, responses)
      VALUES (\(service.description), \(month?.iso ?? ""), \(score.rawValue), \(responses))
      ON CONFLICT (service, month, score) DO UPDATE SET responses = excluded.responses
      """)
    changes.countTally(responses - (old ?? 0), service: service, month: month, score: score)
    return old
  }

  /// Imported counts as rows of their dataset, in the order of their cursors.
  static func tallies(
    after cursor: String, limit: Int, in source: some Queryable
  ) throws -> [ExportRow] {
    let parts = cursor.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let (service, month, score) =
      parts.count == 3 ? (parts[0], parts[1], Int(parts[2]) ?? 0) : ("", "", 0)
    return try source.all(
      """
      SELECT service, month, score, responses FROM reviews_tallies
      WHERE (service, month, score) > (\(service), \(month), \(score))
      ORDER BY service, month, score LIMIT \(limit)
      """
    ) { row in
      let (service, month) = (try row.text(0), try row.text(1))
      let (score, responses) = (try row.int(2), try row.int(3))
      return ExportRow(
        cursor: "\(service)|\(month)|\(score)",
        cells: [service, "\(score)", "\(responses)", month])
    }
  }

  /// Every count of a service; the month is empty where it is not known.
  static func counts(
    of service: Slug, in source: some Queryable
  ) throws -> [(month: YearMonth?, score: Score, responses: Int)] {
    try source.all(
      """
      SELECT month, score, responses FROM reviews_rollups
      WHERE service = \(service.description) ORDER BY month, score
      """
    ) { row in
      guard let score = Score(rawValue: try row.int(1)) else {
        throw StoreError(.wrongType, "a stored score is not from 1 to 5")
      }
      return (YearMonth(iso: try row.text(0)), score, try row.int(2))
    }
  }

  /// The totals of the services from one slug to another, by slug.
  static func totals(
    from first: Slug, through last: Slug, in source: some Queryable
  ) throws -> [String: [Score: Int]] {
    var totals: [String: [Score: Int]] = [:]
    try source.forEach(
      """
      SELECT service, score, CAST(SUM(responses) AS BIGINT) FROM reviews_rollups
      WHERE service >= \(first.description) AND service <= \(last.description)
      GROUP BY service, score
      """
    ) { row in
      guard let score = Score(rawValue: try row.int(1)) else { return }
      totals[try row.text(0), default: [:]][score] = try row.int(2)
    }
    return totals
  }
}
