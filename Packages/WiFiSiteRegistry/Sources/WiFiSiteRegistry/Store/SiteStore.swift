import YuiOpenData
import YuiStorage
import YuiText

/// The sites of one tenant: how they are read.
enum SiteStore {
  /// Where the sites are.
  static let places = BoxIndex("wifi_places")
  /// The words by which sites are found, which follow them by a moment.
  static let words = TextIndex("wifi_words")

  static func site(_ id: UUIDv7, in source: some Queryable) throws -> WiFiSite? {
    try source.first("SELECT \(SiteRow.columns) FROM wifi_sites WHERE id = \(id)", SiteRow.site)
  }

  /// Those of these sites that there are.
  static func sites(
    _ ids: [UUIDv7], in source: some Queryable
  ) throws -> [UUIDv7: WiFiSite] {
    var found: [UUIDv7: WiFiSite] = [:]
    guard try areSome(among: ids, in: source) else { return found }
    for some in ids.chunks(of: idsAtOnce) {
      // Always as many, so that there is one statement to prepare.
      let filled = some + Array(repeating: some[0], count: idsAtOnce - some.count)
      let list = SQL.joined(filled.map { "\($0)" }, separator: ", ")
      try source.forEach("SELECT \(SiteRow.columns) FROM wifi_sites WHERE id IN (\(list))") { row in
        let site = try SiteRow.site(from: row)
        found[site.id] = site
      }
    }
    return found
  }

  /// A site as far as files tell it from others.
  struct Identified: Sendable {
    let id: UUIDv7
    let name: String
    let address: String
    let place: Coordinate?
    /// What files called it first, where that has changed.
    let firstIdentity: String?
    let isRetired: Bool

    var identity: SiteIdentity { SiteIdentity(name: name, address: address, place: place) }
  }

  /// Tells of every site what files call it, in the order in which the sites came.
  static func forEachIdentity(
    in source: some Queryable, _ body: (Identified) throws -> Void
  ) throws {
    try source.forEach(
      """
      SELECT id, name, address, latitude, longitude, first_identity, status
      FROM wifi_sites ORDER BY id
      """
    ) { row in
      try body(
        Identified(
          id: try row.uuid(0), name: try row.text(1), address: try row.text(2),
          place: try SiteRow.place(row, latitude: 3, longitude: 4),
          firstIdentity: try row.textOrNil(5),
          isRetired: try row.value(6, as: SiteStatus.self) == .retired))
    }
  }

  /// The sites that a filter lets through, in the order of their ids, which is that in which they came.
  static func page(
    _ filter: SiteFilter, after: UUIDv7? = nil, limit: Int, in source: some Queryable
  ) throws -> [WiFiSite] {
    try source.all(
      """
      SELECT \(SiteRow.columns) FROM wifi_sites
      WHERE id > \(after?.description ?? "") AND \(try filter.condition(in: source))
      ORDER BY id LIMIT \(limit)
      """, SiteRow.site)
  }

  /// How many sites a filter lets through.
  static func count(of filter: SiteFilter, in source: some Queryable) throws -> Int {
    if let counted = try filter.counted(in: source) { return counted }
    return try source.first(
      "SELECT COUNT(*) FROM wifi_sites WHERE \(try filter.condition(in: source))"
    ) { row in try row.int(0) } ?? 0
  }

  /// How many sites a filter lets through, counted no further than `most`.
  static func count(
    of filter: SiteFilter, upTo most: Int, in source: some Queryable
  ) throws -> Int {
    if let counted = try filter.counted(in: source) { return counted }
    return try source.first(
      """
      SELECT COUNT(*) FROM (
        SELECT id FROM wifi_sites WHERE \(try filter.condition(in: source)) LIMIT \(most)
      ) AS counted
      """
    ) { row in try row.int(0) } ?? 0
  }

  /// The names of networks and how many sites have each, the most usual first.
  static func ssids(limit: Int, in source: some Queryable) throws -> [(ssid: String, sites: Int)] {
    try source.all(
      """
      SELECT ssid, COUNT(*) AS sites FROM wifi_ssids GROUP BY ssid
      ORDER BY sites DESC, ssid LIMIT \(limit)
      """
    ) { row in (try row.text(0), try row.int(1)) }
  }

  /// Whether there is any site from the least to the greatest id: none is where new ones come.
  private static func areSome(among ids: [UUIDv7], in source: some Queryable) throws -> Bool {
    guard let least = ids.min(), let greatest = ids.max() else { return false }
    return try source.first(
      "SELECT 1 FROM wifi_sites WHERE id >= \(least) AND id <= \(greatest) LIMIT 1"
    ) { _ in true } ?? false
  }

  private static let idsAtOnce = 50
}
