import YuiStorage

extension WiFiMigrations {
  /// What staff aims at, and what was measured elsewhere.
  static let planning = Migration(
    5, "targets by fiscal year, and milestones",
    [
      """
      CREATE TABLE wifi_targets (
        fiscal_year BIGINT PRIMARY KEY,
        sites BIGINT NOT NULL,
        note TEXT NOT NULL
      )
      """,
      """
      CREATE TABLE wifi_milestones (
        day TEXT PRIMARY KEY,
        sites BIGINT NOT NULL,
        note TEXT NOT NULL
      )
      """,
    ])
}
