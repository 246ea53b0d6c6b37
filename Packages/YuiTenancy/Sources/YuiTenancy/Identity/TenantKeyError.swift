/// Why a text is no tenant key, in words that say how to mend it.
public enum TenantKeyError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The code is not six digits.
  case notSixDigits(String)
  /// The first two digits name no prefecture.
  case unknownPrefecture(String)
  /// The sixth digit does not follow from the other five.
  case wrongCheckDigit(String, suggestion: String)
  /// The part after the hyphen is no label.
  case badLabel(String)

  /// What is wrong and what would be right.
  public var description: String {
    switch self {
    case .notSixDigits(let text):
      return
        "'\(text.prefix(40))' is not a local government code: give its six digits, as in 131041"
    case .unknownPrefecture(let text):
      return "'\(text)' names no prefecture: the first two digits go from 01 to 47"
    case .wrongCheckDigit(let text, let suggestion):
      let name = LocalGovernment.named(suggestion).map { " (\($0.fullName))" } ?? ""
      return "'\(text)' has a wrong check digit: did you mean \(suggestion)\(name)?"
    case .badLabel(let text):
      return
        "'\(text.prefix(40))' is not a label: use 1 to 20 letters a-z, digits and inner hyphens"
    }
  }
}
