/// Keeps spreadsheets from running a text as a formula (OWASP ASVS 5.0, 1.2.10).
///
/// A text whose first visible character is `=`, `+`, `-` or `@` in any width gets an apostrophe in
/// front, and so does one with a tab, CR or NUL there; a number such as `-1.5` does not. A text that
/// looks guarded already (`'=…`) gets another: then removing one apostrophe from what looks guarded
/// always gives back the text.
enum FormulaGuard {
  private static let apostrophe = UInt8(ascii: "'")

  static func isNeeded(_ text: some Collection<UInt8>) -> Bool {
    beginsFormula(text) && !isNumber(text)
  }

  /// Returns the text that a field of a file stands for.
  static func removed(from field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    field.first == apostrophe && beginsFormula(field) ? field.dropFirst() : field
  }

  /// Whether a formula begins after apostrophes, spaces and characters that nobody sees.
  private static func beginsFormula(_ text: some Collection<UInt8>) -> Bool {
    // Most texts begin with one.
    guard let first = text.first, !isLetterOrDigit(first) else { return false }
    var bytes = text.makeIterator()
    var decoder = UTF8()
    while case .scalarValue(let scalar) = decoder.decode(&bytes) {
      if isTrigger(scalar) { return true }
      guard isPassedOver(scalar) else { return false }
    }
    return false
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'": true
    case "!"..."~", "\u{3001}"..."\u{3163}", "\u{4E00}"..."\u{9FFF}": false
    default: scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// The characters that become `=`, `+`, `-` or `@` by compatibility (NFKC), those that begin with
  /// one then, and control characters that spreadsheets take for nothing.
  private static func isTrigger(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\0": true
    case "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "⁼", "⁺", "₌", "₊", "⩵", "⩶", "\u{FB29}": true
    default: false
    }
  }

  /// Whether the text is a decimal number: a sign, digits, and at most a point and digits.
  private static func isNumber(_ text: some Collection<UInt8>) -> Bool {
    let sign = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+")
    let parts = text.dropFirst(sign ? 1 : 0)
      .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      }
  }
}
