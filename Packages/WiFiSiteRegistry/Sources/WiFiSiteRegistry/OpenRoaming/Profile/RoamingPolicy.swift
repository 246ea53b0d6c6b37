import YuiText

/// What an RCOI of OpenRoaming asks of visitors and promises them, in its octets 4 and 5
/// (draft-tomas-openroaming, "RCOI").
struct RoamingPolicy: Sendable, Hashable {
  /// Whether the visitor's identity was proofed with more care than usual (level of assurance).
  let needsEnhancedProofing: Bool
  /// How good the service is; nil for the value that is reserved.
  let tier: ServiceTier?
  /// Whether visitors have to tell who they are by a permanent identity.
  let needsPermanentIdentity: Bool
  /// Who gave the visitor the identity.
  let identityType: IdentityType
  /// Octet 5, which is reserved: not 0 for what nobody knows yet.
  let reserved: UInt8

  init(octet4: UInt8, octet5: UInt8) {
    needsEnhancedProofing = octet4 & 0x80 != 0
    tier = ServiceTier(rawValue: octet4 >> 5 & 0b11)
    needsPermanentIdentity = octet4 & 0x10 != 0
    identityType = IdentityType(rawValue: octet4 & 0x0F)
    reserved = octet5
  }

  /// The policy in words: who may join, with which identity, how well they are served.
  var words: LocalizedText {
    var ja = [identityType.name[.ja]]
    var en = [identityType.name[.en]]
    ja.append(needsPermanentIdentity ? "実IDが必要" : "匿名でよい")
    en.append(needsPermanentIdentity ? "real identity needed" : "may stay anonymous")
    ja.append(tier.map(\.name)?[.ja] ?? "品質の値は予約")
    en.append(tier.map(\.name)?[.en] ?? "quality reserved")
    if needsEnhancedProofing {
      ja.append("厳格な本人確認")
      en.append("enhanced identity proofing")
    }
    if reserved != 0 {
      ja.append("第5オクテットは予約（\(reserved)）")
      en.append("octet 5 reserved (\(reserved))")
    }
    return LocalizedText(ja: ja.joined(separator: "、"), en: en.joined(separator: ", "))
  }
}

/// How good a service an RCOI promises (QoS).
enum ServiceTier: UInt8, Sendable, Comparable, CaseIterable {
  case bronze = 0
  case silver = 1
  case gold = 2

  static func < (left: ServiceTier, right: ServiceTier) -> Bool { left.rawValue < right.rawValue }

  var name: LocalizedText {
    switch self {
    case .bronze: LocalizedText(ja: "ブロンズ（基本の品質）", en: "bronze (baseline)")
    case .silver: LocalizedText(ja: "シルバー", en: "silver")
    case .gold: LocalizedText(ja: "ゴールド", en: "gold")
    }
  }

  /// What the RADIUS attribute Offered-Service says of it.
  var offeredService: String {
    switch self {
    case .bronze: "OpenRoaming Bronze"
    case .silver: "OpenRoaming Silver"
    case .gold: "OpenRoaming Gold"
    }
  }
}

/// Who gave a visitor the identity, by the number in an RCOI.
struct IdentityType: Sendable, Hashable {
  let rawValue: UInt8

  private static let names: [UInt8: LocalizedText] = [
    0: LocalizedText(ja: "すべての利用者", en: "everybody"),
    1: LocalizedText(ja: "通信事業者の利用者", en: "of service providers"),
    2: LocalizedText(ja: "クラウド事業者の利用者", en: "of cloud providers"),
    3: LocalizedText(ja: "企業の利用者", en: "of enterprises"),
    4: LocalizedText(ja: "行政機関の利用者", en: "of government"),
    5: LocalizedText(ja: "自動車の利用者", en: "of car makers"),
    6: LocalizedText(ja: "ホテル・観光の利用者", en: "of hospitality"),
    8: LocalizedText(ja: "教育・研究機関の利用者", en: "of education and research"),
    9: LocalizedText(ja: "ケーブルテレビの利用者", en: "of cable operators"),
    10: LocalizedText(ja: "機器メーカーの利用者", en: "of device makers"),
    11: LocalizedText(ja: "小売店の会員", en: "of retail loyalty programmes"),
  ]

  var name: LocalizedText {
    Self.names[rawValue]
      ?? LocalizedText(ja: "種別\(rawValue)の利用者（予約）", en: "of type \(rawValue) (reserved)")
  }
}
