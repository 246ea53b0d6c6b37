import Glibc

/// How many of a number of respondents said something: the satisfied, those who reached their goal.
public struct Proportion: Sendable, Hashable {
  /// How many said it.
  public let count: Int
  /// Of how many.
  public let total: Int

  /// Counts those who said something; `count` is from 0 to `total`.
  public init(_ count: Int, of total: Int) {
    precondition(0 <= count && count <= total, "More said it than were asked.")
    self.count = count
    self.total = total
  }

  /// The share (0–1); `nil` without respondents.
  public var share: Double? { total > 0 ? Double(count) / Double(total) : nil }

  /// The 95 % interval of the share by Wilson's score method; `nil` without respondents.
  ///
  /// With p = count/n: centre (p + z²/2n) / (1 + z²/n), half-width z √(p(1−p)/n + z²/4n²) /
  /// (1 + z²/n). Keeps its promise for few respondents and for shares near 0 and 1, where the usual
  /// ± z √(p(1−p)/n) fails. Edwin B. Wilson, "Probable inference, the law of succession, and
  /// statistical inference", JASA 22 (1927).
  public var interval: Interval? {
    guard let share else { return nil }
    let n = Double(total)
    let z = Normal.z95
    let scale = 1 + z * z / n
    let centre = (share + z * z / (2 * n)) / scale
    let margin =
      z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() / scale
    return Interval(
      count == 0 ? 0 : max(0, centre - margin), count == total ? 1 : min(1, centre + margin))
  }

  /// The difference of this share from an earlier one, with its 95 % interval; `nil` where either
  /// has no respondents.
  ///
  /// The interval joins the Wilson intervals (l, u) of both shares: from d − √((p₁−l₁)² +
  /// (u₂−p₂)²) to d + √((u₁−p₁)² + (p₂−l₂)²). Robert G. Newcombe, "Interval estimation for the
  /// difference between independent proportions", Statistics in Medicine 17 (1998), method 10.
  public func difference(from earlier: Proportion) -> Estimate? {
    guard let after = share, let before = earlier.share, let afterRange = interval,
      let beforeRange = earlier.interval
    else { return nil }
    let difference = after - before
    let below = hypot(after - afterRange.lower, beforeRange.upper - before)
    let above = hypot(afterRange.upper - after, before - beforeRange.lower)
    return Estimate(difference, Interval(difference - below, difference + above))
  }
}
