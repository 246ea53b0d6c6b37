import YuiText

/// How an owner numbers an asset: a text of theirs, kept to the letter.
struct AssetID: Sendable, Hashable, LosslessStringConvertible {
  static let longest = 64

  let description: String

  /// Takes a text that can be an id and part of an address; white space at its ends is dropped.
  init?(_ text: String) {
    let text = text.trimmingWhitespace
    let scalars = text.unicodeScalars
    guard !text.isEmpty, scalars.count <= Self.longest, text != ".", text != "..",
      scalars.allSatisfy({ !$0.isUnseen && $0 != "/" && $0 != "\\" })
    else { return nil }
    description = text
  }

  /// Takes what was checked before it was stored.
  init(stored text: String) { description = text }

  static let expectation = LocalizedText(
    ja: "\(longest)文字までの番号を入力してください。「/」「\\」と、改行などの制御文字は使えません。",
    en: "Enter an id of at most \(longest) characters, without /, \\ and control characters.")
}

extension AssetID {
  /// By code points, as the database tells ids apart: to Swift, カ and ゛ are one character or two.
  static func == (left: AssetID, right: AssetID) -> Bool {
    left.description.utf8.elementsEqual(right.description.utf8)
  }

  func hash(into hasher: inout Hasher) {
    for byte in description.utf8 { hasher.combine(byte) }
  }
}

extension AssetID: Comparable {
  /// By code points, as the database sorts.
  static func < (left: AssetID, right: AssetID) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}

extension Unicode.Scalar {
  /// Whether it shows nothing and may turn what is around it: controls, formats, separators of lines.
  fileprivate var isUnseen: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
