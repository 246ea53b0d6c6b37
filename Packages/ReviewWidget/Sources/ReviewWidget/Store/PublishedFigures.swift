import YuiStatistics
import YuiStorage
import YuiTenancy
import YuiText

/// The figures that everybody may know, made of releases of at least k respondents each.
enum PublishedFigures {
  /// The figures of one service.
  static func of(_ service: Slug, in source: some Queryable) throws -> ReviewFigures {
    let threshold = try ReviewWidget().settings(in: source).threshold
    let states = try PublishedStates.all(of: service, in: source)
    var figures = ReviewFigures()
    figures.distribution = try distribution(states[.scores], threshold: threshold) {
      try LiveFigures.hasResponses(service, in: source)
    }
    guard figures.distribution != nil else { return figures }
    var groups: [ScoreGroup: FigureState] = [:]
    for (figure, state) in states where figure.respondents(in: state) >= threshold {
      switch figure {
      case .scores: break
      case .group(let group): groups[group] = state
      case .measure(let measure): figures.measures[measure] = state.counts
      }
    }
    let trend = PublishedTrend(groups)
    (figures.months, figures.periods) = (trend.months, trend.periods)
    return figures
  }

  /// The scores of the services from one slug to another, by slug; a service of too few is missing.
  static func totals(
    from first: Slug, through last: Slug, in source: some Queryable
  ) throws -> [String: RatingDistribution] {
    let threshold = try ReviewWidget().settings(in: source).threshold
    return try PublishedStates.totals(from: first, through: last, in: source)
      .filter { $0.value.total >= threshold }.mapValues(\.distribution)
  }

  /// Where nothing is public, no response at all is told from too few.
  private static func distribution(
    _ state: FigureState?, threshold: Int, hasResponses: () throws -> Bool
  ) throws -> RatingDistribution? {
    if let state, state.total >= threshold { return state.distribution }
    return try hasResponses() ? nil : RatingDistribution()
  }
}
