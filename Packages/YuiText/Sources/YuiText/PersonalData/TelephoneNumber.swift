/// The forms of telephone numbers (総務省 電気通信番号計画; ITU-T E.164 abroad).
enum TelephoneNumber {
  /// Whether digits in groups of these sizes are a number to call.
  ///
  /// - Parameters:
  ///   - isInternational: A plus sign stands before them.
  ///   - isAnnounced: A word such as 電話 stands before them, so that a number without its area code
  ///     counts too.
  static func isOne(
    _ digits: [Int], sizes: [Int], isInternational: Bool, isAnnounced: Bool
  ) -> Bool {
    // A number ends in a longer group than a date or a time does.
    guard sizes.count <= 5, let last = sizes.last, last >= 3 else { return false }
    if isInternational { return 8...15 ~= digits.count }
    if isAnnounced, 6...11 ~= digits.count { return true }
    guard digits[0] == 0, digits[1] != 0, sizes[0] >= 2 else { return false }
    return digits.count == (hasElevenDigits(digits) ? 11 : 10)
  }

  /// Mobile (060, 070, 080, 090), free of charge (0800), IP (050) and machines (020).
  private static func hasElevenDigits(_ digits: [Int]) -> Bool {
    digits[2] == 0 && [2, 5, 6, 7, 8, 9].contains(digits[1])
  }
}
