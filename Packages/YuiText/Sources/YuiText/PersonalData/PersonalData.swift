/// Finds personal data in what people write, and takes them out.
///
/// ```swift
/// PersonalData.mask("０９０−１２３４−５６７８へお電話ください。").text  // "［電話番号］へお電話ください。"
/// ```
///
/// It knows forms, not meanings: names stay, and a number that only looks like one of these goes.
/// In doubt it takes out.
public enum PersonalData {
  /// A kind of personal data that has a form of its own.
  public enum Kind: String, Sendable, CaseIterable {
    /// An e-mail address.
    case mail
    /// A telephone number.
    case phone
    /// A postal address down to the house, or a postal code.
    case address
    /// The individual number (個人番号, マイナンバー), told by its check digit.
    case individualNumber
    /// A payment card's number, told by its check digit.
    case cardNumber

    /// What is put in its place.
    public var mark: String {
      switch self {
      case .mail: "［メールアドレス］"
      case .phone: "［電話番号］"
      case .address: "［住所］"
      case .individualNumber: "［個人番号］"
      case .cardNumber: "［カード番号］"
      }
    }
  }

  /// Puts marks in the place of personal data, and tells which kinds there were.
  ///
  /// Digits of any form and whatever people put between them are read as what they stand for,
  /// characters that nobody sees are passed over. The work grows with the length of the text alone.
  public static func mask(_ text: String) -> (text: String, found: Set<Kind>) {
    guard mayHold(text) else { return (text, []) }
    var finds = PersonalDataFinds(text)
    finds.findMail()
    finds.findNumbers()
    finds.findAddresses()
    return finds.masked
  }

  /// Whether a text holds a mark, as one does that was masked before.
  public static func isMasked(_ text: String) -> Bool {
    // To search for a text within another is dear, and every mark begins with ［.
    text.utf8.contains(0xEF) && Kind.allCases.contains { text.contains($0.mark) }
  }

  /// A quick look that spares most texts the search: no digit, no @, no house number, no find.
  private static func mayHold(_ text: String) -> Bool {
    if isShortCode(text) { return false }
    return text.unicodeScalars.contains { scalar in
      switch PersonalDataCharacter.fold(scalar) {
      case 0x30...0x39, 0x40, 0x28, 0x5B, 0x4E01, 0x756A: true  // 0-9 @ ( [ 丁 番
      case let value: PersonalDataCharacter.kanjiDigit(value) != nil
      }
    }
  }

  /// Whether it is a code such as window-3, in ASCII, without a sign of a mail address and with fewer
  /// digits than any number has; postal addresses are found by their kanji.
  private static func isShortCode(_ text: String) -> Bool {
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case 0x40, 0x28, 0x5B, 0x80...: return false  // @ ( [
      case 0x30...0x39: digits += 1
      default: break
      }
    }
    return digits < leastDigits
  }

  /// The digits of the shortest number that is looked for.
  static let leastDigits = 6
}
