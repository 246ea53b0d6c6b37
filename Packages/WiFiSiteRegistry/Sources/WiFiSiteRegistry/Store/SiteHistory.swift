import FoundationEssentials
import YuiStorage
import YuiText

/// What became of sites over time.
enum SiteHistory {
  /// The changes of a site, the newest first.
  static func of(
    _ site: UUIDv7, after: UUIDv7? = nil, limit: Int, in source: some Queryable
  ) throws -> [SiteChange] {
    let older: SQL = after.map { "id < \($0)" } ?? "1 = 1"
    return try source.all(
      """
      SELECT id, site, at, who, source, fields FROM wifi_site_changes
      WHERE site = \(site) AND \(older) ORDER BY id DESC LIMIT \(limit)
      """, change(from:))
  }

  /// Writes down what changed; no fields where a site is new.
  static func add(
    _ changes: [(site: UUIDv7, fields: [SiteChange.Field]?)], by who: String,
    source: SiteChange.Source, at now: Timestamp, in transaction: Transaction
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let rows: [SQL] = try changes.map { change in
      let fields = try change.fields.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
      return "(\(UUIDv7(at: now)), \(change.site), \(now), \(who), \(source), \(fields))"
    }
    try transaction.execute(rows: rows) {
      "INSERT INTO wifi_site_changes (id, site, at, who, source, fields) VALUES \($0)"
    }
  }

  private static func change(from row: Row) throws -> SiteChange {
    SiteChange(
      id: try row.uuid(0), site: try row.uuid(1), at: try row.timestamp(2), who: try row.text(3),
      source: try row.value(4, as: SiteChange.Source.self),
      fields: try row.textOrNil(5).map { text in
        try JSONDecoder().decode([SiteChange.Field].self, from: Data(text.utf8))
      })
  }
}
