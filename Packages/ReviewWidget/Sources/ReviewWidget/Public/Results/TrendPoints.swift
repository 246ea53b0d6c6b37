import YuiHTML
import YuiStatistics
import YuiText

/// The months and periods of a view as points of a trend.
enum TrendPoints {
  /// The last points, over at least so many months where there are as many.
  static func of(_ view: ResultsView, months count: Int) -> [TrendChart.Point] {
    var points: [TrendChart.Point] = []
    for month in view.months {
      if let period = view.periods.first(where: { $0.months.contains(month.month) }) {
        guard period.months.lowerBound == month.month else { continue }
        points.append(
          point(period.months.lowerBound, through: period.months.upperBound, period.distribution))
      } else {
        points.append(point(month.month, through: month.month, month.distribution))
      }
    }
    guard let last = points.last else { return [] }
    var earliest = last.through
    for _ in 1..<count { earliest = earliest.previous }
    return points.filter { $0.through >= earliest }
  }

  private static func point(
    _ month: YearMonth, through last: YearMonth, _ distribution: RatingDistribution?
  ) -> TrendChart.Point {
    TrendChart.Point(
      month, through: last, responses: distribution?.total, mean: distribution?.mean,
      range: distribution?.meanInterval.map { $0.lower...$0.upper })
  }
}
