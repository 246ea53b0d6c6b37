import YuiStatistics
import YuiStorage
import YuiText

/// What the overview and the quarterly file read of all services: counts alone, so that they cost
/// the same at a million responses as at ten.
enum OverviewStore {
  /// The counts of one service.
  struct Counts {
    /// The satisfied of each of the wanted months.
    var months: [YearMonth: Proportion] = [:]
    var offered = 0
    var answered = 0
  }

  /// The counts of every service by slug; those by month from a month on, of which alone the rows
  /// are read, however long the history is.
  static func counts(
    since first: YearMonth, in source: some Queryable
  ) throws -> [String: Counts] {
    var all: [String: Counts] = [:]
    // CROSS JOIN has SQLite begin with the services.
    try source.forEach(
      """
      SELECT reviews_services.slug, rollups.month, CAST(SUM(rollups.responses) AS BIGINT),
        CAST(SUM(CASE WHEN rollups.score >= 4 THEN rollups.responses ELSE 0 END) AS BIGINT)
      FROM reviews_services CROSS JOIN reviews_rollups AS rollups
      WHERE rollups.service = reviews_services.slug AND rollups.month >= \(first)
      GROUP BY reviews_services.slug, rollups.month
      """
    ) { row in
      let responses = max(0, try row.int(2))
      let satisfied = min(max(0, try row.int(3)), responses)
      all[try row.text(0), default: Counts()].months[try row.month(1)] =
        Proportion(satisfied, of: responses)
    }
    try source.forEach(
      """
      SELECT service, measure, CAST(SUM(responses) AS BIGINT) FROM reviews_measures
      WHERE measure = \(Measure.offered) OR measure = \(Measure.channel)
      GROUP BY service, measure
      """
    ) { row in
      let number = max(0, try row.int(2))
      if try row.text(1) == Measure.offered.rawValue {
        all[try row.text(0), default: Counts()].offered = number
      } else {
        all[try row.text(0), default: Counts()].answered = number
      }
    }
    return all
  }

  /// The responses to a service in some months.
  static func responses(
    to service: Slug, in months: ClosedRange<YearMonth>, from source: some Queryable
  ) throws -> Int {
    try source.first(
      """
      SELECT CAST(COALESCE(SUM(responses), 0) AS BIGINT) FROM reviews_rollups
      WHERE service = \(service.description) AND month >= \(months.lowerBound)
        AND month <= \(months.upperBound)
      """
    ) { try $0.int(0) } ?? 0
  }
}
