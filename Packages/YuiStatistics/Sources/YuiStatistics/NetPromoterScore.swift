/// The answers to "how likely are you to recommend it", 0 to 10, summed up: the per cents of
/// promoters (9, 10) less those of detractors (0–6).
public struct NetPromoterScore: Sendable, Hashable {
  /// How many answered 9 or 10.
  public let promoters: Int
  /// How many answered 7 or 8.
  public let passives: Int
  /// How many answered 0 to 6.
  public let detractors: Int

  /// With fewer answers the interval is so wide that the figure misleads: it is not published.
  public static let leastPublished = 30

  /// Sums up groups that are counted already.
  public init(promoters: Int, passives: Int, detractors: Int) {
    precondition(min(promoters, passives, detractors) >= 0, "A count is negative.")
    self.promoters = promoters
    self.passives = passives
    self.detractors = detractors
  }

  /// Sums up how often each answer from 0 to 10 was given; `counts` has eleven.
  public init(counts: [Int]) {
    precondition(counts.count == 11, "There are eleven answers from 0 to 10.")
    self.init(
      promoters: counts[9...].reduce(0, +), passives: counts[7...8].reduce(0, +),
      detractors: counts[...6].reduce(0, +))
  }

  /// The number of answers.
  public var total: Int { promoters + passives + detractors }

  /// From −100 to 100; `nil` without answers.
  public var score: Double? {
    total > 0 ? 100 * Double(promoters - detractors) / Double(total) : nil
  }

  /// The 95 % interval by the adjusted Wald method; `nil` without answers.
  ///
  /// Three answers are added, ¾ promoter, 1½ passive and ¾ detractor; then with shares p, d and
  /// their difference s: s ± z √((p + d − s²) / n). Brendan Rocks, "Interval estimation for the
  /// 'Net Promoter Score'", The American Statistician 70 (2016). Widened to hold ``score`` where
  /// nearly all answers agree.
  public var interval: Interval? {
    guard let score else { return nil }
    let n = Double(total) + 3
    let p = (Double(promoters) + 0.75) / n
    let d = (Double(detractors) + 0.75) / n
    let margin = Normal.z95 * ((p + d - (p - d) * (p - d)) / n).squareRoot()
    let adjusted = Interval(around: 100 * (p - d), by: 100 * margin, within: -100...100)
    return Interval(min(adjusted.lower, score), max(adjusted.upper, score))
  }
}
