import YuiHTML
import YuiText

/// What is told of a site at a glance.
enum SiteChips {
  static func status(_ status: SiteStatus, _ language: Language) -> ChipLabel {
    ChipLabel(status.name[language], color: status.color)
  }

  static func openRoaming(_ site: WiFiSite, _ language: Language) -> ChipLabel {
    let color: ChipLabel.Color =
      switch site.openRoaming {
      case .yes: .green
      case .planned: .blue
      case .no: .gray
      }
    return ChipLabel(site.openRoaming.name[language], color: color)
  }

  /// What is amiss with where it is; nothing where all is well.
  static func position(_ site: WiFiSite, _ language: Language) -> ChipLabel? {
    if site.place == nil {
      return ChipLabel(LocalizedText(ja: "位置なし", en: "No position")[language], color: .orange)
    }
    guard site.doubt != nil else { return nil }
    return ChipLabel(LocalizedText(ja: "位置に疑い", en: "Position doubtful")[language], color: .red)
  }
}
