/// Six characters that stand for a place in an address short enough to type: `7k3m9q`.
///
/// The alphabet is Crockford's base 32, which has no i, l, o and u. What somebody typed for a digit
/// that looks alike is understood.
struct ShortCode: Sendable, Hashable, CustomStringConvertible {
  static let length = 6
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

  let description: String

  /// Draws a code by chance.
  static func random() -> ShortCode {
    var chance = SystemRandomNumberGenerator()
    let characters = (0..<length).compactMap { _ in alphabet.randomElement(using: &chance) }
    return ShortCode(description: String(characters))
  }

  /// Reads a code as a person may have typed it; nil for anything else.
  init?(typed text: String) {
    let characters = text.lowercased().map { character -> Character in
      switch character {
      case "o": "0"
      case "i", "l": "1"
      default: character
      }
    }
    guard characters.count == Self.length, characters.allSatisfy(Self.alphabet.contains) else {
      return nil
    }
    description = String(characters)
  }

  private init(description: String) {
    self.description = description
  }
}
