package import YuiStoragePostgreSQL

/// A PostgreSQL database where tenants may have theirs, each in a schema of its own, and the
/// deployment's own login to it.
public struct DatabaseServer: Sendable {
  /// The address as it was given, which may hold a password.
  public let url: String
  package let server: PostgreSQLServer
  /// How many connections a process opens at most.
  public private(set) var connections = 60

  /// Reads an address such as `postgres://yui@db.example.jp/yui`; connects to nothing.
  ///
  /// What it leaves out, such as the password, comes from libpq's environment (`PGPASSWORD`,
  /// `PGPASSFILE` and the like).
  ///
  /// - Throws: `StoreError` in words for whoever wrote it.
  public init(_ url: String) throws {
    server = try PostgreSQLServer(url)
    self.url = url
  }

  /// The same with another limit of connections.
  public func limited(to connections: Int) -> DatabaseServer {
    var limited = self
    limited.connections = connections
    return limited
  }

  /// The address without a login.
  public var address: String { server.address }

  /// Whether the address that was given holds a password.
  public var hasPassword: Bool { server.hasPassword }
}

extension DatabaseServer: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The address without a login.
  public var description: String { address }
  /// The address without a login.
  public var debugDescription: String { address }
  /// Nothing that could be a password.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
