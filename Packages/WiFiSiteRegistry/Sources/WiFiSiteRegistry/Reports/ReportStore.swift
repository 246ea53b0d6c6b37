import YuiCasework
import YuiStorage
import YuiText

/// What people reported: all its SQL.
enum ReportStore {
  /// The words of reports and of the sites they are about, which follow them by a moment.
  static let words = TextIndex("wifi_report_words")

  /// Stores a report and opens its case.
  static func add(_ report: OutageReport, in transaction: Transaction) throws {
    try transaction.execute(
      """
      INSERT INTO wifi_reports (id, site, kind, comment, language, received_at)
      VALUES (\(report.id), \(report.site), \(report.kind), \(report.comment),
        \(report.language), \(report.receivedAt))
      """)
    try transaction.execute(
      """
      INSERT INTO wifi_report_counts (site, reports, last_at)
      VALUES (\(report.site), 1, \(report.receivedAt))
      ON CONFLICT (site) DO UPDATE SET reports = wifi_report_counts.reports + 1,
        last_at = excluded.last_at
      """)
    try ReportCases.store.open(
      [
        CaseDraft(
          subject: report.id.description, topic: report.site.description, rank: report.kind.rank,
          receivedAt: report.receivedAt)
      ], at: report.receivedAt, in: transaction)
    try words.enqueue(report.id.description, in: transaction)
    transaction.wake("wifi.index-reports")
  }

  static func reports(_ ids: [UUIDv7], in source: some Queryable) throws -> [OutageReport] {
    guard !ids.isEmpty else { return [] }
    let list = SQL.joined(ids.map { "\($0)" }, separator: ", ")
    return try source.all(
      """
      SELECT id, site, kind, comment, language, received_at FROM wifi_reports
      WHERE id IN (\(list)) ORDER BY id
      """
    ) { row in
      OutageReport(
        id: try row.uuid(0), site: try row.uuid(1), kind: try row.value(2, as: ReportKind.self),
        comment: try row.text(3), language: try row.value(4, as: Language.self),
        receivedAt: try row.timestamp(5))
    }
  }

  /// The sites of which there are reports, the last reported first.
  static func sites(limit: Int, in source: some Queryable) throws -> [UUIDv7] {
    try source.all(
      "SELECT site FROM wifi_report_counts ORDER BY last_at DESC, site LIMIT \(limit)"
    ) { row in try row.uuid(0) }
  }

  /// What is found in a report by its words.
  static func searchText(of id: UUIDv7, in source: some Queryable) throws -> String? {
    try source.first(
      """
      SELECT reports.comment, sites.name, sites.address FROM wifi_reports AS reports
      JOIN wifi_sites AS sites ON sites.id = reports.site WHERE reports.id = \(id)
      """
    ) { row in try (0...2).map { try row.text($0) }.joined(separator: "\n") }
  }

  /// How many reports of each kind came about each site in a span of time, the most first.
  static func counts(
    _ span: Range<Timestamp>, limit: Int, in source: some Queryable
  ) throws -> [(site: UUIDv7, reports: Int)] {
    try source.all(
      """
      SELECT site, COUNT(*) AS reports FROM wifi_reports
      WHERE received_at >= \(span.lowerBound) AND received_at < \(span.upperBound)
      GROUP BY site ORDER BY reports DESC, site LIMIT \(limit)
      """
    ) { row in (try row.uuid(0), try row.int(1)) }
  }

  /// Erases what was written in a report.
  static func eraseComment(of id: UUIDv7, in transaction: Transaction) throws {
    try transaction.execute("UPDATE wifi_reports SET comment = '' WHERE id = \(id)")
    try words.remove(id.description, in: transaction)
  }

  /// What staff answered in public to reports about a site, the newest first.
  static func replies(
    about site: UUIDv7, since time: Timestamp, limit: Int, in source: some Queryable
  ) throws -> [(text: String, on: CalendarDate)] {
    try source.all(
      """
      SELECT replies.body, replies.released_at FROM wifi_cases AS cases
      JOIN wifi_case_replies AS replies ON replies.number = cases.number
      WHERE cases.topic = \(site.description) AND replies.body IS NOT NULL
        AND replies.released_at >= \(time)
      ORDER BY cases.received_at DESC, cases.number DESC LIMIT \(limit)
      """
    ) { row in (try row.text(0), try row.timestamp(1).date) }
  }
}
