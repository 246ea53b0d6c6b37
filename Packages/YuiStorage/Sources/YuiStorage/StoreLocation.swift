/// Where a store's database lies.
public struct StoreLocation: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case file(String)
    case schema(StoreSchema)
  }

  package let kind: Kind

  /// Returns the place of a database in a file of its own.
  public static func file(_ path: String) -> StoreLocation {
    StoreLocation(kind: .file(path))
  }

  /// Returns the place of a database in a schema of a server's database.
  package static func schema(_ schema: StoreSchema) -> StoreLocation {
    StoreLocation(kind: .schema(schema))
  }
}

/// A schema of a server's database, and the login role that owns it and sees nothing else.
package struct StoreSchema: Sendable, Hashable {
  /// The server's address without a login: `postgres://host:port/database`.
  package let server: String
  package let name: SQLName
  package let role: String
  package let password: String

  package init(server: String, name: SQLName, role: String, password: String) {
    (self.server, self.name, self.role, self.password) = (server, name, role, password)
  }
}

extension StoreLocation: CustomStringConvertible {
  /// The path, or the server and the schema; never a password.
  public var description: String {
    switch kind {
    case .file(let path): path
    case .schema(let schema): "\(schema.server), schema \(schema.name)"
    }
  }
}

extension StoreSchema: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "\(server), schema \(name)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
