import YuiText

/// What could be published of the scores that are not yet, in batches of at least k respondents.
///
/// What came is cut into blocks of consecutive months of k or more each, and a remainder joins the
/// block before it; undated responses stand after the last month. What went (spam) is taken from a
/// group of its month, where k or more went. Either waits where it is less.
struct ReleasePlan: Sendable {
  /// What one group gains or loses.
  struct Step: Sendable, Hashable {
    let group: ScoreGroup
    /// The change by score: all above 0, or all below.
    let state: FigureState
    /// What of it is of which month.
    let byMonth: [YearMonth?: FigureState]
  }

  /// What is counted and not published (above 0), or published and no longer counted (below).
  let pending: [YearMonth?: FigureState]
  /// The least number of respondents of a step.
  let threshold: Int

  /// What came, each step at least k respondents.
  var additions: [Step] {
    var blocks: [[Part]] = []
    var open: [Part] = []
    for part in came {
      open.append(part)
      if open.reduce(0, { $0 + $1.state.total }) >= threshold {
        blocks.append(open)
        open = []
      }
    }
    guard let last = blocks.indices.last else { return [] }
    blocks[last] += open
    return blocks.map(Self.step)
  }

  /// Whether so many went from a month that it can be told.
  var hasRemovals: Bool { went.contains { -$0.state.total >= threshold } }

  /// What went, each step at least k respondents.
  ///
  /// It is taken from the narrowest group that can bear it. Where none can, as after a flood of
  /// spam, the month's own group is withdrawn as a whole; who is left of it waits to be published.
  func removals(from groups: [ScoreGroup: FigureState]) -> [Step] {
    went.filter { -$0.state.total >= threshold }.compactMap { part in
      let covering = groups.filter { $0.key.covers(part.month) && !$0.value.isEmpty }
        .sorted { ($0.key.breadth, $0.key.description) < ($1.key.breadth, $1.key.description) }
      let bearer = covering.first { group in
        let rest = group.value + part.state
        return rest.isPossible && (rest.isEmpty || rest.total >= threshold)
      }
      if let bearer {
        return Step(group: bearer.key, state: part.state, byMonth: [part.month: part.state])
      }
      guard let own = covering.first, own.key.isOf(part.month) else { return nil }
      let all = FigureState() - own.value
      return Step(group: own.key, state: all, byMonth: [part.month: all])
    }
  }

  /// The most that waits for one step: only after so many further changes as are missing to k may
  /// there be another.
  var waiting: Int {
    max(
      came.reduce(0) { $0 + $1.state.total }, went.map { -$0.state.total }.max() ?? 0)
  }

  private typealias Part = (month: YearMonth?, state: FigureState)

  private var came: [Part] { parts { $0 > 0 } }
  private var went: [Part] { parts { $0 < 0 } }

  /// The changes of one direction by month, undated ones last.
  private func parts(where isTaken: (Int) -> Bool) -> [Part] {
    pending.compactMap { month, state -> Part? in
      var part = FigureState()
      for (value, count) in state.counts where isTaken(count) { part[value] = count }
      return part.isEmpty ? nil : (month, part)
    }.sorted { left, right in
      guard let first = left.month else { return false }
      guard let second = right.month else { return true }
      return first < second
    }
  }

  private static func step(of block: [Part]) -> Step {
    let months = block.compactMap(\.month)
    let range = months.first.flatMap { first in months.last.map { first...$0 } }
    return Step(
      group: ScoreGroup(range, hasUndated: months.count < block.count),
      state: block.reduce(FigureState()) { $0 + $1.state },
      byMonth: Dictionary(block.map { ($0.month, $0.state) }, uniquingKeysWith: +))
  }
}

extension ScoreGroup {
  /// Whether all of it is of one month, or all without any.
  fileprivate func isOf(_ month: YearMonth?) -> Bool {
    month == nil ? months == nil : singleMonth == month
  }

  /// How many months it spans, in halves, and half a month more for undated responses.
  fileprivate var breadth: Int {
    let spanned = months.map { ReviewFigures.span(from: $0.lowerBound, to: $0.upperBound).count }
    return 2 * (spanned ?? 0) + (hasUndated ? 1 : 0)
  }
}
