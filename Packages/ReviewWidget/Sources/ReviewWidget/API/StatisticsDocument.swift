import YuiStatistics
import YuiText

/// The statistics of a service as the API tells them; what must stay hidden is null.
struct StatisticsDocument: Encodable {
  private let view: ResultsView

  init(_ view: ResultsView) { self.view = view }

  private enum CodingKeys: String, CodingKey {
    case responses, distribution, mean, meanInterval, topTwoShare, topTwoInterval, nps, npsInterval
    case byMonth, periods, goal, ease, clarity, reasons, channels, endings
    case offered, answered, suppressed
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(view.isSuppressed, forKey: .suppressed)
    try values.encode(view.responses, forKey: .responses)
    try values.encode(view.distribution.map(byScore), forKey: .distribution)
    try values.encode(view.mean?.value, forKey: .mean)
    try values.encode(view.mean.map { ends($0.interval) }, forKey: .meanInterval)
    try values.encode(view.topTwo?.share, forKey: .topTwoShare)
    try values.encode(view.topTwo?.interval.map(ends), forKey: .topTwoInterval)
    try values.encode(view.nps?.score, forKey: .nps)
    try values.encode(view.nps?.interval.map(ends), forKey: .npsInterval)
    try values.encode(view.isSuppressed ? [] : view.months.map(Month.init), forKey: .byMonth)
    try values.encode(view.periods.map(Period.init), forKey: .periods)
    try values.encode(answers(.goal, Goal.allCases.map(\.rawValue)), forKey: .goal)
    try values.encode(answers(.ease, (1...5).map(String.init)), forKey: .ease)
    try values.encode(answers(.clarity, (1...5).map(String.init)), forKey: .clarity)
    try values.encode(view.counts(.reason).map(ReasonCount.list), forKey: .reasons)
    try values.encode(view.counts(.channel), forKey: .channels)
    try values.encode(answers(.ending, Ending.allCases.map(\.rawValue)), forKey: .endings)
    try values.encode(view.offered, forKey: .offered)
    try values.encode(view.answered, forKey: .answered)
  }

  private func ends(_ interval: Interval) -> [Double] { [interval.lower, interval.upper] }

  private func answers(_ measure: Measure, _ values: [String]) -> [String: Int]? {
    view.counts(measure).map { counts in
      Dictionary(values.map { ($0, counts[$0] ?? 0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  private func byScore(_ distribution: RatingDistribution) -> [String: Int] {
    Dictionary(
      RatingDistribution.scores.map { (String($0), distribution[$0]) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension StatisticsDocument {
  fileprivate struct Month: Encodable {
    let month: ReviewFigures.Month

    private enum CodingKeys: String, CodingKey { case month, responses, mean }

    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(month.month.iso, forKey: .month)
      try values.encode(month.distribution?.total, forKey: .responses)
      try values.encode(month.distribution?.mean, forKey: .mean)
    }
  }

  /// Months that are told together.
  fileprivate struct Period: Encodable {
    let from: String
    let through: String
    let responses: Int
    let mean: Double?

    init(_ period: ReviewFigures.Period) {
      from = period.months.lowerBound.iso
      through = period.months.upperBound.iso
      responses = period.distribution.total
      mean = period.distribution.mean
    }
  }

  /// How often a reason was given; the words of other programs are told as one, `other`.
  fileprivate struct ReasonCount: Encodable {
    let code: String
    let polarity: String?
    let responses: Int

    private enum CodingKeys: String, CodingKey { case code, polarity, responses }

    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(code, forKey: .code)
      try values.encode(polarity, forKey: .polarity)
      try values.encode(responses, forKey: .responses)
    }

    static func list(_ counts: [String: Int]) -> [ReasonCount] {
      var sums: [Reason: Int] = [:]
      for (text, count) in counts where !text.isEmpty && count > 0 {
        let reason = Reason(text)
        let code = ReasonOption.known[reason.code] == nil ? "other" : reason.code
        sums[Reason(code, reason.polarity), default: 0] += count
      }
      return sums.sorted { $0.key.description < $1.key.description }.map {
        ReasonCount(code: $0.key.code, polarity: $0.key.polarity?.rawValue, responses: $0.value)
      }
    }
  }
}
