import YuiStatistics
import YuiText

extension ImprovementEffect {
  /// Months compared on either side of the one in which the improvement was done.
  private static let publishedMonths = 3

  /// Compares what is published of single months, or of months told together on one side.
  ///
  /// So it tells of nobody what the trend does not tell.
  init(_ figures: ReviewFigures, doneOn: CalendarDate) {
    let month = doneOn.yearMonth
    let before = month.adding(months: -Self.publishedMonths)...month.adding(months: -1)
    let after = month.adding(months: 1)...month.adding(months: Self.publishedMonths)
    self.init(before: figures.ratings(in: before), after: figures.ratings(in: after))
  }
}

extension ReviewFigures {
  /// The published ratings of some months, without those told together with other months.
  fileprivate func ratings(in span: ClosedRange<YearMonth>) -> RatingDistribution {
    let single = months.filter { span.contains($0.month) }.compactMap(\.distribution)
    let joined = periods.filter {
      span.contains($0.months.lowerBound) && span.contains($0.months.upperBound)
    }
    return (single + joined.map(\.distribution)).reduce(RatingDistribution(), +)
  }
}
