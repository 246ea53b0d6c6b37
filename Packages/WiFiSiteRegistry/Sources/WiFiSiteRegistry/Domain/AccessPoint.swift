import YuiText

/// One device of a site: where inside it hangs, and what it sends.
struct AccessPoint: Sendable, Hashable {
  /// The most of one site.
  static let most = 500

  /// What tells it from the others of its site, such as `2F-03`.
  let code: String
  /// Where it is in the building.
  var position: String
  /// The bands on which it sends.
  var bands: Set<RadioBand>
  /// How its networks are protected.
  var security: Set<WiFiSecurity>
  var status: SiteStatus
  var installedOn: CalendarDate?
}

/// A frequency band of Wi-Fi.
enum RadioBand: String, CaseIterable, Sendable {
  case band2 = "2.4GHz"
  case band5 = "5GHz"
  case band6 = "6GHz"
}

/// How a network is protected, by the names of the Wi-Fi Alliance.
enum WiFiSecurity: String, CaseIterable, Sendable {
  case open = "Open"
  case enhancedOpen = "Enhanced Open"
  case wpa2Personal = "WPA2-Personal"
  case wpa3Personal = "WPA3-Personal"
  case wpa2Enterprise = "WPA2-Enterprise"
  case wpa3Enterprise = "WPA3-Enterprise"

  /// Whether a phone can join by Passpoint, which OpenRoaming needs.
  var isEnterprise: Bool { self == .wpa2Enterprise || self == .wpa3Enterprise }
}

/// How a site is connected.
enum Backhaul: String, CaseIterable, Sendable {
  case fibre
  case cable
  case mobile
  case satellite
  case other

  var name: LocalizedText {
    switch self {
    case .fibre: LocalizedText(ja: "光回線", en: "Fibre")
    case .cable: LocalizedText(ja: "ケーブルテレビ", en: "Cable")
    case .mobile: LocalizedText(ja: "携帯電話回線", en: "Mobile network")
    case .satellite: LocalizedText(ja: "衛星回線", en: "Satellite")
    case .other: LocalizedText(ja: "その他", en: "Other")
    }
  }
}
