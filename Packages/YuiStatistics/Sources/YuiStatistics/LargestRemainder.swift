/// Rounding by largest remainder (Hamilton's method), so that rounded shares add up.
public enum LargestRemainder {
  /// Returns whole per cents of `counts` that add up to 100; all 0 where every count is 0.
  ///
  /// Shares are rounded down, and the points still missing go one each to the largest remainders,
  /// of equal ones to the earlier. Counts must not be negative.
  ///
  /// ```swift
  /// LargestRemainder.percentages([3557, 7274, 7209, 1712, 344])  // [18, 36, 36, 8, 2]
  /// ```
  public static func percentages(_ counts: [Int]) -> [Int] {
    precondition(counts.allSatisfy { $0 >= 0 }, "A count is negative.")
    let total = counts.reduce(into: Int128(0)) { $0 += Int128($1) }
    guard total > 0 else { return counts.map { _ in 0 } }
    let shares = counts.map { (Int128($0) * 100).quotientAndRemainder(dividingBy: total) }
    var percentages = shares.map { Int($0.quotient) }
    let byRemainder = counts.indices.sorted {
      (-shares[$0].remainder, $0) < (-shares[$1].remainder, $1)
    }
    for index in byRemainder.prefix(100 - percentages.reduce(0, +)) {
      percentages[index] += 1
    }
    return percentages
  }
}
