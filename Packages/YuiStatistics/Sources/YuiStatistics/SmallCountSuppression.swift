/// Decides which groups beside a published total stay hidden, so that no few people are laid open.
///
/// A group of one to `threshold` − 1 respondents is hidden (primary suppression). What is hidden
/// would follow as total minus visible groups; so as many further groups, the smallest first, are
/// hidden with it (secondary suppression) until what follows by subtraction holds at least two
/// groups, at least `threshold` respondents, and not just one respondent a group. Groups of 0 are
/// always shown.
///
/// Respondents of the total who are in no group (undated ones, where groups are months) are never
/// shown by themselves: they count as one more hidden group. Leon Willenborg and Ton de Waal,
/// "Elements of Statistical Disclosure Control" (2001), describes the method for tables.
///
/// ```swift
/// let months = SmallCountSuppression().suppress(groups: [40, 3, 25], total: 68)
/// months.isHidden  // [false, true, true]: 68 − 40 − 25 would tell the 3
/// ```
public struct SmallCountSuppression: Sendable {
  /// The least number of respondents (k) of whom figures are published.
  public let threshold: Int

  /// Creates the rule; 10 is the threshold of all Yui's public figures.
  public init(threshold: Int = 10) {
    self.threshold = threshold
  }

  /// What of a total and its groups stays hidden.
  public struct Result: Sendable, Hashable {
    /// Whether each group is hidden, in the order given.
    public let isHidden: [Bool]
    /// Whether the total is hidden as well; then all groups with respondents are.
    public let isTotalHidden: Bool
  }

  /// Decides for groups that do not overlap, whose sum is `total` or less.
  public func suppress(groups: [Int], total: Int) -> Result {
    let ungrouped = total - groups.reduce(0, +)
    precondition(ungrouped >= 0 && groups.allSatisfy { $0 >= 0 }, "Groups exceed their total.")
    var isHidden = groups.map(isSmall)
    var hidden = zip(groups, isHidden).filter(\.1).map(\.0) + (ungrouped > 0 ? [ungrouped] : [])
    guard hidden.contains(where: isSmall) else {
      return Result(isHidden: isHidden, isTotalHidden: isSmall(total))
    }
    let bySize = groups.indices.filter { groups[$0] >= threshold }
      .sorted { (groups[$0], $0) < (groups[$1], $1) }
    for index in bySize where !isCovered(hidden) {
      isHidden[index] = true
      hidden.append(groups[index])
    }
    return Result(isHidden: isHidden, isTotalHidden: !isCovered(hidden))
  }

  /// Whether figures of a group with `count` respondents must not be published.
  public func isSmall(_ count: Int) -> Bool {
    0 < count && count < threshold
  }

  private func isCovered(_ hidden: [Int]) -> Bool {
    let sum = hidden.reduce(0, +)
    return hidden.count >= 2 && sum >= threshold && sum > hidden.count
  }
}
