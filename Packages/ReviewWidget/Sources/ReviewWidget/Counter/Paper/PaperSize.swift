import YuiText

/// The paper a poster or card is printed on.
enum PaperSize: String, Sendable, CaseIterable {
  case a4, a6
  /// Four of A6 on a sheet of A4, to be cut apart.
  case fourA6 = "a6x4"

  var name: LocalizedText {
    switch self {
    case .a4: LocalizedText(ja: "A4（壁や掲示板に）", en: "A4, for walls and boards")
    case .a6: LocalizedText(ja: "A6（窓口のカウンターに）", en: "A6, for the counter itself")
    case .fourA6: LocalizedText(ja: "A4用紙にA6を4面（切り離して使う）", en: "Four of A6 on A4, to cut apart")
    }
  }

  /// How many stand on one sheet.
  var perSheet: Int { self == .fourA6 ? 4 : 1 }
}
