import CUTF8Proc
import Glibc

/// Folding of texts, so that what a person takes for the same word compares equal.
public enum TextFolding {
  /// Folds width, case, compatibility forms, kana and white space.
  ///
  /// NFKC_Casefold (Unicode Standard Annex 31), then katakana to hiragana (the long vowel mark
  /// stays), then runs of white space to one space, none at the ends.
  ///
  /// ```swift
  /// TextFolding.fold(" ﾎｲｸｴﾝ　Ａ ")  // "ほいくえん a"
  /// ```
  public static func fold(_ text: String) -> String {
    if text.isEmpty { return "" }
    var folded = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in compatibilityCaseFold(text).unicodeScalars {
      if scalar.isFoldedWhitespace {
        pendingSpace = !folded.isEmpty
        continue
      }
      if pendingSpace { folded.append(" ") }
      pendingSpace = false
      appendAsHiragana(scalar, to: &folded)
    }
    return String(folded)
  }

  /// Cuts a folded text into each character and each pair of neighbours, without repeats.
  ///
  /// Pairs do not reach across a space. A text holds a word only if the tokens of the text hold
  /// all tokens of the word; the reverse needs a check on the folded text itself. A character is a
  /// Unicode scalar here, so that the tokens of a part are always among those of the whole.
  public static func searchTokens(_ folded: String) -> [String] {
    var tokens: [String] = []
    var seen: Set<UInt64> = []
    var previous: Unicode.Scalar?
    for scalar in folded.unicodeScalars {
      guard !scalar.isFoldedWhitespace else {
        previous = nil
        continue
      }
      if seen.insert(UInt64(scalar.value)).inserted { tokens.append(String(scalar)) }
      if let previous, seen.insert(UInt64(previous.value) << 32 | UInt64(scalar.value)).inserted {
        tokens.append(String(String.UnicodeScalarView([previous, scalar])))
      }
      previous = scalar
    }
    return tokens
  }

  /// Writes half-width katakana in full width, marks of sound joined to their letters, and leaves
  /// every other character as it is: `ﾄｼｮｶﾝ No.1` is `トショカン No.1`.
  public static func widenKana(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isHalfWidthKana) else { return text }
    var widened = String.UnicodeScalarView()
    var kana = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isHalfWidthKana {
        kana.append(scalar)
        continue
      }
      widened.append(contentsOf: foldWidth(String(kana)).unicodeScalars)
      kana = String.UnicodeScalarView()
      widened.append(scalar)
    }
    widened.append(contentsOf: foldWidth(String(kana)).unicodeScalars)
    return String(widened)
  }

  /// Folds width and compatibility forms alone (NFKC), for a text that people will read.
  package static func foldWidth(_ text: String) -> String {
    map(text, UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue | UTF8PROC_COMPAT.rawValue)
  }

  private static func compatibilityCaseFold(_ text: String) -> String {
    map(
      text,
      UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue | UTF8PROC_COMPAT.rawValue
        | UTF8PROC_CASEFOLD.rawValue | UTF8PROC_IGNORE.rawValue)
  }

  private static func map(_ text: String, _ flags: UInt32) -> String {
    let options = utf8proc_option_t(flags)
    var text = text
    return text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return "" }
      var result: UnsafeMutablePointer<UInt8>?
      let length = utf8proc_map(start, bytes.count, &result, options)
      defer { free(result) }
      // Swift strings are valid UTF-8, so the only failure left is memory.
      precondition(length >= 0, "utf8proc: no memory")
      return String(decoding: UnsafeBufferPointer(start: result, count: length), as: UTF8.self)
    }
  }

  private static func appendAsHiragana(
    _ scalar: Unicode.Scalar, to text: inout String.UnicodeScalarView
  ) {
    switch scalar.value {
    case 0x30A1...0x30F6, 0x30FD...0x30FE:  // ァ…ヶ, ヽヾ: hiragana lies 0x60 below
      text.append(Unicode.Scalar(scalar.value - 0x60) ?? scalar)
    case 0x30F7...0x30FA:  // ヷヸヹヺ exist in hiragana only with a combining mark
      let plain: [Unicode.Scalar] = ["わ", "ゐ", "ゑ", "を"]
      text.append(plain[Int(scalar.value - 0x30F7)])
      text.append("\u{3099}")
    default:
      text.append(scalar)
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a half-width katakana letter, mark of sound, or punctuation between them.
  fileprivate var isHalfWidthKana: Bool { 0xFF61...0xFF9F ~= value }

  /// Whether it is white space that compatibility folding leaves.
  ///
  /// The rest of Unicode's White_Space becomes U+0020. A look into the property tables would cost
  /// most of a text's indexing.
  fileprivate var isFoldedWhitespace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0x1680, 0x2028, 0x2029: true
    default: false
    }
  }
}
