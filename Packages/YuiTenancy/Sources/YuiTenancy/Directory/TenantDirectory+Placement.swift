package import YuiStorage

/// Where tenants' databases lie, and what is left of where they lay before.
extension TenantDirectory {
  /// What a tenant's move needs: nothing changes for those there were.
  static let placement = Migration(
    2, "placement",
    [
      "ALTER TABLE yui_tenants ADD COLUMN server TEXT",
      "ALTER TABLE yui_tenants ADD COLUMN server_password TEXT",
      """
      CREATE TABLE yui_tenant_copies (
        tenant TEXT NOT NULL,
        server TEXT NOT NULL,
        name TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('draft', 'kept')),
        made_at BIGINT NOT NULL,
        PRIMARY KEY (tenant, server, name)
      )
      """,
    ])

  /// Says where a tenant's database lies from now on.
  ///
  /// - Throws: ``TenantDirectoryError`` where the tenant is gone.
  package static func setPlacement(
    _ placement: TenantPlacement, of key: TenantKey, in transaction: Transaction
  ) throws {
    let (address, password) = columns(placement)
    let changed = try transaction.execute(
      """
      UPDATE yui_tenants SET server = \(address), server_password = \(password)
      WHERE key = \(key.description)
      """)
    guard changed == 1 else { throw TenantDirectoryError.unknown(key) }
    transaction.raisePublicVersion()
  }

  /// The copies of a tenant's database, in the order they were made.
  package static func copies(of key: TenantKey, in source: some Queryable) throws -> [TenantCopy] {
    try source.all(
      """
      SELECT server, name, state, made_at FROM yui_tenant_copies
      WHERE tenant = \(key.description) ORDER BY made_at, server, name
      """
    ) { row in
      let address = try row.text(0)
      return TenantCopy(
        of: key, at: address.isEmpty ? nil : address, name: try row.text(1),
        state: try row.value(2, as: TenantCopy.State.self), madeAt: try row.timestamp(3))
    }
  }

  /// Notes a copy.
  package static func add(_ copy: TenantCopy, in transaction: Transaction) throws {
    try transaction.execute(
      """
      INSERT INTO yui_tenant_copies (tenant, server, name, state, made_at)
      VALUES (\(copy.tenant.description), \(copy.address ?? ""), \(copy.name),
        \(copy.state.rawValue), \(copy.madeAt))
      ON CONFLICT (tenant, server, name)
      DO UPDATE SET state = excluded.state, made_at = excluded.made_at
      """)
  }

  /// Forgets a copy.
  package static func remove(_ copy: TenantCopy, in transaction: Transaction) throws {
    try transaction.execute(
      """
      DELETE FROM yui_tenant_copies WHERE tenant = \(copy.tenant.description)
        AND server = \(copy.address ?? "") AND name = \(copy.name)
      """)
  }

  static func columns(_ placement: TenantPlacement) -> (address: String?, password: String?) {
    switch placement {
    case .file: (nil, nil)
    case .server(let address, let password): (address, password.text)
    }
  }

  static func placement(_ address: String?, _ password: String?) -> TenantPlacement {
    guard let address else { return .file }
    return .server(address: address, password: RolePassword(password ?? ""))
  }
}
