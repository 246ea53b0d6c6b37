internal import YuiText
public import YuiWeb

/// The permissions that belong to the tenant itself rather than to a module.
public enum TenantPermission {
  /// Reaches the staff pages that are everybody's: the front page, one's own mail and sessions.
  public static let staff: Permission = "tenant:staff"
  /// Manages accounts and their roles.
  public static let accounts: Permission = "tenant:accounts"
  /// Makes and revokes API tokens.
  public static let tokens: Permission = "tenant:tokens"
  /// Changes settings.
  public static let settings: Permission = "tenant:settings"
  /// Reads the audit log.
  public static let audit: Permission = "tenant:audit"

  /// All of them, with the roles that hold them.
  public static let all = [
    ModulePermission(
      staff, name: LocalizedText(ja: "職員ページの利用", en: "Use the staff pages"),
      roles: Set(Role.staff)),
    ModulePermission(
      accounts, name: LocalizedText(ja: "職員アカウントの管理", en: "Manage staff accounts"),
      roles: [.administrator]),
    ModulePermission(
      tokens, name: LocalizedText(ja: "APIトークンの管理", en: "Manage API tokens"),
      roles: [.administrator]),
    ModulePermission(
      settings, name: LocalizedText(ja: "設定の変更", en: "Change settings"),
      roles: [.administrator]),
    ModulePermission(
      audit, name: LocalizedText(ja: "監査ログの閲覧", en: "Read the audit log"),
      roles: [.administrator, .auditor]),
  ]
}
