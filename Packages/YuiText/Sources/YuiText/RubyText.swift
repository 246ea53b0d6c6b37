/// A text in which words may carry their reading: `{手続|てつづき}の{窓口|まどぐち}`.
///
/// Wording that is data is written so, since markup has no place in it. A brace that opens no such
/// pair is a brace.
public struct RubyText: Sendable, Hashable {
  /// A piece of the text.
  public struct Part: Sendable, Hashable {
    /// The words.
    public let words: String
    /// How they are read; `nil` where nothing is said of it.
    public let reading: String?

    /// Names words and how they are read.
    public init(words: String, reading: String?) {
      self.words = words
      self.reading = reading
    }
  }

  /// The pieces in order.
  public let parts: [Part]

  /// Reads the notation.
  public init(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: "{")) else {
      parts = text.isEmpty ? [] : [Part(words: text, reading: nil)]
      return
    }
    var parts: [Part] = []
    var plain = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      plain += rest[..<open]
      let pair = rest[rest.index(after: open)...]
      if let close = pair.firstIndex(of: "}"), let (words, reading) = Self.pair(pair[..<close]) {
        if !plain.isEmpty { parts.append(Part(words: plain, reading: nil)) }
        plain = ""
        parts.append(Part(words: words, reading: reading))
        rest = pair[pair.index(after: close)...]
      } else {
        plain += "{"
        rest = pair
      }
    }
    plain += rest
    if !plain.isEmpty { parts.append(Part(words: plain, reading: nil)) }
    self.parts = parts
  }

  /// The text without readings, for where markup can't go: names of windows, mail, speech.
  public var plain: String { parts.map(\.words).joined() }

  private static func pair(_ text: Substring) -> (words: String, reading: String)? {
    let halves = text.split(separator: "|", omittingEmptySubsequences: false)
    guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty && !$0.contains("{") }) else {
      return nil
    }
    return (String(halves[0]), String(halves[1]))
  }
}
