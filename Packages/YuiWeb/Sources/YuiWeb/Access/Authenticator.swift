public import YuiStorage

/// Knows a tenant's accounts and tokens.
public protocol Authenticator: Sendable {
  /// Returns who a living session belongs to; `nil` where the account is gone or disabled.
  func principal(session: Session, in snapshot: Snapshot) throws -> Principal?
  /// Returns who a bearer token belongs to; `nil` where it is unknown, expired or revoked.
  func principal(token: String, in snapshot: Snapshot) throws -> Principal?
}

/// An authenticator that knows nobody, for sites without staff.
public struct NoAuthenticator: Authenticator {
  /// Creates it.
  public init() {}
  /// Knows no session.
  public func principal(session: Session, in snapshot: Snapshot) throws -> Principal? { nil }
  /// Knows no token.
  public func principal(token: String, in snapshot: Snapshot) throws -> Principal? { nil }
}
