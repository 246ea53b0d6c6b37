public import YuiStorage
public import YuiText

/// The accounts of one tenant: all their SQL.
public enum AccountStore {
  /// The tables, in the order they came.
  public static let migrations = MigrationSet(
    "accounts",
    [
      Migration(
        1, "accounts and one-time links",
        [
          """
          CREATE TABLE yui_accounts (
            id TEXT PRIMARY KEY,
            email TEXT NOT NULL UNIQUE,
            role TEXT NOT NULL,
            password_hash TEXT,
            enabled BIGINT NOT NULL,
            created_at BIGINT NOT NULL
          )
          """,
          """
          CREATE TABLE yui_password_links (
            token_hash BYTEA PRIMARY KEY,
            account TEXT NOT NULL REFERENCES yui_accounts (id) ON DELETE CASCADE,
            expires_at BIGINT NOT NULL
          )
          """,
          "CREATE INDEX yui_password_links_account ON yui_password_links (account)",
        ])
    ])

  /// Adds an account that cannot sign in before it has a password.
  ///
  /// - Throws: ``AccountError/emailTaken`` where the address has an account already.
  public static func add(
    _ email: EmailAddress, role: Role, at now: Timestamp, in transaction: Transaction
  ) throws -> Account {
    guard try account(email: email, in: transaction) == nil else { throw AccountError.emailTaken }
    let account = Account(
      id: UUIDv7(at: now), email: email, role: role, isEnabled: true, createdAt: now)
    try transaction.execute(
      """
      INSERT INTO yui_accounts (id, email, role, password_hash, enabled, created_at)
      VALUES (\(account.id), \(email.description), \(role), NULL, 1, \(now))
      """)
    return account
  }

  /// Every account, by address.
  public static func all(in source: some Queryable) throws -> [Account] {
    try source.all(selection + "ORDER BY email", account(from:))
  }

  /// The account with this id.
  public static func account(id: UUIDv7, in source: some Queryable) throws -> Account? {
    try source.first(selection + "WHERE id = \(id)", account(from:))
  }

  /// The account with this address.
  public static func account(
    email: EmailAddress, in source: some Queryable
  ) throws -> Account? {
    try source.first(selection + "WHERE email = \(email.description)", account(from:))
  }

  /// The stored hash of an account's password; nil before the first one is set.
  package static func passwordHash(of id: UUIDv7, in source: some Queryable) throws -> String? {
    try source.first("SELECT password_hash FROM yui_accounts WHERE id = \(id)") { row in
      try row.textOrNil(0)
    } ?? nil
  }

  /// Replaces the password; open links to set one end with it.
  public static func setPasswordHash(
    _ hash: String, of id: UUIDv7, in transaction: Transaction
  ) throws {
    try transaction.execute("UPDATE yui_accounts SET password_hash = \(hash) WHERE id = \(id)")
    try transaction.execute("DELETE FROM yui_password_links WHERE account = \(id)")
  }

  /// Gives an account another role.
  ///
  /// - Throws: ``AccountError/lastAdministrator`` where nobody could manage the tenant any more,
  ///   ``AccountError/partnerStays`` between staff and partners.
  public static func setRole(
    _ role: Role, of account: Account, in transaction: Transaction
  ) throws {
    if role != .administrator { try keepAnAdministrator(besides: account, in: transaction) }
    guard role.isStaff == account.role.isStaff else { throw AccountError.partnerStays }
    try transaction.execute("UPDATE yui_accounts SET role = \(role) WHERE id = \(account.id)")
  }

  /// Lets an account sign in, or no longer.
  ///
  /// - Throws: ``AccountError/lastAdministrator`` where nobody could manage the tenant any more.
  public static func setEnabled(
    _ isEnabled: Bool, of account: Account, in transaction: Transaction
  ) throws {
    if !isEnabled { try keepAnAdministrator(besides: account, in: transaction) }
    try transaction.execute(
      "UPDATE yui_accounts SET enabled = \(isEnabled) WHERE id = \(account.id)")
    try transaction.execute("DELETE FROM yui_password_links WHERE account = \(account.id)")
  }

  private static func keepAnAdministrator(
    besides account: Account, in transaction: Transaction
  ) throws {
    guard account.role == .administrator, account.isEnabled else { return }
    let others = try transaction.first(
      """
      SELECT 1 FROM yui_accounts
      WHERE role = \(Role.administrator) AND enabled = 1 AND id <> \(account.id) LIMIT 1
      """
    ) { row in try row.int(0) }
    guard others != nil else { throw AccountError.lastAdministrator }
  }

  private static let selection: SQL =
    "SELECT id, email, role, enabled, created_at FROM yui_accounts "

  private static func account(from row: Row) throws -> Account {
    guard let email = EmailAddress(try row.text(1)), let role = Role(rawValue: try row.text(2))
    else { throw AccountError.unreadable }
    return Account(
      id: try row.uuid(0), email: email, role: role, isEnabled: try row.bool(3),
      createdAt: try row.timestamp(4))
  }
}
