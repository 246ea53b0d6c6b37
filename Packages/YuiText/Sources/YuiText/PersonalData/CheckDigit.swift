/// The check digits that tell some numbers from any others.
enum CheckDigit {
  /// Whether these are the twelve digits of an individual number.
  ///
  /// 平成26年総務省令第85号 第5条: 11 − (Σ Pn × Qn mod 11), 0 where the rest is 0 or 1; Pn is the n-th
  /// digit from the right without the check digit, Qn is n + 1 up to the sixth and n − 5 after it.
  static func isIndividualNumber(_ digits: [Int]) -> Bool {
    guard digits.count == 12 else { return false }
    var sum = 0
    for n in 1...11 { sum += digits[11 - n] * (n <= 6 ? n + 1 : n - 5) }
    let rest = sum % 11
    return digits[11] == (rest <= 1 ? 0 : 11 - rest)
  }

  /// Whether these are the digits of a payment card by length and check digit (ISO/IEC 7812-1,
  /// annex B, the formula of Luhn).
  static func isCardNumber(_ digits: [Int]) -> Bool {
    guard 13...19 ~= digits.count else { return false }
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let weighted = place % 2 == 1 ? digit * 2 : digit
      sum += weighted > 9 ? weighted - 9 : weighted
    }
    return sum % 10 == 0
  }
}
