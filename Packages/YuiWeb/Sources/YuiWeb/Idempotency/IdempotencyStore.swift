public import YuiStorage
package import YuiText

/// The answers to keyed requests of the last day.
///
/// Only what was committed is kept: a refusal changed nothing and is worked out anew.
public enum IdempotencyStore {
  /// The table, for the tenant's migrations.
  public static let migrations = MigrationSet(
    "idempotency",
    [
      Migration(
        1, "idempotency",
        [
          """
          CREATE TABLE yui_idempotency (
            scope TEXT NOT NULL,
            key TEXT NOT NULL,
            digest BYTEA NOT NULL,
            status BIGINT NOT NULL,
            content_type TEXT,
            location TEXT,
            content BYTEA NOT NULL,
            at BIGINT NOT NULL,
            PRIMARY KEY (scope, key)
          )
          """,
          "CREATE INDEX yui_idempotency_at ON yui_idempotency (at)",
        ]),
      Migration(2, "nothing of what was sent", ["DELETE FROM yui_idempotency"]),
    ])

  private static let keptSeconds: Int64 = 24 * 3600

  /// Returns the kept answer to the same request, or runs the change and keeps its answer.
  ///
  /// Throws a 422 where the key was used for another request.
  static func once(
    _ key: IdempotencyKey, now: Timestamp, in transaction: Transaction, run change: Route.Change
  ) throws -> Response {
    let oldest = now.adding(seconds: -keptSeconds)
    let kept = try transaction.first(
      """
      SELECT digest, status, content_type, location, content FROM yui_idempotency
      WHERE scope = \(key.scope) AND key = \(key.key) AND at > \(oldest)
      """
    ) { row in (digest: try row.blob(0), response: try Self.response(row)) }
    if let kept {
      guard kept.digest == key.digest else { throw HTTPProblem.keyReused }
      return kept.response
    }
    let response = try change(transaction)
    try transaction.execute("DELETE FROM yui_idempotency WHERE at <= \(oldest)")
    if response.status < 400, let bytes = response.bytes {
      try transaction.execute(
        """
        INSERT INTO yui_idempotency
          (scope, key, digest, status, content_type, location, content, at)
        VALUES (\(key.scope), \(key.key), \(key.digest), \(response.status),
          \(response.headers["Content-Type"]), \(response.headers["Location"]), \(bytes), \(now))
        """)
    }
    return response
  }

  /// Forgets some of the answers that are a day old; true where there may be more.
  package static func forgetSome(at now: Timestamp, in transaction: Transaction) throws -> Bool {
    let most = 500
    return try transaction.execute(
      """
      DELETE FROM yui_idempotency WHERE (scope, key) IN (
        SELECT scope, key FROM yui_idempotency
        WHERE at <= \(now.adding(seconds: -keptSeconds)) ORDER BY at LIMIT \(most))
      """) == most
  }

  private static func response(_ row: Row) throws -> Response {
    var response = Response(status: try row.int(1), body: .bytes(try row.blob(4)))
    response.headers["Content-Type"] = try row.textOrNil(2)
    response.headers["Location"] = try row.textOrNil(3)
    return response
  }
}

extension HTTPProblem {
  static let keyReused = HTTPProblem(
    status: 422,
    detail: .init(
      ja: "このIdempotency-Keyは別の内容に使われています。",
      en: "This Idempotency-Key was used for another request."))
}
