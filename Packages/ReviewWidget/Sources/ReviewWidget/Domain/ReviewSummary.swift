public import YuiStatistics
public import YuiText

/// What the responses to one service say together, as far as the reader may know it.
public struct ReviewSummary: Sendable, Hashable {
  /// One month of responses.
  public struct Month: Sendable, Hashable {
    /// The month.
    public let month: YearMonth
    /// Its scores; nil where they would lay few respondents open.
    public let distribution: RatingDistribution?
  }

  /// The scores of all responses; nil where they would lay few respondents open.
  public let distribution: RatingDistribution?
  /// The months from the first to the last with responses, without gaps.
  public let months: [Month]

  /// Sums up counts.
  ///
  /// - Parameter suppression: what keeps small groups hidden; nil for a reader who may see all.
  public init(
    counts: [(month: YearMonth?, score: Score, responses: Int)],
    suppression: SmallCountSuppression? = SmallCountSuppression()
  ) {
    var total = RatingDistribution()
    var byMonth: [YearMonth: RatingDistribution] = [:]
    for count in counts {
      total[count.score.rawValue] += count.responses
      guard let month = count.month else { continue }
      byMonth[month, default: RatingDistribution()][count.score.rawValue] += count.responses
    }
    let known = byMonth.filter { $0.value.total > 0 }
    let span = Self.span(from: known.keys.min(), to: known.keys.max())
    let groups = span.map { known[$0] ?? RatingDistribution() }
    let hidden = suppression?.suppress(groups: groups.map(\.total), total: total.total)
    distribution = hidden?.isTotalHidden == true ? nil : total
    months = zip(span, groups).enumerated().map { index, group in
      Month(
        month: group.0, distribution: hidden?.isHidden[index] == true ? nil : group.1)
    }
  }

  /// The last twelve months there are, for a chart that a phone can show.
  public var recentMonths: [Month] { months.suffix(12) }

  private static func span(from first: YearMonth?, to last: YearMonth?) -> [YearMonth] {
    guard let first, let last else { return [] }
    var months: [YearMonth] = []
    var month = first
    while month <= last {
      months.append(month)
      month = month.next
    }
    return months
  }
}
