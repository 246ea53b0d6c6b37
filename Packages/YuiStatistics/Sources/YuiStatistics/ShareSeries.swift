/// A share watched over time, such as that of the satisfied week by week.
///
/// Successive counts are joined until each point holds enough respondents; what is left over at the
/// end waits for more. So a small service is watched as well, only less often.
public struct ShareSeries: Sendable, Hashable {
  /// The least respondents of a point unless said: with fewer a share says next to nothing.
  public static let leastRespondents = 20

  /// The points, the oldest first.
  public let points: [Proportion]
  /// For each point, the position of the last of its counts in what was given.
  public let ends: [Int]

  /// Joins counts in the order of time into points of at least `minimum` respondents.
  public init(_ counts: [Proportion], minimum: Int = leastRespondents) {
    precondition(minimum > 0, "A point needs respondents.")
    var points: [Proportion] = []
    var ends: [Int] = []
    var waiting = Proportion(0, of: 0)
    for (position, next) in counts.enumerated() {
      waiting = waiting + next
      guard waiting.total >= minimum else { continue }
      points.append(waiting)
      ends.append(position)
      waiting = Proportion(0, of: 0)
    }
    self.points = points
    self.ends = ends
  }
}

extension Proportion {
  /// Both together.
  public static func + (left: Proportion, right: Proportion) -> Proportion {
    Proportion(left.count + right.count, of: left.total + right.total)
  }
}
