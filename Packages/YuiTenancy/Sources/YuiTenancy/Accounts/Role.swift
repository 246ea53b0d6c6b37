public import YuiStorage
public import YuiText

/// What a member of staff is trusted with; modules map their permissions to these.
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

  /// The role's name for people.
  public var name: LocalizedText {
    switch self {
    case .administrator: LocalizedText(ja: "管理者", en: "Administrator")
    case .editor: LocalizedText(ja: "編集者", en: "Editor")
    case .trainer: LocalizedText(ja: "研修担当者", en: "Trainer")
    case .viewer: LocalizedText(ja: "閲覧者", en: "Viewer")
    case .auditor: LocalizedText(ja: "監査担当者", en: "Auditor")
    }
  }
}
