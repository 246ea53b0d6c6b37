import YuiText

/// What has to be heeded at a place.
enum AssetConstraint: String, CaseIterable, Sendable {
  case heritage
  case landscape
  case disasterZone = "disaster-zone"
  case school
  case residential
  case airspace
  case road
  case river
  case other

  var name: LocalizedText {
    switch self {
    case .heritage: LocalizedText(ja: "文化財", en: "Heritage")
    case .landscape: LocalizedText(ja: "景観地区", en: "Protected landscape")
    case .disasterZone: LocalizedText(ja: "災害の危険区域", en: "Disaster zone")
    case .school: LocalizedText(ja: "学校・保育施設", en: "School or nursery")
    case .residential: LocalizedText(ja: "住居専用地域", en: "Residential zone")
    case .airspace: LocalizedText(ja: "航空制限", en: "Airspace limits")
    case .road: LocalizedText(ja: "道路占用", en: "Road occupancy")
    case .river: LocalizedText(ja: "河川区域", en: "River zone")
    case .other: LocalizedText(ja: "その他", en: "Other")
    }
  }
}
