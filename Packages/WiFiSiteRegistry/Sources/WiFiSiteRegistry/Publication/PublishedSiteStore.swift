import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText

/// The sites that everybody may know, each as the text in which it is handed out: a request for a
/// hundred of them copies what was written once.
enum PublishedSiteStore {
  /// Writes what is public of sites that changed.
  static func write(
    _ sites: [WiFiSite], replacing known: [UUIDv7: WiFiSite], in transaction: Transaction
  ) throws {
    for site in sites where !site.status.isPublic && known[site.id]?.status.isPublic == true {
      try transaction.execute("DELETE FROM wifi_published WHERE id = \(site.id)")
    }
    let consortia = try ProfileStore.consortia(in: transaction)
    let shown = sites.filter(\.status.isPublic).map(consortia.announced)
    try transaction.execute(rows: shown.map(row)) { rows in
      """
      INSERT INTO wifi_published
        (id, class, openroaming, status, latitude, longitude, verified_on, feature)
      VALUES \(rows)
      ON CONFLICT (id) DO UPDATE SET class = excluded.class, openroaming = excluded.openroaming,
        status = excluded.status, latitude = excluded.latitude, longitude = excluded.longitude,
        verified_on = excluded.verified_on, feature = excluded.feature
      """
    }
    try transaction.execute(
      """
      INSERT INTO wifi_published_state (name, version)
      VALUES ('sites', \(Int64.random(in: .min ... .max)))
      ON CONFLICT (name) DO UPDATE SET version = excluded.version
      """)
  }

  /// A number that is another one with each change of what is public.
  static func version(in source: some Queryable) throws -> Int64? {
    try source.first("SELECT version FROM wifi_published_state WHERE name = 'sites'") { row in
      try row.int64(0)
    }
  }

  private static func row(of site: WiFiSite) -> SQL {
    let feature = GeoJSONWriter.bytes(of: PublishedSite.feature(of: site))
    return """
      (\(site.id), \(site.facilityClass), \(site.openRoaming), \(site.status),
        \(site.place?.latitude), \(site.place?.longitude), \(site.verifiedOn),
        \(String(decoding: feature, as: UTF8.self)))
      """
  }

  /// The ids of sites that a query asks for, in order.
  static func ids(
    _ query: FeatureQuery, after id: String, limit: Int, in source: some Queryable
  ) throws -> [UUIDv7] {
    try source.all(
      """
      SELECT id FROM wifi_published
      WHERE id > \(id) AND \(try condition(query, in: source)) ORDER BY id LIMIT \(limit)
      """
    ) { row in try row.uuid(0) }
  }

  static func count(of query: FeatureQuery, in source: some Queryable) throws -> Int {
    if let counted = try counted(query, in: source) { return counted }
    return try source.first(
      "SELECT COUNT(*) FROM wifi_published WHERE \(try condition(query, in: source))"
    ) { row in try row.int(0) } ?? 0
  }

  /// What holds every site; nil where none has a place.
  static func extent(in source: some Queryable) throws -> FeatureExtent? {
    try source.first(
      """
      SELECT
        (SELECT MIN(longitude) FROM wifi_published), (SELECT MAX(longitude) FROM wifi_published),
        (SELECT MIN(latitude) FROM wifi_published), (SELECT MAX(latitude) FROM wifi_published),
        (SELECT MIN(verified_on) FROM wifi_published), (SELECT MAX(verified_on) FROM wifi_published)
      """
    ) { row -> FeatureExtent? in
      guard let west = try row.doubleOrNil(0), let east = try row.doubleOrNil(1),
        let south = try row.doubleOrNil(2), let north = try row.doubleOrNil(3),
        let box = BoundingBox(west: west, south: south, east: east, north: north)
      else { return nil }
      let (first, last) = (try row.dateOrNil(4), try row.dateOrNil(5))
      return FeatureExtent(box: box, days: first.flatMap { first in last.map { first...$0 } })
    } ?? nil
  }

  /// Where it is kept counted how many there are: of kinds, anywhere and at any time.
  private static func counted(
    _ query: FeatureQuery, in source: some Queryable
  ) throws -> Int? {
    guard query.boxes.isEmpty, query.days == nil else { return nil }
    return try SiteCounts.all(in: source).filter { count in
      count.kind.status.isPublic
        && [
          ("class", count.kind.facilityClass.rawValue),
          ("openroaming", count.kind.openRoaming.rawValue), ("status", count.kind.status.rawValue),
        ].allSatisfy { name, value in query.filters[name].map { $0 == value } ?? true }
    }.reduce(0) { $0 + $1.sites }
  }

  static func condition(
    _ query: FeatureQuery, in source: some Queryable
  ) throws -> SQL {
    var terms: [SQL] = [
      query.matches("class", "class"), query.matches("openroaming", "openroaming"),
      query.matches("status", "status"),
    ]
    if !query.boxes.isEmpty {
      let boxes = query.boxes.map { SiteStore.places.intersects($0, id: "id") }
      let isAnyNowhere = try isAnyNowhere(in: source)
      let nowhere: SQL = "id IN (SELECT id FROM wifi_published WHERE latitude IS NULL)"
      terms.append("(\(SQL.joined(boxes + (isAnyNowhere ? [nowhere] : []), separator: " OR ")))")
    }
    if let first = query.days?.first {
      terms.append("(verified_on IS NULL OR verified_on >= \(first))")
    }
    if let last = query.days?.last {
      terms.append("(verified_on IS NULL OR verified_on <= \(last))")
    }
    return SQL.joined(terms, separator: " AND ")
  }

  /// Whether a site lies nowhere, and so in every box (OGC 17-069r4, 7.15.3).
  private static func isAnyNowhere(in source: some Queryable) throws -> Bool {
    try source.first("SELECT 1 FROM wifi_published WHERE latitude IS NULL LIMIT 1") { _ in true }
      ?? false
  }
}
