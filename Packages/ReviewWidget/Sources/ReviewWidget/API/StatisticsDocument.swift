import YuiStatistics
import YuiText

/// The statistics of a service as the API tells them; what must stay hidden is null.
///
/// Intervals and the net promoter score are null until their questions and methods are there.
struct StatisticsDocument: Encodable {
  private let figures: ReviewFigures

  init(_ figures: ReviewFigures) { self.figures = figures }

  private enum CodingKeys: String, CodingKey {
    case responses, distribution, mean, meanInterval, topTwoShare, topTwoInterval, nps, npsInterval
    case byMonth, suppressed
  }

  private struct Month: Encodable {
    let month: ReviewFigures.Month

    private enum CodingKeys: String, CodingKey { case month, responses, mean }

    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(month.month.iso, forKey: .month)
      try values.encode(month.distribution?.total, forKey: .responses)
      try values.encode(month.distribution?.mean, forKey: .mean)
    }
  }

  func encode(to encoder: any Encoder) throws {
    let distribution = figures.distribution
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(distribution?.total, forKey: .responses)
    try values.encode(distribution.map(byScore), forKey: .distribution)
    try values.encode(distribution?.mean, forKey: .mean)
    try values.encode(distribution?.topTwoShare, forKey: .topTwoShare)
    for key in [CodingKeys.meanInterval, .topTwoInterval, .nps, .npsInterval] {
      try values.encodeNil(forKey: key)
    }
    let months = distribution == nil ? [] : figures.months
    try values.encode(months.map(Month.init), forKey: .byMonth)
    try values.encode(distribution == nil, forKey: .suppressed)
  }

  private func byScore(_ distribution: RatingDistribution) -> [String: Int] {
    Dictionary(
      RatingDistribution.scores.map { (String($0), distribution[$0]) },
      uniquingKeysWith: { first, _ in first })
  }
}
