/// The forms of telephone numbers (総務省 電気通信番号計画; ITU-T E.164 abroad).
enum TelephoneNumber {
  /// What stands before digits.
  enum Context {
    /// Nothing that tells.
    case plain
    /// A plus sign.
    case abroad
    /// A word such as 電話, so that a number without its area code counts too.
    case announced
    /// A word such as 整理番号, so that ten digits without a break do not count.
    case labelled
  }

  /// Whether digits in groups of these sizes are a number to call.
  ///
  /// - Parameter isUniform: Whether the same separators stand between all groups.
  static func isOne(
    _ digits: [Int], sizes: [Int], isUniform: Bool, _ context: Context
  ) -> Bool {
    guard isUniform || sizes.count <= 3 else { return false }
    // Digit by digit, but not a scale from 0 to 9.
    if sizes.allSatisfy({ $0 == 1 }) { return isNational(digits) && digits != Array(0...9) }
    // A number ends in a longer group than a date or a time does.
    guard sizes.count <= 5, let last = sizes.last, last >= 3 else { return false }
    if context == .abroad { return 8...15 ~= digits.count }
    if context == .announced, isUniform, 6...11 ~= digits.count { return true }
    if context == .labelled, sizes.count == 1, digits.count != 11 { return false }
    return sizes[0] >= 2 && isNational(digits) || isDialledFromAbroad(digits, sizes: sizes)
  }

  private static func isNational(_ digits: [Int]) -> Bool {
    digits.count >= 10 && digits[0] == 0 && digits[1] != 0
      && digits.count == (hasElevenDigits(digits) ? 11 : 10)
  }

  /// `0081 90…`, `010 81 90…`, and `81-90…` without the plus sign.
  private static func isDialledFromAbroad(_ digits: [Int], sizes: [Int]) -> Bool {
    for prefix in [[0, 0, 8, 1], [0, 1, 0, 8, 1], [8, 1]] where digits.starts(with: prefix) {
      let rest = Array(digits.dropFirst(prefix.count))
      let number = rest.first == 0 ? rest : [0] + rest
      // 81 alone begins many numbers.
      let isCountry = prefix.count > 2 || sizes[0] == 2 || sizes.count == 1 && number.count == 11
      if isCountry, isNational(number) { return true }
    }
    return false
  }

  /// Mobile (060, 070, 080, 090), free of charge (0800), IP (050) and machines (020).
  private static func hasElevenDigits(_ digits: [Int]) -> Bool {
    digits[2] == 0 && [2, 5, 6, 7, 8, 9].contains(digits[1])
  }
}
