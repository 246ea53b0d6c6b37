public import YuiStorage
public import YuiText

/// What somebody who may sign in is trusted with; modules map their permissions to these.
public enum Role: String, Sendable, Hashable, CaseIterable, Codable, SQLBindable {
  /// Manages people, tokens and settings, and may do everything an editor may.
  case administrator
  /// Works with the content of the modules.
  case editor
  /// Keeps the skill framework, assessments and courses.
  case trainer
  /// Reads what staff may read.
  case viewer
  /// Reads the audit log.
  case auditor
  /// Belongs to another organisation: reaches what modules offer to it, and no staff page.
  case partner

  /// The roles of members of staff.
  public static let staff = allCases.filter(\.isStaff)

  /// Whether somebody in this role works for the tenant.
  public var isStaff: Bool { self != .partner }

  /// The role's name for people.
  public var name: LocalizedText {
    switch self {
    case .administrator: LocalizedText(ja: "管理者", en: "Administrator")
    case .editor: LocalizedText(ja: "編集者", en: "Editor")
    case .trainer: LocalizedText(ja: "研修担当者", en: "Trainer")
    case .viewer: LocalizedText(ja: "閲覧者", en: "Viewer")
    case .auditor: LocalizedText(ja: "監査担当者", en: "Auditor")
    case .partner: LocalizedText(ja: "外部利用者", en: "Partner")
    }
  }
}
