import YuiTenancy
import YuiText
import YuiWeb

/// What may be allowed in the registry, and to whom it is by default.
enum WiFiPermission {
  /// Sees everything the registry knows, reports of outages too.
  static let read: Permission = "wifi:read"
  /// Changes sites, profiles and targets, and brings data in.
  static let manage: Permission = "wifi:manage"
  /// Says on site what works.
  static let verify: Permission = "wifi:verify"

  static let all = [
    ModulePermission(
      read, name: LocalizedText(ja: "無線LANの台帳の閲覧", en: "Read the Wi-Fi registry"),
      roles: [.administrator, .editor, .viewer]),
    ModulePermission(
      verify, name: LocalizedText(ja: "現地での確認と障害報告への対応", en: "Verify sites, work on reports"),
      roles: [.administrator, .editor]),
    ModulePermission(
      manage, name: LocalizedText(ja: "無線LANの台帳の管理とデータの取込", en: "Manage the registry, import data"),
      roles: [.administrator, .editor]),
  ]
}
