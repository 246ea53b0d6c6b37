import YuiTenancy
import YuiText
import YuiWeb

/// What may be allowed in the ledger, and to whom it is by default.
enum AssetPermission {
  /// Sees everything that staff know of assets, also what is not public.
  static let read: Permission = "assets:read"
  /// Changes assets and brings data in.
  static let manage: Permission = "assets:manage"
  /// Decides on applications.
  static let decide: Permission = "assets:decide"

  /// Invites carriers and their people.
  static let carriers: Permission = "assets:carriers"
  /// Applies for assets; carriers alone do.
  static let apply: Permission = "assets:apply"

  static let all = [
    ModulePermission(
      read, name: LocalizedText(ja: "公有資産の台帳の閲覧", en: "Read the asset ledger"),
      roles: [.administrator, .editor, .viewer]),
    ModulePermission(
      manage, name: LocalizedText(ja: "公有資産の台帳の管理とデータの取込", en: "Manage assets, import data"),
      roles: [.administrator, .editor]),
    ModulePermission(
      decide, name: LocalizedText(ja: "資産の利用申請の決定", en: "Decide on applications"),
      roles: [.administrator, .editor]),
    ModulePermission(
      carriers, name: LocalizedText(ja: "通信事業者の登録と招待", en: "Register and invite carriers"),
      roles: [.administrator, .editor]),
    ModulePermission(
      apply, name: LocalizedText(ja: "資産の利用申請", en: "Apply for assets"), roles: [.partner]),
  ]
}
