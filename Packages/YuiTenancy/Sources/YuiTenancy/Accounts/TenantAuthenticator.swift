public import YuiStorage
public import YuiWeb

/// Tells who a session or a token of one tenant belongs to, and what they may do there.
public struct TenantAuthenticator: Authenticator {
  private let permissionsByRole: [Role: Set<Permission>]

  /// Knows the permissions of these modules and of the tenant itself.
  public init(modules: [any Module]) {
    var permissions: [Role: Set<Permission>] = [:]
    for declared in TenantPermission.all + modules.flatMap(\.permissions) {
      for role in declared.roles { permissions[role, default: []].insert(declared.permission) }
    }
    permissionsByRole = permissions
  }

  /// The account of a session, while it is enabled.
  public func principal(session: Session, in snapshot: Snapshot) throws -> Principal? {
    guard let account = try AccountStore.account(id: session.account, in: snapshot),
      account.isEnabled
    else { return nil }
    return Principal(
      kind: .account, id: account.id, name: account.email.description,
      permissions: permissionsByRole[account.role] ?? [])
  }

  /// The token with this secret, while it works.
  public func principal(token: String, in snapshot: Snapshot) throws -> Principal? {
    guard let token = try TokenStore.token(secret: token, in: snapshot) else { return nil }
    return Principal(kind: .token, id: token.id, name: token.name, permissions: token.scopes)
  }
}
