import YuiOpenData
import YuiText

/// The number of a corporation in Japan (法人番号): a check digit and twelve digits.
enum CorporateNumber {
  static let reader = CellReader<String>(
    expectation: LocalizedText(
      ja: "13桁の法人番号を、検査数字の合う形で入力してください。例）8000020130001",
      en: "Enter the 13 digits of a corporate number with its right check digit, "
        + "such as 8000020130001.")
  ) { text in
    let digits = TextFolding.fold(text).filter { $0 != "-" && $0 != " " }
    return isRight(digits) ? .init(digits, text: digits) : nil
  }

  /// Whether the check digit is that of the digits behind it (Ordinance of the Ministry of Finance
  /// 財務省令第70号 of 2014, article 2).
  static func isRight(_ text: String) -> Bool {
    let digits = text.utf8.map { Int($0) - 0x30 }
    guard digits.count == 13, digits.allSatisfy({ (0...9).contains($0) }) else { return false }
    let sum = digits.dropFirst().reversed().enumerated().reduce(0) { sum, item in
      sum + item.element * (item.offset.isMultiple(of: 2) ? 1 : 2)
    }
    return digits[0] == 9 - sum % 9
  }
}
