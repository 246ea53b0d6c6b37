/// A local government code (JIS X 0402): two digits of the prefecture, three of the municipality
/// and a check digit.
///
/// Any code whose check digit is right may be named, also one that is not in the shipped list:
/// municipalities merge, and a training copy may stand for a place that does not exist.
public struct LocalGovernmentCode: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The six digits.
  public let description: String

  /// Reads six digits and proves their check digit.
  ///
  /// - Throws: ``TenantKeyError`` that says what is wrong and, where only the check digit is, which
  ///   code was probably meant.
  public init(_ text: String) throws(TenantKeyError) {
    let digits = text.utf8.map { Int($0) - 0x30 }
    guard digits.count == 6, digits.allSatisfy({ (0...9).contains($0) }) else {
      throw .notSixDigits(text)
    }
    guard (1...47).contains(digits[0] * 10 + digits[1]) else { throw .unknownPrefecture(text) }
    let expected = Self.checkDigit(digits.prefix(5))
    guard digits[5] == expected else {
      throw .wrongCheckDigit(text, suggestion: "\(text.prefix(5))\(expected)")
    }
    description = text
  }

  /// The prefecture's number, 1 (Hokkaido) to 47 (Okinawa).
  public var prefecture: Int { Int(description.prefix(2)) ?? 0 }

  /// Orders codes from north to south, as they are numbered.
  public static func < (left: Self, right: Self) -> Bool { left.description < right.description }

  /// The check digit: the five digits weighted 6 to 2, their sum modulo 11 taken from 11, its last
  /// digit (JIS X 0402).
  private static func checkDigit(_ digits: ArraySlice<Int>) -> Int {
    let sum = zip(digits, [6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
    return (11 - sum % 11) % 10
  }
}
