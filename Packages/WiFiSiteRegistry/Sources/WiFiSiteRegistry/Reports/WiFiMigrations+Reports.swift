import YuiCasework
import YuiStorage

extension WiFiMigrations {
  /// What people report, and the cases that staff works on.
  static let reports = Migration(4, "outage reports and their cases") { transaction in
    let statements: [SQL] = [
      """
      CREATE TABLE wifi_reports (
        id TEXT PRIMARY KEY,
        site TEXT NOT NULL REFERENCES wifi_sites (id),
        kind TEXT NOT NULL,
        comment TEXT NOT NULL,
        language TEXT NOT NULL,
        received_at BIGINT NOT NULL
      )
      """,
      "CREATE INDEX wifi_reports_received ON wifi_reports (received_at, site)",
      """
      CREATE TABLE wifi_report_counts (
        site TEXT PRIMARY KEY REFERENCES wifi_sites (id),
        reports BIGINT NOT NULL,
        last_at BIGINT NOT NULL
      )
      """,
      "CREATE INDEX wifi_report_counts_last ON wifi_report_counts (last_at, site)",
    ]
    for statement in statements { try transaction.execute(statement) }
    try ReportStore.words.create(in: transaction)
    try ReportCases.definition.createTables(in: transaction)
  }
}
