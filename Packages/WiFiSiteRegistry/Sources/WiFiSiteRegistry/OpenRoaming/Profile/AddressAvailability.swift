import YuiText

/// Which IP addresses visitors get (ANQP IP Address Type Availability).
struct AddressAvailability: Sendable, Hashable {
  var four: Four
  var six: Six

  /// The octet of the element.
  var octet: UInt8 { four.rawValue << 2 | six.rawValue }

  /// Of IPv4.
  enum Four: UInt8, CaseIterable, Sendable {
    case none = 0
    case open = 1
    case portRestricted = 2
    case singleNAT = 3
    case doubleNAT = 4
    case portRestrictedSingleNAT = 5
    case portRestrictedDoubleNAT = 6
    case unknown = 7

    var name: LocalizedText {
      switch self {
      case .none: LocalizedText(ja: "なし", en: "None")
      case .open: LocalizedText(ja: "グローバル", en: "Public")
      case .portRestricted: LocalizedText(ja: "ポート制限付き", en: "Port-restricted")
      case .singleNAT: LocalizedText(ja: "プライベート（NAT1段）", en: "Private, behind one NAT")
      case .doubleNAT: LocalizedText(ja: "プライベート（NAT2段）", en: "Private, behind two NATs")
      case .portRestrictedSingleNAT:
        LocalizedText(ja: "ポート制限とNAT1段", en: "Port-restricted, behind one NAT")
      case .portRestrictedDoubleNAT:
        LocalizedText(ja: "ポート制限とNAT2段", en: "Port-restricted, behind two NATs")
      case .unknown: LocalizedText(ja: "不明", en: "Unknown")
      }
    }
  }

  /// Of IPv6.
  enum Six: UInt8, CaseIterable, Sendable {
    case none = 0
    case available = 1
    case unknown = 2

    var name: LocalizedText {
      switch self {
      case .none: LocalizedText(ja: "なし", en: "None")
      case .available: LocalizedText(ja: "あり", en: "Available")
      case .unknown: LocalizedText(ja: "不明", en: "Unknown")
      }
    }
  }
}
