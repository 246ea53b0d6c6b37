import YuiText

/// A text that is one of a few codes where one fits, and else what somebody wrote.
struct CodedText<Code: TextCode>: Sendable, Hashable, CustomStringConvertible {
  /// As it is stored and written to files.
  let description: String

  /// Finds the code that a text means, if it means one.
  init(_ text: String) {
    let folded = TextFolding.fold(text)
    let code = Code.allCases.first { code in
      ([code.rawValue, code.name[.ja], code.name[.en]] + code.words)
        .contains { TextFolding.fold($0) == folded }
    }
    description = code?.rawValue ?? text
  }

  /// Takes what was read before it was stored.
  init(stored text: String) { description = text }

  var code: Code? { Code(rawValue: description) }

  /// In words for readers.
  var name: LocalizedText { code?.name ?? LocalizedText(ja: description, en: "") }
}

/// A code that a text may be.
protocol TextCode: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  var name: LocalizedText { get }
  /// What else people write for it.
  var words: [String] { get }
}

/// Whether there is power, or fibre.
enum SupplyCode: String, TextCode {
  case available
  case nearby
  case none

  var name: LocalizedText {
    switch self {
    case .available: LocalizedText(ja: "あり", en: "Available")
    case .nearby: LocalizedText(ja: "近くにあり", en: "Nearby")
    case .none: LocalizedText(ja: "なし", en: "None")
    }
  }

  var words: [String] {
    switch self {
    case .available: ["yes", "true", "有", "有り", "可", "○", "〇", "◯", "1"]
    case .nearby: ["近隣", "引込可"]
    case .none: ["no", "false", "無", "無し", "不可", "×", "✕", "0"]
    }
  }
}

/// Power or fibre at an asset.
typealias Supply = CodedText<SupplyCode>

extension Supply {
  /// Whether it is there, at the place or near it.
  var isThere: Bool { code != SupplyCode.none }
}
