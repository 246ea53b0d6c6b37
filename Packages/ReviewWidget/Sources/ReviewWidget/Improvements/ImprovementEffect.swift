import YuiStatistics

/// How ratings after an improvement compare with those before.
struct ImprovementEffect: Sendable, Hashable {
  /// What can be said.
  enum Verdict: Sendable, CaseIterable {
    case better, worse, noClearChange, tooFew
  }

  /// Ratings on one side with which it is worth comparing.
  static let leastRatings = 10
  /// The probability of a difference by chance, below which one speaks of a change.
  private static let significance = 0.05

  let before: RatingDistribution
  let after: RatingDistribution
  let verdict: Verdict
  /// The probability that a rating after is higher than one before; nil where there are too few.
  let probabilityHigher: Double?
  /// By how much the share of the satisfied (4 and 5) differs; nil where there are too few.
  let difference: Estimate?

  init(before: RatingDistribution, after: RatingDistribution) {
    (self.before, self.after) = (before, after)
    guard min(before.total, after.total) >= Self.leastRatings,
      let ranks = RankComparison(before: before.counts, after: after.counts)
    else {
      (verdict, probabilityHigher, difference) = (.tooFew, nil, nil)
      return
    }
    probabilityHigher = ranks.probabilityHigher
    difference = after.satisfied.difference(from: before.satisfied)
    verdict =
      ranks.pValue >= Self.significance
      ? .noClearChange : ranks.probabilityHigher > 0.5 ? .better : .worse
  }
}

extension RatingDistribution {
  /// Those who gave 4 or 5.
  fileprivate var satisfied: Proportion { Proportion(self[4] + self[5], of: total) }
}
