import YuiText

/// A kind of equipment that shall be put up.
struct Equipment: Sendable, Hashable, Codable {
  /// The most kinds of one application.
  static let most = 10

  var kind: Kind
  /// In centimetres.
  var width: Double
  var height: Double
  var depth: Double
  /// In kilograms.
  var weight: Double
  /// Such as `3.7 GHz, 4.5 GHz`; empty for what radiates nothing.
  var bands: String
  /// In watts.
  var power: Double?

  enum Kind: String, CaseIterable, Sendable, Codable {
    case antenna, radio, cabinet, powerSupply = "power-supply", mast, other

    var name: LocalizedText {
      switch self {
      case .antenna: LocalizedText(ja: "アンテナ", en: "Antenna")
      case .radio: LocalizedText(ja: "無線機", en: "Radio unit")
      case .cabinet: LocalizedText(ja: "収容箱", en: "Cabinet")
      case .powerSupply: LocalizedText(ja: "電源装置", en: "Power supply")
      case .mast: LocalizedText(ja: "支柱・架台", en: "Mast or mount")
      case .other: LocalizedText(ja: "その他", en: "Other")
      }
    }
  }

  /// Width × height × depth.
  var size: String {
    [width, height, depth].map { NumberText.fixed($0, decimals: 0) }.joined(separator: " × ")
      + " cm"
  }
}
