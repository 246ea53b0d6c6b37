public import YuiStorage
public import YuiText

/// Somebody who may sign in at one tenant: a member of staff, or of an organisation it works with.
public struct Account: Sendable, Hashable {
  /// Names the account for ever, whatever becomes of the address.
  public let id: UUIDv7
  /// The sign-in name.
  public let email: EmailAddress
  /// What the person may do.
  public let role: Role
  /// False for somebody who has left: no sign-in, every session ended.
  public let isEnabled: Bool
  /// When the account was made.
  public let createdAt: Timestamp
}
