import YuiStatistics
import YuiText

/// Figures as far as a service publishes them: field by field.
struct ResultsView {
  private let figures: ReviewFigures
  private let fields: Set<PublishedField>
  private let leastNPS: Int

  init(_ figures: ReviewFigures, publishing fields: Set<PublishedField>) {
    self.figures = figures
    self.fields = fields
    leastNPS = NetPromoterScore.leastPublished
  }

  /// Every figure, for a reader who may know all.
  init(all figures: ReviewFigures) {
    self.figures = figures
    fields = Set(PublishedField.allCases)
    leastNPS = 1
  }

  /// Whether there are too few responses to tell anything.
  var isSuppressed: Bool { figures.distribution == nil }

  /// The number of responses, which stands beside every figure.
  var responses: Int? { figures.distribution?.total }

  /// Whether a field is public.
  func publishes(_ field: PublishedField) -> Bool { fields.contains(field) }

  var distribution: RatingDistribution? {
    fields.contains(.distribution) ? figures.distribution : nil
  }

  var mean: Estimate? {
    guard fields.contains(.mean), let mean = given?.mean, let interval = given?.meanInterval
    else { return nil }
    return Estimate(mean, interval)
  }

  var topTwo: Proportion? { fields.contains(.topTwo) ? given?.topTwo : nil }

  /// The net promoter score; nil where there are too few answers for one.
  var nps: NetPromoterScore? {
    guard let counts = npsCounts, counts.total >= leastNPS else {
      return nil
    }
    return counts
  }

  /// Whether there are answers to the question of recommending, but too few.
  var hasTooFewForNPS: Bool { nps == nil && (npsCounts?.total ?? 0) > 0 }

  var months: [ReviewFigures.Month] { fields.contains(.trend) ? figures.months : [] }
  var periods: [ReviewFigures.Period] { fields.contains(.trend) ? figures.periods : [] }

  /// Counts of a measure by answer; nil where they are not told.
  func counts(_ measure: Measure) -> [String: Int]? {
    let isPublic =
      switch measure {
      case .goal: fields.contains(.goal)
      case .ease: fields.contains(.ease)
      case .clarity: fields.contains(.clarity)
      case .reason: fields.contains(.reasons)
      case .channel: fields.contains(.channels)
      case .ending: fields.contains(.endings)
      case .endingScore, .unexplained: false
      case .nps: fields.contains(.nps)
      case .offered: true
      case .keyword: fields.contains(.keywords)
      }
    return isPublic ? figures.measures[measure] : nil
  }

  var offered: Int? { figures.offered }
  var answered: Int? { figures.answered }

  /// Whether any figure is public beside the number of responses.
  var hasFigures: Bool {
    !fields.isDisjoint(with: [
      .distribution, .mean, .topTwo, .nps, .trend, .goal, .ease, .clarity, .reasons,
    ])
  }

  /// The scores where there are any.
  private var given: RatingDistribution? {
    figures.distribution.flatMap { $0.total > 0 ? $0 : nil }
  }

  private var npsCounts: NetPromoterScore? {
    counts(.nps).map { counts in
      NetPromoterScore(counts: (0...10).map { counts[String($0)] ?? 0 })
    }
  }
}
