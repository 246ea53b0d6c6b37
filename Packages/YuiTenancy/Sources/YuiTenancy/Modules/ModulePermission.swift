public import YuiText
public import YuiWeb

/// A permission a module knows, and who has it unless a tenant decides otherwise.
public struct ModulePermission: Sendable {
  /// The permission, `{module}:{verb}`; also the scope of an API token.
  public let permission: Permission
  /// What it allows, for people.
  public let name: LocalizedText
  /// The roles that hold it.
  public let roles: Set<Role>

  /// Declares a permission.
  public init(_ permission: Permission, name: LocalizedText, roles: Set<Role>) {
    self.permission = permission
    self.name = name
    self.roles = roles
  }
}
