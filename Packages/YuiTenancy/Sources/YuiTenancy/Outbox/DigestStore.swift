import YuiStorage
import YuiText

/// Who wants which digest, and until when each was told: all SQL of digests.
enum DigestStore {
  /// How often an account wants which digests.
  static func subscriptions(
    of account: UUIDv7, in source: some Queryable
  ) throws -> [String: DigestPeriod] {
    var periods: [String: DigestPeriod] = [:]
    try source.forEach(
      "SELECT digest, period FROM yui_digest_subscriptions WHERE account = \(account)"
    ) { row in periods[try row.text(0)] = DigestPeriod(rawValue: try row.text(1)) }
    return periods
  }

  /// Orders a digest, or no longer.
  static func subscribe(
    _ account: UUIDv7, to digest: String, _ period: DigestPeriod?, in transaction: Transaction
  ) throws {
    guard let period else {
      try transaction.execute(
        """
        DELETE FROM yui_digest_subscriptions
        WHERE account = \(account) AND digest = \(digest)
        """)
      return
    }
    try transaction.execute(
      """
      INSERT INTO yui_digest_subscriptions (account, digest, period)
      VALUES (\(account), \(digest), \(period))
      ON CONFLICT (account, digest) DO UPDATE SET period = excluded.period
      """)
  }

  /// The accounts that want a digest.
  static func subscribers(
    to digest: String, _ period: DigestPeriod, in source: some Queryable
  ) throws -> Set<UUIDv7> {
    Set(
      try source.all(
        """
        SELECT account FROM yui_digest_subscriptions
        WHERE digest = \(digest) AND period = \(period)
        """
      ) { row in try row.uuid(0) })
  }

  /// Until when a digest was told; nil before the first time.
  static func toldUntil(
    _ digest: String, _ period: DigestPeriod, in source: some Queryable
  ) throws -> Timestamp? {
    try source.first(
      """
      SELECT until_at FROM yui_digest_runs WHERE digest = \(digest) AND period = \(period)
      """
    ) { row in try row.timestamp(0) }
  }

  static func forgetTold(
    _ digest: String, _ period: DigestPeriod, in transaction: Transaction
  ) throws {
    try transaction.execute(
      "DELETE FROM yui_digest_runs WHERE digest = \(digest) AND period = \(period)")
  }

  static func setTold(
    _ digest: String, _ period: DigestPeriod, until time: Timestamp, in transaction: Transaction
  ) throws {
    try transaction.execute(
      """
      INSERT INTO yui_digest_runs (digest, period, until_at)
      VALUES (\(digest), \(period), \(time))
      ON CONFLICT (digest, period) DO UPDATE SET until_at = excluded.until_at
      """)
  }
}
