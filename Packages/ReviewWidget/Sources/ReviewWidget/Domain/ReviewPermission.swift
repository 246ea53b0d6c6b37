import YuiTenancy
import YuiText
import YuiWeb

/// What may be allowed in reviews, and to whom it is by default.
enum ReviewPermission {
  /// Reads responses and every figure.
  static let read: Permission = "reviews:read"
  /// Manages services and brings data in.
  static let manage: Permission = "reviews:manage"
  /// Works with what people wrote, and drafts replies.
  static let respond: Permission = "reviews:respond"
  /// Publishes comments and releases replies.
  static let publish: Permission = "reviews:publish"

  static let all = [
    ModulePermission(
      read, name: LocalizedText(ja: "評価の閲覧", en: "Read responses"),
      roles: [.administrator, .editor, .viewer]),
    ModulePermission(
      respond, name: LocalizedText(ja: "受信箱での対応と回答の下書き", en: "Work in the inbox, draft replies"),
      roles: [.administrator, .editor]),
    ModulePermission(
      publish, name: LocalizedText(ja: "ご意見と回答の公開", en: "Publish comments and replies"),
      roles: [.administrator, .editor]),
    ModulePermission(
      manage, name: LocalizedText(ja: "サービスの管理とデータの取込", en: "Manage services and import data"),
      roles: [.administrator, .editor]),
  ]
}
