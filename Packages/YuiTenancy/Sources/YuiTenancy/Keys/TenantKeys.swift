public import YuiStorage
public import YuiText
public import YuiTransparencyLog

/// The keys with which a tenant signs, each for one purpose.
///
/// They lie in the tenant's database, so its backups hold them as well; the public halves are in
/// `/.well-known/did.json`.
public enum TenantKeys {
  /// The tables.
  public static let migrations = MigrationSet(
    "keys",
    [
      Migration(
        1, "signing keys",
        [
          """
          CREATE TABLE yui_keys (
            name TEXT PRIMARY KEY,
            seed BYTEA NOT NULL,
            created_at BIGINT NOT NULL
          )
          """
        ])
    ])

  /// The key of a purpose, drawn when it is first asked for.
  ///
  /// - Parameter name: the purpose, `{module}-{what}`: `assets-ledger`.
  public static func key(
    _ name: String, at now: Timestamp, in transaction: Transaction
  ) throws -> SigningKey {
    if let key = try stored(name, in: transaction) { return key }
    let key = SigningKey()
    try transaction.execute(
      "INSERT INTO yui_keys (name, seed, created_at) VALUES (\(name), \(key.seed), \(now))")
    transaction.raisePublicVersion()
    return key
  }

  /// The public half of the key of a purpose; nil before it signed anything.
  public static func publicKey(
    _ name: String, in source: some Queryable
  ) throws -> PublicKey? {
    try stored(name, in: source)?.publicKey
  }

  /// The public halves of all keys, by their purposes.
  static func publicKeys(
    in source: some Queryable
  ) throws -> [(name: String, key: PublicKey)] {
    try source.all("SELECT name, seed FROM yui_keys ORDER BY name") { row in
      (try row.text(0), try key(from: row, 1).publicKey)
    }
  }

  private static func stored(_ name: String, in source: some Queryable) throws -> SigningKey? {
    try source.first("SELECT seed FROM yui_keys WHERE name = \(name)") { row in
      try key(from: row, 0)
    }
  }

  private static func key(from row: Row, _ column: Int) throws -> SigningKey {
    guard let key = SigningKey(seed: try row.blob(column)) else {
      throw StoreError(.wrongType, "a stored key cannot be read")
    }
    return key
  }
}
