/// Puts nouns together with the prefixes and suffixes around them.
struct NounAssembly {
  /// A longer word is a run of characters without meaning.
  private static let longestWord = 30

  private var word = ""
  private var hasNoun = false

  /// Takes the next morpheme; returns the word that it ends, if that is a keyword.
  mutating func take(_ next: Morpheme) -> String? {
    switch next.kind {
    case .suffix where hasNoun:
      word += next.surface
      return nil
    case .noun where !hasNoun && !word.isEmpty:
      word += next.surface
      hasNoun = true
      return nil
    case .noun, .prefix:
      let ended = finish()
      word = next.surface
      hasNoun = next.kind == .noun
      return ended
    case .suffix, .other:
      return finish()
    }
  }

  /// Returns the word that was put together last, if it is a keyword.
  mutating func finish() -> String? {
    defer { (word, hasNoun) = ("", false) }
    return hasNoun && Self.isKeyword(word) ? word : nil
  }

  /// Unknown signs and emoji pass for nouns with MeCab; single kana say nothing.
  private static func isKeyword(_ word: String) -> Bool {
    let scalars = word.unicodeScalars
    guard scalars.count <= longestWord, let first = scalars.first,
      scalars.allSatisfy({ $0.properties.isAlphabetic || $0.properties.numericType != nil }),
      scalars.contains(where: { $0.properties.isAlphabetic && $0 != "ー" })
    else { return false }
    return scalars.count > 1 || first.properties.isIdeographic
  }
}
