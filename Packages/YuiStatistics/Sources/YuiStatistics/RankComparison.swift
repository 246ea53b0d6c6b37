/// Two groups of ratings on the same ordered scale, compared: whether those after rate higher.
///
/// The Mann–Whitney U test with its normal approximation, corrected for ties and continuity. Henry
/// B. Mann and Donald R. Whitney, Annals of Mathematical Statistics 18 (1947); ties as in Erich L.
/// Lehmann, "Nonparametrics" (1975), section 1.4.
public struct RankComparison: Sendable, Hashable {
  /// In how many pairs the rating after is the higher one, ties counted half.
  public let u: Double
  /// The probability that a rating after is higher than one before, ties counted half.
  public let probabilityHigher: Double
  /// The two-sided probability of a difference like this, or a larger one, where there is none.
  public let pValue: Double

  /// Compares how often each level was chosen, the lowest first; both have the same levels.
  ///
  /// `nil` where a group is empty.
  public init?(before: [Int], after: [Int]) {
    precondition(before.count == after.count, "Both groups are rated on the same scale.")
    let n = Double(before.reduce(0, +))
    let m = Double(after.reduce(0, +))
    guard n > 0, m > 0 else { return nil }
    var u = 0.0
    var below = 0.0
    var ties = 0.0
    for (old, new) in zip(before, after) {
      u += Double(new) * (below + Double(old) / 2)
      below += Double(old)
      let tied = Double(old + new)
      ties += tied * tied * tied - tied
    }
    self.u = u
    probabilityHigher = u / (n * m)
    let all = n + m
    let variance = all > 1 ? n * m / 12 * (all + 1 - ties / (all * (all - 1))) : 0
    let distance = max(0, abs(u - n * m / 2) - 0.5)
    pValue = variance > 0 ? Normal.twoSided(distance / variance.squareRoot()) : 1
  }
}
