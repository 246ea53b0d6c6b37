public import YuiStorage
public import YuiText
public import YuiWeb

/// A program's key to one tenant's API.
public struct APIToken: Sendable, Hashable {
  /// Names the token; the secret itself is never stored.
  public let id: UUIDv7
  /// What it is for, in the words of whoever made it.
  public let name: String
  /// What it may do: `reviews:write`.
  public let scopes: Set<Permission>
  /// When it was made.
  public let createdAt: Timestamp
  /// When it stopped working; nil while it works.
  public let revokedAt: Timestamp?
}
