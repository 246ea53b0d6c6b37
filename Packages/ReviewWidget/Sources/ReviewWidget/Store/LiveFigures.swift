import YuiStatistics
import YuiStorage
import YuiText

/// The figures as they are this moment, for those who may know them all (`reviews:read`).
enum LiveFigures {
  /// The figures of one service.
  static func of(_ service: Slug, in source: some Queryable) throws -> ReviewFigures {
    var total = RatingDistribution()
    var byMonth: [YearMonth: RatingDistribution] = [:]
    for count in try RollupStore.counts(of: service, in: source) where count.responses != 0 {
      total[count.score.rawValue] += count.responses
      guard let month = count.month else { continue }
      byMonth[month, default: RatingDistribution()][count.score.rawValue] += count.responses
    }
    var figures = ReviewFigures()
    figures.distribution = total
    figures.months = ReviewFigures.span(from: byMonth.keys.min(), to: byMonth.keys.max()).map {
      .init(month: $0, distribution: byMonth[$0] ?? RatingDistribution())
    }
    try source.forEach(
      """
      SELECT measure, value, responses FROM reviews_measures
      WHERE service = \(service.description) AND responses <> 0
      """
    ) { row in
      let measure = try row.value(0, as: Measure.self)
      figures.measures[measure, default: [:]][try row.text(1)] = try row.int(2)
    }
    return figures
  }

  /// The counts of one measure.
  static func measure(
    _ measure: Measure, of service: Slug, in source: some Queryable
  ) throws -> FigureState {
    var state = FigureState()
    try source.forEach(
      """
      SELECT value, responses FROM reviews_measures
      WHERE service = \(service.description) AND measure = \(measure)
      """
    ) { row in state[try row.text(0)] = try row.int(1) }
    return state
  }

  /// The scores of the services from one slug to another, by slug.
  static func totals(
    from first: Slug, through last: Slug, in source: some Queryable
  ) throws -> [String: RatingDistribution] {
    try RollupStore.totals(from: first, through: last, in: source).mapValues { counts in
      var distribution = RatingDistribution()
      for (score, responses) in counts { distribution[score.rawValue] = responses }
      return distribution
    }
  }

  static func hasResponses(_ service: Slug, in source: some Queryable) throws -> Bool {
    try source.first(
      """
      SELECT 1 FROM reviews_rollups WHERE service = \(service.description) AND responses > 0
      LIMIT 1
      """
    ) { _ in true } ?? false
  }
}
