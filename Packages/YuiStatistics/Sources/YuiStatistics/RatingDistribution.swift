/// How often each score from 1 to 5 was given.
public struct RatingDistribution: Sendable, Hashable {
  /// The scores there are.
  public static let scores = 1...5

  /// The number of times each score was given, from 1 to 5.
  public private(set) var counts: [Int]

  /// Creates a distribution of no ratings.
  public init() {
    counts = Self.scores.map { _ in 0 }
  }

  /// Creates a distribution of counts from score 1 to 5.
  public init(counts: [Int]) {
    precondition(counts.count == Self.scores.count, "There are five scores.")
    self.counts = counts
  }

  /// The number of times `score` (1–5) was given.
  public subscript(_ score: Int) -> Int {
    get { counts[score - Self.scores.lowerBound] }
    set { counts[score - Self.scores.lowerBound] = newValue }
  }

  /// The number of ratings.
  public var total: Int { counts.reduce(0, +) }

  /// The plain mean of the scores; `nil` without ratings.
  public var mean: Double? {
    ratio(zip(Self.scores, counts).reduce(0) { $0 + $1.0 * $1.1 })
  }

  /// The share (0–1) of the scores 4 and 5; `nil` without ratings.
  public var topTwoShare: Double? { ratio(self[4] + self[5]) }

  /// The distribution in whole per cents that add up to 100, from score 1 to 5.
  public var percentages: [Int] { LargestRemainder.percentages(counts) }

  /// Returns the distribution of both sets of ratings.
  public static func + (left: RatingDistribution, right: RatingDistribution) -> RatingDistribution {
    var sum = left
    for score in scores { sum[score] += right[score] }
    return sum
  }

  private func ratio(_ sum: Int) -> Double? {
    total > 0 ? Double(sum) / Double(total) : nil
  }
}
