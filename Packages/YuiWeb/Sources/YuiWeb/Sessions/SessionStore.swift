public import YuiStorage
public import YuiText

/// The sessions of a tenant.
public enum SessionStore {
  /// The table, for the tenant's migrations.
  public static let migrations = MigrationSet(
    "sessions",
    [
      Migration(
        1, "sessions",
        [
          """
          CREATE TABLE yui_sessions (
            token_hash BYTEA NOT NULL PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            account TEXT NOT NULL,
            started_at BIGINT NOT NULL,
            last_seen_at BIGINT NOT NULL
          )
          """,
          "CREATE INDEX yui_sessions_account ON yui_sessions (account)",
          "CREATE INDEX yui_sessions_started_at ON yui_sessions (started_at)",
        ])
    ])

  /// Starts a session under a new token and forgets sessions that are over.
  package static func begin(
    account: UUIDv7, now: Timestamp, in transaction: Transaction
  ) throws
    -> SecretToken
  {
    let over = now.adding(seconds: -Session.Lifetime.absoluteSeconds)
    let idle = now.adding(seconds: -Session.Lifetime.idleSeconds)
    try transaction.execute("DELETE FROM yui_sessions WHERE started_at <= \(over)")
    try transaction.execute(
      "DELETE FROM yui_sessions WHERE account = \(account) AND last_seen_at <= \(idle)")
    let token = SecretToken.random()
    try transaction.execute(
      """
      INSERT INTO yui_sessions (token_hash, id, account, started_at, last_seen_at)
      VALUES (\(token.hash), \(UUIDv7(at: now)), \(account), \(now), \(now))
      """)
    return token
  }

  /// Returns the living session of a token.
  static func session(
    token: SecretToken, now: Timestamp, in queryable: some Queryable
  ) throws
    -> Session?
  {
    let session = try queryable.first(
      """
      SELECT id, account, started_at, last_seen_at FROM yui_sessions
      WHERE token_hash = \(token.hash)
      """, session)
    return session.flatMap { $0.isAlive(at: now) ? $0 : nil }
  }

  /// Notes that a session is in use.
  static func touch(_ id: UUIDv7, now: Timestamp, in transaction: Transaction) throws {
    try transaction.execute(
      "UPDATE yui_sessions SET last_seen_at = \(now) WHERE id = \(id) AND last_seen_at < \(now)")
  }

  /// Returns the living sessions of an account, the last used first.
  public static func sessions(
    of account: UUIDv7, now: Timestamp, in queryable: some Queryable
  )
    throws -> [Session]
  {
    try queryable.all(
      """
      SELECT id, account, started_at, last_seen_at FROM yui_sessions
      WHERE account = \(account) ORDER BY last_seen_at DESC, id
      """, session
    ).filter { $0.isAlive(at: now) }
  }

  /// Ends one session of an account; false where it has no such session.
  @discardableResult
  public static func revoke(
    _ id: UUIDv7, of account: UUIDv7, in transaction: Transaction
  ) throws
    -> Bool
  {
    try transaction.execute("DELETE FROM yui_sessions WHERE id = \(id) AND account = \(account)")
      > 0
  }

  /// Ends every session of an account, but for one where given; returns how many.
  @discardableResult
  public static func revokeAll(
    of account: UUIDv7, except kept: UUIDv7? = nil, in transaction: Transaction
  ) throws -> Int {
    guard let kept else {
      return try transaction.execute("DELETE FROM yui_sessions WHERE account = \(account)")
    }
    return try transaction.execute(
      "DELETE FROM yui_sessions WHERE account = \(account) AND id <> \(kept)")
  }

  private static func session(_ row: Row) throws -> Session {
    Session(
      id: try row.uuid(0), account: try row.uuid(1), startedAt: try row.timestamp(2),
      lastSeenAt: try row.timestamp(3))
  }
}
