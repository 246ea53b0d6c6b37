public import YuiText

/// Why somebody gave a score: a reason that the form offered, or the short text of another program.
///
/// It is stored and exchanged as text: `positive:time`, `negative:time`, or `time` where nobody
/// knows whether it speaks for the service; another program's text as `positive:other:…`.
public struct Reason: Sendable, Hashable, LosslessStringConvertible {
  /// The code of a reason that was not offered.
  public static let other = "other"

  /// Whether it speaks for the service; nil where nobody knows.
  public let polarity: Polarity?
  /// The code of the offered reason.
  public let code: String
  /// What a program wrote that was not offered; empty for an offered one.
  public let text: String

  /// Makes a reason.
  public init(_ code: String, _ polarity: Polarity?, text: String = "") {
    self.code = code
    self.polarity = polarity
    self.text = text
  }

  /// Reads the text form; every text is a reason.
  public init(_ description: String) {
    var rest = Substring(description)
    let polarity = Polarity.allCases.first { rest.take($0.mark) }
    if rest.take(Self.otherMark) {
      self.init(Self.other, polarity, text: String(rest))
    } else {
      self.init(String(rest), polarity)
    }
  }

  private static let otherMark = "\(other):"

  /// The text form.
  public var description: String { text.isEmpty ? counted : "\(counted):\(text)" }

  /// What it is counted as: the text form without a program's own words.
  var counted: String { polarity.map { $0.mark + code } ?? code }

  /// The reason as it is understood beside a score: one without polarity takes the score's.
  func beside(_ score: Score) -> Reason {
    Reason(code, polarity ?? Polarity(of: score), text: text)
  }

  /// The reason without personal data that a program may have passed on.
  var masked: Reason {
    Reason(PersonalData.mask(code).text, polarity, text: PersonalData.mask(text).text)
  }

  /// The reason as a form that offers these codes takes it: any other code is a text.
  func offered(_ codes: Set<String>) -> Reason {
    codes.contains(code) || !text.isEmpty || code == Self.other
      ? self : Reason(Self.other, polarity, text: code)
  }

  /// The reason in words: those of the reasons that Yui brings, or else what was written.
  public func words(in language: Language) -> String {
    text.isEmpty ? ReasonOption.known[code]?.label[language] ?? code : text
  }
}

extension Polarity {
  /// What a reason's text begins with.
  fileprivate var mark: String {
    switch self {
    case .positive: "positive:"
    case .negative: "negative:"
    }
  }
}

extension Substring {
  /// Takes away what the text begins with; false where it begins otherwise.
  fileprivate mutating func take(_ beginning: String) -> Bool {
    // Byte by byte: cutting into characters would cost most of reading a row.
    guard utf8.starts(with: beginning.utf8) else { return false }
    self = Substring(utf8.dropFirst(beginning.utf8.count))
    return true
  }
}
