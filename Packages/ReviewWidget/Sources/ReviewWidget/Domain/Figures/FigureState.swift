import YuiStatistics

/// How often each answer was given, as it is or was published.
struct FigureState: Sendable, Hashable {
  /// The counts by answer, without those of 0.
  private(set) var counts: [String: Int] = [:]

  /// Nothing.
  init() {}

  /// The number of times `value` was given.
  subscript(_ value: String) -> Int {
    get { counts[value] ?? 0 }
    set { counts[value] = newValue == 0 ? nil : newValue }
  }

  /// All of them.
  var total: Int { counts.values.reduce(0, +) }

  var isEmpty: Bool { counts.isEmpty }

  /// Whether no count is below 0, which no published one may be.
  var isPossible: Bool { counts.values.allSatisfy { $0 > 0 } }

  static func + (left: FigureState, right: FigureState) -> FigureState {
    var sum = left
    sum += right
    return sum
  }

  static func += (left: inout FigureState, right: FigureState) {
    for (value, count) in right.counts { left[value] += count }
  }

  static func - (left: FigureState, right: FigureState) -> FigureState {
    var difference = left
    for (value, count) in right.counts { difference[value] -= count }
    return difference
  }
}

extension FigureState {
  /// The counts of scores.
  init(_ distribution: RatingDistribution) {
    for score in RatingDistribution.scores { self[String(score)] = distribution[score] }
  }

  /// The counts as those of scores.
  var distribution: RatingDistribution {
    var distribution = RatingDistribution()
    for score in RatingDistribution.scores { distribution[score] = self[String(score)] }
    return distribution
  }
}

extension FigureState: LosslessStringConvertible {
  /// Reads lines of count, space and answer.
  init?(_ description: String) {
    for line in description.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let count = Int(parts[0]) else { return nil }
      self[String(parts[1])] = count
    }
  }

  /// Lines of count, space and answer, in the order of the answers; an answer is one line.
  var description: String {
    counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: "\n")
  }
}
