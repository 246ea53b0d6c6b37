import YuiText

/// On what grounds public property is used, by the Local Autonomy Act (地方自治法).
enum LegalBasis: String, CaseIterable, Sendable {
  /// 使用許可 of administrative property.
  case permit
  /// 貸付: a lease of administrative property, its surplus floors or land.
  case lease
  case undecided

  var name: LocalizedText {
    switch self {
    case .permit: LocalizedText(ja: "使用許可", en: "Permit for use")
    case .lease: LocalizedText(ja: "貸付", en: "Lease")
    case .undecided: LocalizedText(ja: "未定", en: "Undecided")
    }
  }

  /// The article it stands on.
  var article: LocalizedText? {
    switch self {
    case .permit:
      LocalizedText(ja: "地方自治法第238条の4第7項", en: "Local Autonomy Act, article 238-4, paragraph 7")
    case .lease:
      LocalizedText(
        ja: "地方自治法第238条の4第2項第4号",
        en: "Local Autonomy Act, article 238-4, paragraph 2, item 4")
    case .undecided: nil
    }
  }
}
