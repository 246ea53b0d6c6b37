/// A name in an address: 1 to 64 of `a`–`z`, `0`–`9` and `-`, with no `-` at the ends.
public struct Slug: LosslessStringConvertible, Sendable, Hashable {
  /// The greatest length in characters.
  public static let maximumLength = 64

  /// The slug as text.
  public let description: String

  /// Accepts a text that is a slug already; returns `nil` for any other.
  public init?(_ description: String) {
    guard
      1...Self.maximumLength ~= description.utf8.count,
      description.utf8.allSatisfy({ Self.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }),
      description.utf8.first != UInt8(ascii: "-"), description.utf8.last != UInt8(ascii: "-")
    else { return nil }
    self.description = description
  }

  /// Keeps a slug from a name in ASCII letters: `"City Hall, Counter 12"` gives
  /// `city-hall-counter-12`.
  ///
  /// Full-width letters and digits count as ASCII. Returns `nil` for a name with other letters, of
  /// which a slug would keep only a misleading rest, and for one without letters and digits.
  public init?(fromName name: String) {
    var kept: [UInt8] = []
    for scalar in TextFolding.fold(name).unicodeScalars {
      if scalar.isASCII, Self.isLetterOrDigit(UInt8(scalar.value)) {
        kept.append(UInt8(scalar.value))
      } else if !scalar.isASCII && scalar.properties.isAlphabetic {
        return nil
      } else if kept.last != UInt8(ascii: "-"), !kept.isEmpty {
        kept.append(UInt8(ascii: "-"))
      }
    }
    kept = Array(kept.prefix(Self.maximumLength))
    if kept.last == UInt8(ascii: "-") { kept.removeLast() }
    self.init(String(decoding: kept, as: UTF8.self))
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
