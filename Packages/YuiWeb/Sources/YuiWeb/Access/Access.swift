/// Who may call a route; there is no default, every route says.
public enum Access: Sendable, Hashable {
  /// Anybody; cookies and tokens are not looked at.
  case anyone
  /// Anybody; who holds the permission sees more.
  case anyoneSeesMore(Permission)
  /// Any account or token of the tenant.
  case signedIn
  /// An account or token that holds the permission.
  case permission(Permission)

  enum Decision: Hashable {
    case allowed
    case identificationNeeded
    case forbidden
  }

  /// Whether a caller is let in, `nil` being one that showed nothing valid.
  func decision(for principal: Principal?) -> Decision {
    switch (self, principal) {
    case (.anyone, _), (.anyoneSeesMore, _): .allowed
    case (.signedIn, nil), (.permission, nil): .identificationNeeded
    case (.signedIn, _): .allowed
    case (.permission(let permission), let principal?):
      principal.may(permission) ? .allowed : .forbidden
    }
  }
}
