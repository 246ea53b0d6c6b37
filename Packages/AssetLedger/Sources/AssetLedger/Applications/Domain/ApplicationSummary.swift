import YuiCasework
import YuiHTML
import YuiStorage
import YuiText

/// An application as a list shows it.
struct ApplicationSummary: Sendable, Hashable {
  let id: UUIDv7
  let purpose: String
  let submittedAt: Timestamp?
  /// The number of its case; nil while it is a draft.
  let number: Int?
  /// The state of its case.
  let state: String?
  /// How many assets it is about.
  let assets: Int

  /// How it is called: its number and what it is for.
  var title: LocalizedText {
    let line = purpose.split(separator: "\n").first.map(String.init) ?? ""
    let start = line.count > 40 ? line.prefix(40) + "…" : line
    return LocalizedText(everywhere: (number.map { "#\($0) " } ?? "") + start)
  }

  /// The label of a state; nil is a draft.
  static func label(of state: String?, _ language: Language) -> ChipLabel {
    guard let state, let known = ApplicationCases.definition.state(state) else {
      return ChipLabel(LocalizedText(ja: "下書き", en: "Draft")[language])
    }
    return ChipLabel(known.name[language], color: known.color, isFilled: true)
  }
}
