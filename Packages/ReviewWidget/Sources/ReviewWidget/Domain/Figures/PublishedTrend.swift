import YuiStatistics
import YuiText

/// Months and periods as they are told, made of published groups alone.
///
/// A batch that began in one month and was full in the next counts in the later one where it is
/// small beside it. Otherwise its months are told as one period; periods that share a month are one.
struct PublishedTrend {
  /// A batch is small beside a month that has so many times its respondents of its own.
  private static let smallness = 10

  let months: [ReviewFigures.Month]
  let periods: [ReviewFigures.Period]

  private struct Batch {
    let months: ClosedRange<YearMonth>
    let hasUndated: Bool
    let state: FigureState
  }

  init(_ groups: [ScoreGroup: FigureState]) {
    var own: [YearMonth: FigureState] = [:]
    var batches: [Batch] = []
    for (group, state) in groups where !state.isEmpty {
      guard let months = group.months else { continue }
      if let month = group.singleMonth {
        own[month] = state
      } else {
        batches.append(Batch(months: months, hasUndated: group.hasUndated, state: state))
      }
    }
    let alone = own
    let isSmall = { (batch: Batch) in
      batch.state.total * Self.smallness <= alone[batch.months.upperBound]?.total ?? 0
    }
    for batch in batches where isSmall(batch) && !batch.hasUndated {
      own[batch.months.upperBound, default: FigureState()] += batch.state
    }
    let joined = batches.filter { !isSmall($0) }
    let spans = Self.united(joined.map(\.months))
    periods = spans.compactMap { span in
      let inside = joined.filter { span.contains($0.months.lowerBound) }
      // What undated responses add to a period cannot be told apart from it.
      guard !inside.contains(where: \.hasUndated) else { return nil }
      let states = inside.map(\.state) + own.filter { span.contains($0.key) }.map(\.value)
      return ReviewFigures.Period(
        months: span, distribution: states.reduce(FigureState(), +).distribution)
    }
    let known = Set(own.keys).union(spans.flatMap { [$0.lowerBound, $0.upperBound] })
    months = ReviewFigures.span(from: known.min(), to: known.max()).map { month in
      let isTold = !spans.contains { $0.contains(month) }
      return ReviewFigures.Month(
        month: month, distribution: isTold ? own[month]?.distribution : nil)
    }
  }

  /// The ranges, those that share a month as one.
  private static func united(_ ranges: [ClosedRange<YearMonth>]) -> [ClosedRange<YearMonth>] {
    var united: [ClosedRange<YearMonth>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = united.last, range.lowerBound <= last.upperBound {
        united[united.count - 1] =
          last.lowerBound...Swift.max(last.upperBound, range.upperBound)
      } else {
        united.append(range)
      }
    }
    return united
  }
}
