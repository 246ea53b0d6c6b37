/// A lower cumulative sum: notices a share that falls a little, but stays low.
///
/// Each point's distance from the usual share p, in standard deviations z = (share − p) /
/// √(p(1−p)/n), is added up as S = max(0, S − z − slack); beyond `limit` the share has fallen.
/// E. S. Page, "Continuous inspection schemes", Biometrika 41 (1954); the values 0.5 and 5 notice a
/// fall of one standard deviation soon, and raise a false alarm once in some 900 points (Montgomery,
/// "Introduction to Statistical Quality Control", section 9.1).
public struct CumulativeSum: Sendable, Hashable {
  /// How far below the usual share a point may lie before it adds up, in standard deviations.
  public static let slack = 0.5
  /// The sum from which the share counts as fallen.
  public static let limit = 5.0

  /// The sum after each point.
  public let sums: [Double]

  /// Adds up points against a usual share strictly between 0 and 1.
  public init(_ points: [Proportion], usual: Double) {
    precondition(0 < usual && usual < 1, "A share that never varies has no deviations.")
    var sum = 0.0
    sums = points.map { point in
      guard let share = point.share else { return sum }
      let deviation = (usual * (1 - usual) / Double(point.total)).squareRoot()
      sum = max(0, sum - (share - usual) / deviation - Self.slack)
      return sum
    }
  }

  /// The position of the first point at which the share had fallen; `nil` where it has not.
  public var firstAlarm: Int? { sums.firstIndex { $0 > Self.limit } }
}
