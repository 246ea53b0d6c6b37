import YuiStorage

/// Which sites were found to be the same as others, and retired for them.
enum MergedSites {
  /// Remembers what a site was merged into, and of those merged into it before, too.
  static func set(
    _ site: UUIDv7, into survivor: UUIDv7, in transaction: Transaction
  ) throws {
    try transaction.execute(
      """
      UPDATE wifi_sites SET merged_into = \(survivor)
      WHERE id = \(site) OR merged_into = \(site)
      """)
    // One that lives on was merged into nothing, whatever was found before.
    try transaction.execute("UPDATE wifi_sites SET merged_into = NULL WHERE id = \(survivor)")
  }

  /// The site that lives on for one that was retired.
  static func survivor(of site: UUIDv7, in source: some Queryable) throws -> UUIDv7? {
    try source.first(
      """
      SELECT merged_into FROM wifi_sites
      WHERE id = \(site) AND merged_into IS NOT NULL AND status = \(SiteStatus.retired)
      """
    ) { row in try row.uuid(0) }
  }

  /// The sites that live on, by those that were retired for them.
  static func survivors(in source: some Queryable) throws -> [UUIDv7: UUIDv7] {
    Dictionary(
      try source.all(
        """
        SELECT id, merged_into FROM wifi_sites
        WHERE merged_into IS NOT NULL AND status = \(SiteStatus.retired)
        """
      ) { row in (try row.uuid(0), try row.uuid(1)) }
    ) { first, _ in first }
  }
}

extension WiFiMigrations {
  /// What a site was merged into; it has the identifier of another, or nothing.
  static let merges = Migration(
    6, "what sites were merged into",
    [
      "ALTER TABLE wifi_sites ADD COLUMN merged_into TEXT",
      "CREATE INDEX wifi_sites_merged ON wifi_sites (merged_into) WHERE merged_into IS NOT NULL",
    ])
}
