import YuiText

extension SiteField {
  /// What a stored text of this field says to people, in the reader's language.
  func words(_ text: String, _ language: Language) -> LocalizedText {
    let known: LocalizedText? =
      switch self {
      case .facilityClass: FacilityClass(rawValue: text)?.name
      case .status: SiteStatus(rawValue: text)?.name
      case .openRoaming: OpenRoamingState(rawValue: text)?.name
      case .backhaul: Backhaul(rawValue: text)?.name
      case .doubt: PositionDoubt(rawValue: text)?.name
      case .installedOn, .verifiedOn, .openRoamingSince:
        CalendarDate(iso: text).map { LocalizedText(everywhere: $0.text(language)) }
      case .batteryHours where !text.isEmpty:
        LocalizedText(ja: "\(text)時間", en: "\(text) hours")
      case .ssids, .seen, .rcois:
        LocalizedText(asWritten: text.replacing(";", with: language == .ja ? "、" : ", "))
      default: nil
      }
    return known ?? LocalizedText(asWritten: text)
  }
}
