public import YuiText

/// A new password that is long enough to be one.
///
/// Length is what counts (OWASP ASVS 5.0, 6.2.1 and 6.2.9): no rules about kinds of characters.
public struct Password: Sendable {
  /// The fewest characters.
  public static let shortest = 12
  /// The most bytes, so that hashing has a bound.
  public static let longest = 512

  let text: String

  /// Takes a password as somebody typed it.
  ///
  /// - Throws: ``PasswordError`` for one that is too short, too long or among the first an attacker
  ///   tries.
  public init(_ text: String) throws(PasswordError) {
    guard text.count >= Self.shortest else { throw .tooShort }
    guard text.utf8.count <= Self.longest else { throw .tooLong }
    guard !Self.isGuessable(text) else { throw .guessable }
    self.text = text
  }

  /// What passwords that are guessed first are made of.
  private static let commonParts = [
    "password", "passw0rd", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwerty", "letmein", "welcome",
    "iloveyou", "admin", "monkey", "dragon", "sakura",
  ]

  /// One character, a run such as `abcdefghijkl`, or common parts and digits with next to nothing
  /// besides, however long.
  private static func isGuessable(_ text: String) -> Bool {
    let rest = commonParts.reduce(text.lowercased()) { $0.replacing($1, with: "") }
    if rest.filter({ !$0.isNumber }).count < 4 { return true }
    let values = text.lowercased().unicodeScalars.map { Int($0.value) }
    let steps = Set(zip(values, values.dropFirst()).map { $1 - $0 })
    // Behind 9 a run of digits goes on with 0.
    let isRun = steps.count == 1 || steps.isSubset(of: [1, -9]) || steps.isSubset(of: [-1, 9])
    return isRun || Set(values).count < 4
  }
}

/// Why a password cannot be taken.
public enum PasswordError: Error, Sendable, Hashable {
  case tooShort, tooLong, guessable, outOfMemory

  /// What to do about it.
  public var message: LocalizedText {
    switch self {
    case .tooShort:
      LocalizedText(
        ja: "パスワードは\(Password.shortest)文字以上で入力してください。",
        en: "Enter a password of at least \(Password.shortest) characters.")
    case .tooLong:
      LocalizedText(
        ja: "パスワードは\(Password.longest)バイト以内で入力してください。",
        en: "Enter a password of at most \(Password.longest) bytes.")
    case .guessable:
      LocalizedText(
        ja: "推測されにくいパスワードを入力してください。", en: "Enter a password that is harder to guess.")
    case .outOfMemory:
      LocalizedText(
        ja: "混み合っています。しばらくしてからもう一度お試しください。",
        en: "The service is busy. Try again in a moment.")
    }
  }
}
