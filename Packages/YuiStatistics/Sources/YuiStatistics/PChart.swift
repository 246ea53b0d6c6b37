/// A control chart of shares: what a share may be by chance alone while nothing has changed.
///
/// With the usual share p: p ± 3 √(p(1−p)/n) for a point of n respondents. Douglas C. Montgomery,
/// "Introduction to Statistical Quality Control" (7th edition, 2012), section 7.2.
public struct PChart: Sendable, Hashable {
  /// The usual share.
  public let centre: Double

  /// Takes the usual share from a time in which nothing changed; `nil` without respondents.
  public init?(usual: Proportion) {
    guard let share = usual.share else { return nil }
    centre = share
  }

  /// The limits of a point of so many respondents.
  public func limits(of respondents: Int) -> Interval {
    let deviation = (centre * (1 - centre) / Double(max(1, respondents))).squareRoot()
    return Interval(around: centre, by: 3 * deviation, within: 0...1)
  }

  /// Whether a point lies lower than chance explains.
  public func isBelow(_ point: Proportion) -> Bool {
    guard let share = point.share else { return false }
    return share < limits(of: point.total).lower
  }
}
