public import YuiStatistics
public import YuiText

/// What the responses to one service say together, as far as the reader may know it.
public struct ReviewFigures: Sendable, Hashable {
  /// One month of responses.
  public struct Month: Sendable, Hashable {
    /// The month.
    public let month: YearMonth
    /// Its scores; nil where they are told with those of other months, or not at all.
    public let distribution: RatingDistribution?
  }

  /// Months whose responses are told together, since each alone has too few.
  public struct Period: Sendable, Hashable {
    /// The months, the first to the last.
    public let months: ClosedRange<YearMonth>
    /// Their scores together.
    public let distribution: RatingDistribution
  }

  /// The scores of all responses; nil where there are too few to tell.
  public internal(set) var distribution: RatingDistribution? = RatingDistribution()
  /// The months from the first to the last that something is known of, without gaps.
  public internal(set) var months: [Month] = []
  /// Where months are told together.
  public internal(set) var periods: [Period] = []
  /// The counts of the other measures by answer; a measure of too few is missing.
  public internal(set) var measures: [Measure: [String: Int]] = [:]

  /// The last twelve months there are, for a chart that a phone can show.
  public var recentMonths: [Month] { months.suffix(12) }

  /// How often the form was shown; nil where that is not told.
  public var offered: Int? {
    // A sender may say that a form was counted which was not.
    measures[.channel] == nil && measures[.offered] == nil
      ? nil : max(measures[.offered]?[""] ?? 0, answered ?? 0)
  }

  /// How many of those answered; tallies, which were counted elsewhere, are not among them.
  public var answered: Int? { measures[.channel].map { $0.values.reduce(0, +) } }

  /// The months from `first` to `last`.
  static func span(from first: YearMonth?, to last: YearMonth?) -> [YearMonth] {
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
