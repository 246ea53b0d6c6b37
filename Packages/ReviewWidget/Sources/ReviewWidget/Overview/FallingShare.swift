import YuiStatistics
import YuiStorage
import YuiText

/// A recorded alarm: the share of the satisfied of a service fell, and has not recovered.
struct FallingShare {
  let service: Slug
  let kind: ShareWatch.Alarm.Kind
  let recent: Proportion
  let usual: Proportion
  let noticedAt: Timestamp
}

extension FallingShare {
  /// The alarms that are not over, the newest first.
  static func open(in source: some Queryable) throws -> [FallingShare] {
    try source.all(
      selection + "WHERE ended_at IS NULL ORDER BY noticed_at DESC, service LIMIT \(mostShown)",
      alarm(from:))
  }

  /// The alarm of a service that is not over.
  static func open(of service: Slug, in source: some Queryable) throws -> FallingShare? {
    try source.first(
      selection + "WHERE service = \(service.description) AND ended_at IS NULL", alarm(from:))
  }

  /// Records an alarm.
  func record(in transaction: Transaction) throws {
    try transaction.execute(
      """
      INSERT INTO reviews_alarms (service, noticed_at, kind, recent_satisfied, recent_respondents,
        usual_satisfied, usual_respondents, ended_at)
      VALUES (\(service.description), \(noticedAt), \(kind.rawValue), \(recent.count),
        \(recent.total), \(usual.count), \(usual.total), \(nil as Timestamp?))
      """)
  }

  /// Notes that it is over.
  func end(at now: Timestamp, in transaction: Transaction) throws {
    try transaction.execute(
      """
      UPDATE reviews_alarms SET ended_at = \(now)
      WHERE service = \(service.description) AND noticed_at = \(noticedAt)
      """)
  }

  private static let mostShown = 1_000

  private static let selection: SQL = """
    SELECT service, noticed_at, kind, recent_satisfied, recent_respondents, usual_satisfied,
      usual_respondents FROM reviews_alarms\u{20}
    """

  private static func alarm(from row: Row) throws -> FallingShare {
    guard let service = Slug(try row.text(0)),
      let kind = ShareWatch.Alarm.Kind(rawValue: try row.text(2))
    else { throw StoreError(.wrongType, "a stored alarm cannot be read") }
    return FallingShare(
      service: service, kind: kind,
      recent: Proportion(try row.int(3), of: try row.int(4)),
      usual: Proportion(try row.int(5), of: try row.int(6)), noticedAt: try row.timestamp(1))
  }
}
