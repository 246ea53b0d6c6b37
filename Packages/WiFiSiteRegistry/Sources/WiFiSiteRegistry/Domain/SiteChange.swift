import YuiStorage
import YuiText

/// One change of a site: when, who, on what grounds, and what was before.
struct SiteChange: Sendable, Hashable {
  /// On what grounds something was changed.
  enum Source: String, CaseIterable, Sendable {
    /// Staff wrote it.
    case staff
    /// A file that was imported said so.
    case imported = "import"
    /// Somebody looked on site.
    case verification
    /// A resident reported it.
    case report

    var name: LocalizedText {
      switch self {
      case .staff: LocalizedText(ja: "職員による編集", en: "Edited by staff")
      case .imported: LocalizedText(ja: "ファイルの取込", en: "Imported from a file")
      case .verification: LocalizedText(ja: "現地での確認", en: "Verified on site")
      case .report: LocalizedText(ja: "障害の報告", en: "Outage report")
      }
    }
  }

  /// A field and what it said before and after.
  struct Field: Sendable, Hashable, Codable {
    let field: SiteField
    /// Which access point, where the field is about one.
    var point: String?
    let before: String
    let after: String
  }

  let id: UUIDv7
  let site: UUIDv7
  let at: Timestamp
  /// The name of who did it, as the audit log has it.
  let who: String
  let source: Source
  /// What changed; `nil` where the site was new.
  let fields: [Field]?

  /// What differs between two states of a site.
  static func fields(from old: WiFiSite, to new: WiFiSite) -> [Field] {
    SiteField.allCases.compactMap { field in
      let (before, after) = (field.text(of: old), field.text(of: new))
      return before == after ? nil : Field(field: field, before: before, after: after)
    }
  }
}
