public import YuiStorage
public import YuiText
internal import YuiWeb

/// A link that lets one person set a password once, so that nobody else ever knows it.
public enum PasswordLink {
  /// How long a link works: three days.
  public static let lifetime: Int64 = 3 * 24 * 3600

  /// Makes the secret part of a link; an earlier link of the account ends.
  public static func create(
    for account: UUIDv7, at now: Timestamp, in transaction: Transaction
  ) throws -> String {
    let secret = SecretToken.random()
    try transaction.execute("DELETE FROM yui_password_links WHERE account = \(account)")
    try transaction.execute(
      """
      INSERT INTO yui_password_links (token_hash, account, expires_at)
      VALUES (\(secret.hash), \(account), \(now.adding(seconds: lifetime)))
      """)
    return secret.text
  }

  /// The account a link belongs to, while it works.
  public static func account(
    secret: String, at now: Timestamp, in source: some Queryable
  ) throws -> Account? {
    guard let secret = SecretToken(secret) else { return nil }
    let id = try source.first(
      """
      SELECT account FROM yui_password_links
      WHERE token_hash = \(secret.hash) AND expires_at > \(now)
      """
    ) { row in try row.uuid(0) }
    guard let id, let account = try AccountStore.account(id: id, in: source), account.isEnabled
    else { return nil }
    return account
  }
}
