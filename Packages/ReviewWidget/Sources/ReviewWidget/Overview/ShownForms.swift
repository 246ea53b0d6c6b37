import YuiStorage
import YuiText

/// How many forms were shown and not answered in each month.
///
/// Only the running total is counted as it happens; the hourly watch tells from it what came to each
/// month.
enum ShownForms {
  /// Notes what was shown and not answered since this was last noted.
  static func note(
    of service: Slug, in month: YearMonth, in transaction: Transaction
  ) throws {
    let missing = try unnoted(of: service, in: transaction)
    guard missing > 0 else { return }
    try transaction.execute(
      """
      INSERT INTO reviews_shown_months (service, month, unanswered)
      VALUES (\(service.description), \(month), \(missing))
      ON CONFLICT (service, month)
      DO UPDATE SET unanswered = reviews_shown_months.unanswered + excluded.unanswered
      """)
  }

  /// How many are not noted for any month yet.
  static func unnoted(of service: Slug, in source: some Queryable) throws -> Int {
    let total =
      try source.first(
        """
        SELECT CAST(COALESCE(SUM(
          CASE WHEN measure = \(Measure.offered) THEN responses ELSE -responses END), 0) AS BIGINT)
        FROM reviews_measures
        WHERE service = \(service.description)
          AND (measure = \(Measure.offered) OR measure = \(Measure.channel))
        """
      ) { try $0.int(0) } ?? 0
    let noted =
      try source.first(
        """
        SELECT CAST(COALESCE(SUM(unanswered), 0) AS BIGINT) FROM reviews_shown_months
        WHERE service = \(service.description)
        """
      ) { try $0.int(0) } ?? 0
    return total - noted
  }

  /// The forms that were shown and not answered in some months.
  static func unanswered(
    of service: Slug, in months: ClosedRange<YearMonth>, from source: some Queryable
  ) throws -> Int {
    try source.first(
      """
      SELECT CAST(COALESCE(SUM(unanswered), 0) AS BIGINT) FROM reviews_shown_months
      WHERE service = \(service.description) AND month >= \(months.lowerBound)
        AND month <= \(months.upperBound)
      """
    ) { try $0.int(0) } ?? 0
  }
}
