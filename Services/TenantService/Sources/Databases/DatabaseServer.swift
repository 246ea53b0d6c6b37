package import YuiStoragePostgreSQL

/// A PostgreSQL database where tenants may have theirs, each in a schema of its own, and the
/// deployment's own login to it.
public struct DatabaseServer: Sendable {
  package let server: PostgreSQLServer
  /// How many connections a process opens at most.
  public let connections: Int

  /// Reads an address such as `postgres://yui@db.example.jp/yui`; connects to nothing.
  ///
  /// What it leaves out, such as the password, comes from libpq's environment (`PGPASSWORD`,
  /// `PGPASSFILE` and the like).
  ///
  /// - Throws: `StoreError` in words for whoever wrote it.
  public init(_ url: String, connections: Int = 60) throws {
    server = try PostgreSQLServer(url)
    self.connections = connections
  }

  /// The address without a login.
  public var address: String { server.address }

  /// Whether the address that was given holds a password.
  public var hasPassword: Bool { server.hasPassword }
}
