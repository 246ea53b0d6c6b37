import YuiStorage

extension WiFiMigrations {
  /// Since when a site is in its status, and which sites staff found not to be the same.
  static let staff = Migration(
    2, "since when a status holds, and sites that are not the same",
    [
      "ALTER TABLE wifi_sites ADD COLUMN status_since TEXT",
      "CREATE INDEX wifi_sites_status_since ON wifi_sites (status, status_since)",
      """
      CREATE TABLE wifi_different_sites (
        site TEXT NOT NULL REFERENCES wifi_sites (id),
        other TEXT NOT NULL REFERENCES wifi_sites (id),
        at BIGINT NOT NULL,
        who TEXT NOT NULL,
        PRIMARY KEY (site, other)
      )
      """,
    ])
}
