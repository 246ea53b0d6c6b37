import Glibc

/// How unusual it is that something is seen so often in one part and so often in the rest.
///
/// Dunning's G² of the table of both parts, those with and those without: 2 Σ observed · ln(observed
/// / expected). Its sign is the direction. Ted Dunning, "Accurate methods for the statistics of
/// surprise and coincidence", Computational Linguistics 19 (1993).
public enum LogLikelihoodRatio {
  /// Beyond this, chance alone explains a difference in fewer than 1 of 1,000 tables.
  public static let striking = 10.828

  /// Returns G², negative where the thing is seen less often in `part` than in `rest`; 0 where
  /// either is empty.
  public static func signed(_ part: Proportion, against rest: Proportion) -> Double {
    guard let here = part.share, let there = rest.share else { return 0 }
    let all = Double(part.total) + Double(rest.total)
    let with = Double(part.count) + Double(rest.count)
    var sum = 0.0
    for group in [part, rest] {
      sum += term(Double(group.count), expected: Double(group.total) * with / all)
      sum += term(
        Double(group.total - group.count), expected: Double(group.total) * (all - with) / all)
    }
    return here < there ? -2 * max(0, sum) : 2 * max(0, sum)
  }

  private static func term(_ observed: Double, expected: Double) -> Double {
    observed > 0 ? observed * log(observed / expected) : 0
  }
}
