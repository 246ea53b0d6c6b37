import YuiText

/// Why no base station can stand there: one of the usual reasons, or in words.
typealias UnsuitableReason = CodedText<UnsuitableCode>

/// A usual reason why no base station can stand somewhere.
enum UnsuitableCode: String, TextCode {
  case structure
  case space
  case power
  case access
  case use
  case landscape
  case law
  case works
  case other

  var name: LocalizedText {
    switch self {
    case .structure: LocalizedText(ja: "構造・荷重", en: "Structure or load")
    case .space: LocalizedText(ja: "場所がない", en: "No space")
    case .power: LocalizedText(ja: "電源がない", en: "No power")
    case .access: LocalizedText(ja: "立ち入れない", en: "No access")
    case .use: LocalizedText(ja: "施設の用途に支障", en: "In the way of its use")
    case .landscape: LocalizedText(ja: "景観・文化財", en: "Landscape or heritage")
    case .law: LocalizedText(ja: "法令の制限", en: "Restricted by law")
    case .works: LocalizedText(ja: "工事・廃止の予定", en: "Works or closure planned")
    case .other: LocalizedText(ja: "その他", en: "Other")
    }
  }

  var words: [String] { [] }
}
