import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText

extension PublishedAssetStore {
  /// What was read of any tenant's assets.
  private static let grid = FeatureGrid<String>(mostBytes: 96 << 20)

  /// The features that a query asks for, and how many those are.
  static func page(
    _ query: FeatureQuery, after id: String, limit: Int, in source: some Queryable
  ) throws -> FeaturePage {
    if let page = try pageByGrid(query, after: id, limit: limit, in: source) { return page }
    var page = FeaturePage()
    page.matched = try count(of: query, in: source)
    try source.forEach(
      """
      SELECT id, feature FROM assets_published
      WHERE id > \(id) AND \(condition(query)) ORDER BY id LIMIT \(limit + 1)
      """
    ) { row in
      if page.count == limit {
        page.hasMore = true
      } else {
        page.append(Array(try row.text(1).utf8))
        page.lastID = try row.text(0)
      }
    }
    return page
  }

  /// The same from memory, for one box alone that is not too large.
  private static func pageByGrid(
    _ query: FeatureQuery, after id: String, limit: Int, in source: some Queryable
  ) throws -> FeaturePage? {
    // Two boxes lie on both sides of the 180th meridian, far from each other.
    guard query.boxes.count == 1, query.days == nil, query.filters.isEmpty,
      let version = try version(in: source)
    else { return nil }
    let found = try grid.points(in: query.boxes, version: version) { box in
      try box.map { try points(in: $0, source) } ?? []
    }
    guard var rest = found else { return nil }
    let matched = rest.count
    if !id.isEmpty { rest.removeAll { !id.utf8.lexicographicallyPrecedes($0.id.utf8) } }
    rest.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    let shown = rest.prefix(limit)
    var page = FeaturePage(reserving: shown.reduce(0) { $0 + $1.feature.count + 1 })
    for point in shown { page.append(point.feature) }
    page.lastID = shown.last?.id
    page.hasMore = rest.count > limit
    page.matched = matched
    return page
  }

  private static func points(
    in box: BoundingBox, _ source: some Queryable
  ) throws -> [FeatureGrid<String>.Point] {
    try source.all(
      """
      SELECT id, latitude, longitude, feature FROM assets_published
      WHERE \(AssetStore.places.intersects(box, id: "id"))
      """
    ) { row in
      FeatureGrid.Point(
        id: try row.text(0),
        place: Coordinate(latitude: try row.double(1), longitude: try row.double(2)),
        feature: Array(try row.text(3).utf8))
    }
  }

  /// A number that is another one with each change of what is public.
  private static func version(in source: some Queryable) throws -> Int64? {
    try source.first("SELECT version FROM assets_published_state WHERE name = 'assets'") { row in
      try row.int64(0)
    }
  }

  /// The ids of assets that a query asks for, in order.
  static func ids(
    _ query: FeatureQuery, after id: String, limit: Int, in source: some Queryable
  ) throws -> [AssetID] {
    try source.all(
      """
      SELECT id FROM assets_published
      WHERE id > \(id) AND \(condition(query)) ORDER BY id LIMIT \(limit)
      """
    ) { row in AssetID(stored: try row.text(0)) }
  }

  static func count(of query: FeatureQuery, in source: some Queryable) throws -> Int {
    if query.boxes.isEmpty, query.days == nil { return try counted(query, in: source) }
    return try source.first(
      "SELECT COUNT(*) FROM assets_published WHERE \(condition(query))"
    ) { row in try row.int(0) } ?? 0
  }

  /// What holds every asset; `nil` where there is none.
  static func extent(in source: some Queryable) throws -> FeatureExtent? {
    try source.first(
      """
      SELECT
        (SELECT MIN(longitude) FROM assets_published),
        (SELECT MAX(longitude) FROM assets_published),
        (SELECT MIN(latitude) FROM assets_published),
        (SELECT MAX(latitude) FROM assets_published),
        (SELECT MIN(verified_on) FROM assets_published),
        (SELECT MAX(verified_on) FROM assets_published)
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

  /// How many there are of kinds, anywhere and at any time, which is kept counted.
  private static func counted(_ query: FeatureQuery, in source: some Queryable) throws -> Int {
    try AssetCounts.all(.public, in: source).filter { count in
      [
        ("class", count.kind.assetClass.rawValue),
        ("availability", count.kind.availability.rawValue),
        ("municipality_code", count.kind.municipality),
      ].allSatisfy { name, value in query.filters[name].map { $0 == value } ?? true }
    }.reduce(0) { $0 + $1.assets }
  }

  private static func condition(_ query: FeatureQuery) -> SQL {
    var terms: [SQL] = [
      query.matches("class", "class"), query.matches("availability", "availability"),
      query.matches("municipality_code", "municipality_code"),
    ]
    if !query.boxes.isEmpty {
      let boxes = query.boxes.map { AssetStore.places.intersects($0, id: "id") }
      terms.append("(\(SQL.joined(boxes, separator: " OR ")))")
    }
    if let first = query.days?.first {
      terms.append("(verified_on IS NULL OR verified_on >= \(first))")
    }
    if let last = query.days?.last {
      terms.append("(verified_on IS NULL OR verified_on <= \(last))")
    }
    return SQL.joined(terms, separator: " AND ")
  }
}
