@testable import ReviewWidget
import Testing
import YuiStatistics
import YuiText

/// Somebody who keeps everything that was ever published of a service, and subtracts.
struct Attacker {
  /// The least number of people that may be told apart.
  let threshold: Int
  /// Every state that each figure had in public.
  private(set) var seen: [String: Set<[String: Int]>] = [:]
  /// What tells of fewer.
  private(set) var finds: [String] = []

  init(threshold: Int) { self.threshold = threshold }

  /// Keeps what is public now, and what follows from it.
  ///
  /// - Parameter groups: what months, periods and the rest are sums of. They are not shown by
  ///   themselves; but who knows them all knows every sum and difference that is.
  mutating func look(at figures: ReviewFigures, groups: [ScoreGroup: FigureState]) {
    for (group, state) in groups { keep(state.counts, of: "group \(group)") }
    var now: [String: [String: Int]] = [:]
    let total = Self.counts(figures.distribution)
    now["total"] = total
    var rest = total
    for month in figures.months where month.distribution != nil {
      now["month \(month.month)"] = Self.counts(month.distribution)
    }
    for period in figures.periods {
      now["period \(period.months)"] = Self.counts(period.distribution)
    }
    for counts in now where counts.key != "total" {
      for (score, count) in counts.value { rest[score, default: 0] -= count }
    }
    // The responses that stand in the total and in no month.
    if rest.values.contains(where: { $0 < 0 }) || 1..<threshold ~= rest.values.reduce(0, +) {
      finds.append("the total tells of \(rest) beside the months")
    }
    for (measure, counts) in figures.measures where measure != .reason {
      now["\(measure)"] = counts.filter { $0.value != 0 }
    }
    for (figure, counts) in now { keep(counts, of: figure) }
    // One may give several reasons: each says how many gave it, and the empty one how many gave any.
    for (reason, count) in figures.measures[.reason] ?? [:] where reason.isEmpty {
      keep(["": count], of: "reasons")
    }
  }

  private mutating func keep(_ counts: [String: Int], of figure: String) {
    guard !seen[figure, default: []].contains(counts) else { return }
    // Before the first response, nothing was public.
    for earlier in seen[figure, default: []].union([[:]]) where earlier != counts {
      let people = Self.people(between: earlier, and: counts)
      if people < threshold {
        finds.append("\(figure): \(earlier) to \(counts) tells of \(people)")
      }
    }
    seen[figure, default: []].insert(counts)
  }

  /// The fewest people who can have made the difference.
  private static func people(between first: [String: Int], and second: [String: Int]) -> Int {
    let changes = Set(first.keys).union(second.keys).map { (second[$0] ?? 0) - (first[$0] ?? 0) }
    return max(changes.filter { $0 > 0 }.reduce(0, +), -changes.filter { $0 < 0 }.reduce(0, +))
  }

  private static func counts(_ distribution: RatingDistribution?) -> [String: Int] {
    var counts: [String: Int] = [:]
    for score in RatingDistribution.scores {
      guard let count = distribution?[score], count != 0 else { continue }
      counts["\(score)"] = count
    }
    return counts
  }
}
