import YuiText

/// For whom a network is, as access points tell phones (access network type of IEEE 802.11).
enum NetworkType: UInt8, CaseIterable, Sendable {
  case closed = 0
  case closedWithGuests = 1
  case chargeable = 2
  case free = 3
  case personal = 4
  case emergency = 5
  case test = 14
  case wildcard = 15

  /// Whether everybody may use it, for a price or without.
  var isPublic: Bool { self == .free || self == .chargeable }

  var name: LocalizedText {
    switch self {
    case .closed: LocalizedText(ja: "構内専用", en: "Private")
    case .closedWithGuests: LocalizedText(ja: "構内専用（来訪者も可）", en: "Private with guest access")
    case .chargeable: LocalizedText(ja: "有料の公衆無線LAN", en: "Chargeable public")
    case .free: LocalizedText(ja: "無料の公衆無線LAN", en: "Free public")
    case .personal: LocalizedText(ja: "個人の機器", en: "Personal device")
    case .emergency: LocalizedText(ja: "緊急通報専用", en: "Emergency services only")
    case .test: LocalizedText(ja: "試験用", en: "Test or experimental")
    case .wildcard: LocalizedText(ja: "任意", en: "Wildcard")
    }
  }
}
