import YuiStorage
import YuiText

/// Which sites may be the same, and which staff found not to be.
enum DuplicateStore {
  /// Every site that was not retired, as far as it is compared with others.
  static func candidates(in source: some Queryable) throws -> [DuplicateSearch.Candidate] {
    try source.all(
      """
      SELECT id, name, latitude, longitude FROM wifi_sites
      WHERE status <> \(SiteStatus.retired) ORDER BY id
      """
    ) { row in
      DuplicateSearch.Candidate(
        id: try row.uuid(0), name: try row.text(1),
        place: try SiteRow.place(row, latitude: 2, longitude: 3))
    }
  }

  /// The pairs that are not the same.
  static func different(in source: some Queryable) throws -> Set<DuplicateSearch.Pair> {
    Set(
      try source.all("SELECT site, other FROM wifi_different_sites") { row in
        DuplicateSearch.Pair(try row.uuid(0), try row.uuid(1))
      })
  }

  /// Remembers that two sites are not the same; false where that was known.
  static func setDifferent(
    _ pair: DuplicateSearch.Pair, by who: String, at now: Timestamp, in transaction: Transaction
  ) throws -> Bool {
    try transaction.execute(
      """
      INSERT INTO wifi_different_sites (site, other, at, who)
      VALUES (\(pair.first), \(pair.second), \(now), \(who)) ON CONFLICT (site, other) DO NOTHING
      """) > 0
  }
}
