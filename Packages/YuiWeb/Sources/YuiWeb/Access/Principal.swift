public import YuiStorage

/// Who calls: an account in a browser session, or a program with a token.
public struct Principal: Sendable, Hashable {
  /// What stands behind the caller.
  public enum Kind: Sendable, Hashable {
    /// A person who signed in.
    case account
    /// A program.
    case token
  }

  /// What stands behind the caller.
  public let kind: Kind
  /// The id of the account or token.
  public let id: UUIDv7
  /// The name shown to people and kept in the audit log.
  public let name: String
  /// What the caller may do.
  public let permissions: Set<Permission>

  /// Describes a caller.
  public init(kind: Kind, id: UUIDv7, name: String, permissions: Set<Permission>) {
    self.kind = kind
    self.id = id
    self.name = name
    self.permissions = permissions
  }

  /// Whether the caller holds a permission.
  public func may(_ permission: Permission) -> Bool {
    permissions.contains(permission)
  }
}
