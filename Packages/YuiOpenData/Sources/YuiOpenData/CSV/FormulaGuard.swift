/// Keeps spreadsheets from running a text as a formula (OWASP ASVS 5.0, 1.2.10).
///
/// A text that begins with `=`, `+`, `-`, `@`, tab or CR gets an apostrophe in front, except a number
/// such as `-1.5`. So does a text that looks guarded already (`'=…`): then removing one apostrophe
/// from what looks guarded always gives back the text.
enum FormulaGuard {
  private static let apostrophe = UInt8(ascii: "'")

  static func isNeeded(_ text: some Collection<UInt8>) -> Bool {
    guard let start = text.first(where: { $0 != apostrophe }), isTrigger(start) else {
      return false
    }
    return !isNumber(text)
  }

  /// Returns the text that a field of a file stands for.
  static func removed(from field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard
      field.first == apostrophe, let start = field.first(where: { $0 != apostrophe }),
      isTrigger(start)
    else { return field }
    return field.dropFirst()
  }

  private static func isTrigger(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
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
