import YuiText

/// A name in one language, as access points tell it: `jpn:新宿区役所`.
struct NamedText: CheckedText {
  /// What ANQP has room for, in octets of UTF-8.
  static let mostOctets = 252
  static let japanese = "jpn"
  static let english = "eng"

  /// Three letters of ISO 639-2.
  let language: String
  let text: String

  init(checking line: String) throws(ValueProblem) {
    let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let language = Self.language(String(parts[0]).trimmingWhitespace) else {
      throw ValueProblem(
        ja: "言語の3文字（ISO 639-2）とコロンを前に付けてください。例）jpn:新宿区役所　eng:Shinjuku City Hall",
        en: "Begin with three letters for the language (ISO 639-2) and a colon, such as "
          + "jpn:新宿区役所 or eng:Shinjuku City Hall.")
    }
    let text = String(parts[1]).trimmingWhitespace
    guard !text.isEmpty, text.isPlainLine else {
      throw ValueProblem(
        ja: "コロンの後に名称を1行で入力してください。", en: "Enter a name of one line after the colon.")
    }
    guard text.utf8.count <= Self.mostOctets else {
      throw ValueProblem(
        ja: "名称が長すぎます。\(Self.mostOctets)オクテット（かな・漢字で84文字）までです。",
        en: "The name is too long: \(Self.mostOctets) octets at most.")
    }
    (self.language, self.text) = (language, text)
  }

  /// The name of something that was named elsewhere: made one line, and cut where it is too long; nil
  /// where nothing is left.
  init?(_ language: String, keeping name: String) {
    var text = name.onOneLine.trimmingWhitespace
    while text.utf8.count > Self.mostOctets { text.removeLast() }
    guard !text.isEmpty else { return nil }
    (self.language, self.text) = (language, text)
  }

  var description: String { "\(language):\(text)" }

  private static func language(_ code: String) -> String? {
    let code = code.lowercased()
    if let longer = longerCodes[code] { return longer }
    let isCode =
      code.utf8.count == 3 && code.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
    return isCode ? code : nil
  }

  private static let longerCodes = [
    "ja": japanese, "en": english, "zh": "zho", "ko": "kor", "vi": "vie",
  ]
}

extension String {
  /// The text with a space for each control character and end of line.
  var onOneLine: String {
    isPlainLine
      ? self
      : String(String.UnicodeScalarView(unicodeScalars.map { "\($0)".isPlainLine ? $0 : " " }))
  }
}
