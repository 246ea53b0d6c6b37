package import YuiStorage
internal import YuiText

/// The tenants of a deployment: all their SQL.
///
/// It lives in the deployment's own database, which holds nothing of any tenant but this.
package enum TenantDirectory {
  package static let migrations = MigrationSet(
    "directory",
    [
      Migration(
        1, "tenants",
        [
          """
          CREATE TABLE yui_tenants (
            key TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            host TEXT NOT NULL UNIQUE,
            public_url TEXT,
            modules TEXT NOT NULL,
            notice_ja TEXT,
            notice_en TEXT,
            created_at BIGINT NOT NULL
          )
          """
        ]),
      placement,
    ])

  /// Every tenant, by key.
  package static func all(in source: some Queryable) throws -> [Tenant] {
    try source.all(selection + "ORDER BY key", tenant(from:))
  }

  /// The tenant with this key.
  package static func tenant(_ key: TenantKey, in source: some Queryable) throws -> Tenant? {
    try source.first(selection + "WHERE key = \(key.description)", tenant(from:))
  }

  /// Adds a tenant.
  ///
  /// - Throws: ``TenantDirectoryError`` where the key or the host is taken.
  package static func add(_ tenant: Tenant, in transaction: Transaction) throws {
    guard try self.tenant(tenant.key, in: transaction) == nil else {
      throw TenantDirectoryError.exists(tenant.key)
    }
    let other = try transaction.first(
      selection + "WHERE host = \(tenant.host)", self.tenant(from:))
    if let other { throw TenantDirectoryError.hostTaken(tenant.host, by: other.key) }
    let (address, password) = columns(tenant.placement)
    try transaction.execute(
      """
      INSERT INTO yui_tenants
        (key, name, host, public_url, modules, notice_ja, notice_en, created_at, server,
          server_password)
      VALUES (\(tenant.key.description), \(tenant.name), \(tenant.host), \(tenant.publicURL),
        \(tenant.modules.joined(separator: " ")), \(tenant.notice?[.ja]), \(tenant.notice?[.en]),
        \(tenant.createdAt), \(address), \(password))
      """)
    transaction.raisePublicVersion()
  }

  /// Changes which modules a tenant runs.
  package static func setModules(
    _ modules: [String], of key: TenantKey, in transaction: Transaction
  ) throws {
    try transaction.execute(
      """
      UPDATE yui_tenants SET modules = \(modules.joined(separator: " "))
      WHERE key = \(key.description)
      """)
    transaction.raisePublicVersion()
  }

  /// Takes a tenant off the list; its database is not touched.
  package static func remove(_ key: TenantKey, in transaction: Transaction) throws {
    try transaction.execute("DELETE FROM yui_tenants WHERE key = \(key.description)")
    transaction.raisePublicVersion()
  }

  private static let selection: SQL =
    """
    SELECT key, name, host, public_url, modules, notice_ja, notice_en, created_at, server,
      server_password
    FROM yui_tenants\u{20}
    """

  private static func tenant(from row: Row) throws -> Tenant {
    let noticeEn = try row.textOrNil(6)
    return Tenant(
      key: try TenantKey(try row.text(0)), name: try row.text(1), host: try row.text(2),
      publicURL: try row.textOrNil(3),
      modules: try row.text(4).split(separator: " ").map(String.init),
      notice: try row.textOrNil(5).map { LocalizedText(ja: $0, en: noticeEn ?? "") },
      createdAt: try row.timestamp(7),
      placement: placement(try row.textOrNil(8), try row.textOrNil(9)))
  }
}

/// Why the list of tenants refuses a change.
package enum TenantDirectoryError: Error, Sendable, Hashable, CustomStringConvertible {
  case exists(TenantKey)
  case hostTaken(String, by: TenantKey)
  case unknown(TenantKey)
  case badHost(String)
  case badURL(String)
  case unknownModule(String, known: [String])

  /// What is wrong and how to mend it.
  package var description: String {
    switch self {
    case .exists(let key): "tenant \(key) exists already"
    case .hostTaken(let host, let key):
      "host \(host) belongs to tenant \(key): name another with --host"
    case .unknown(let key): "there is no tenant \(key): 'yui tenant list' shows the ones there are"
    case .badHost(let host):
      "'\(host.prefix(80))' is no host name: give letters, digits, hyphens and dots, without port"
    case .badURL(let url):
      "'\(url.prefix(80))' is no address: give http:// or https://, a host and nothing after it"
    case .unknownModule(let name, let known):
      "there is no module '\(name.prefix(40))': there are \(known.joined(separator: ", "))"
    }
  }
}
