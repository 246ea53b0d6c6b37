import YuiTenancy
import YuiText
import YuiWeb

/// What may be allowed in reviews, and to whom it is by default.
enum ReviewPermission {
  /// Reads responses and every figure.
  static let read: Permission = "reviews:read"
  /// Manages services and brings data in.
  static let manage: Permission = "reviews:manage"

  static let all = [
    ModulePermission(
      read, name: LocalizedText(ja: "評価の閲覧", en: "Read responses"),
      roles: [.administrator, .editor, .viewer]),
    ModulePermission(
      manage, name: LocalizedText(ja: "サービスの管理とデータの取込", en: "Manage services and import data"),
      roles: [.administrator, .editor]),
  ]
}
