public import YuiStorage
public import YuiText
public import YuiWeb

/// The API tokens of one tenant: all their SQL.
public enum TokenStore {
  /// The table of tokens.
  public static let migrations = MigrationSet(
    "tokens",
    [
      Migration(
        1, "tokens",
        [
          """
          CREATE TABLE yui_tokens (
            id TEXT PRIMARY KEY,
            hash BYTEA NOT NULL UNIQUE,
            name TEXT NOT NULL,
            scopes TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            revoked_at BIGINT
          )
          """
        ])
    ])

  /// Makes a token and the secret to hand over, which cannot be had again.
  public static func create(
    id: UUIDv7? = nil, name: String, scopes: Set<Permission>, at now: Timestamp,
    in transaction: Transaction
  ) throws -> (token: APIToken, secret: String) {
    let secret = SecretToken.random()
    let token = APIToken(
      id: id ?? UUIDv7(at: now), name: name, scopes: scopes, createdAt: now, revokedAt: nil)
    let scopeText = scopes.map(\.rawValue).sorted().joined(separator: " ")
    try transaction.execute(
      """
      INSERT INTO yui_tokens (id, hash, name, scopes, created_at)
      VALUES (\(token.id), \(secret.hash), \(name), \(scopeText), \(now))
      """)
    return (token, prefix + secret.text)
  }

  /// Every token ever made, the newest first.
  public static func all(in source: some Queryable) throws -> [APIToken] {
    try source.all(selection + "ORDER BY id DESC", token(from:))
  }

  /// The token with this id.
  public static func token(id: UUIDv7, in source: some Queryable) throws -> APIToken? {
    try source.first(selection + "WHERE id = \(id)", token(from:))
  }

  /// The working token that has this secret.
  public static func token(secret: String, in source: some Queryable) throws -> APIToken? {
    guard secret.hasPrefix(prefix), let secret = SecretToken(String(secret.dropFirst(prefix.count)))
    else { return nil }
    return try source.first(
      selection + "WHERE hash = \(secret.hash) AND revoked_at IS NULL", token(from:))
  }

  /// Ends a token; false where it had ended before or never was.
  public static func revoke(
    id: UUIDv7, at now: Timestamp, in transaction: Transaction
  ) throws -> Bool {
    try transaction.execute(
      "UPDATE yui_tokens SET revoked_at = \(now) WHERE id = \(id) AND revoked_at IS NULL") == 1
  }

  /// What tokens begin with, so that people and scanners of leaked secrets know one.
  private static let prefix = "yui_"

  private static let selection: SQL =
    "SELECT id, name, scopes, created_at, revoked_at FROM yui_tokens "

  private static func token(from row: Row) throws -> APIToken {
    APIToken(
      id: try row.uuid(0), name: try row.text(1),
      scopes: Set(try row.text(2).split(separator: " ").map { Permission(rawValue: String($0)) }),
      createdAt: try row.timestamp(3), revokedAt: try row.timestampOrNil(4))
  }
}
