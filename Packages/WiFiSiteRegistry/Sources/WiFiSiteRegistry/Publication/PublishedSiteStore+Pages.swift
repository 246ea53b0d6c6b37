import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText

extension PublishedSiteStore {
  /// The features that a query asks for, and how many those are.
  static func page(
    _ query: FeatureQuery, after id: String, limit: Int, in source: some Queryable
  ) throws -> FeaturePage {
    if let page = try pageFromMemory(query, after: id, limit: limit, in: source) { return page }
    var page = FeaturePage()
    page.matched = try count(of: query, in: source)
    try source.forEach(
      """
      SELECT id, feature FROM wifi_published
      WHERE id > \(id) AND \(try condition(query, in: source)) ORDER BY id LIMIT \(limit + 1)
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

  private static let grid = FeatureGrid<UUIDv7>(mostBytes: 96 << 20)

  /// Of so many, sorting them for every page is felt.
  private static let many = 1_000

  /// The same for boxes, from what is kept of them: the sites of small ones, and of those that hold
  /// many the order.
  private static func pageFromMemory(
    _ query: FeatureQuery, after id: String, limit: Int, in source: some Queryable
  ) throws -> FeaturePage? {
    guard !query.boxes.isEmpty, id.isEmpty || UUIDv7(id) != nil,
      let version = try version(in: source)
    else { return nil }
    let after = UUIDv7(id)
    if let ids = QueryOrders.shared.ids(of: query, version: version) {
      return try page(of: ids, after: after, limit: limit, in: source)
    }
    if let found = try pointsInGrid(query, version, in: source) {
      guard found.count > many else { return page(of: found, after: after, limit: limit) }
      let ids = found.map(\.id).sorted()
      QueryOrders.shared.keep(ids, of: query, version: version)
      return try page(of: ids, after: after, limit: limit, in: source)
    }
    let most = QueryOrders.shared.mostIDs
    let ids = try ids(query, after: "", limit: most + 1, in: source)
    guard ids.count <= most else { return nil }
    if ids.count > many { QueryOrders.shared.keep(ids, of: query, version: version) }
    return try page(of: ids, after: after, limit: limit, in: source)
  }

  /// The sites of one box alone that is not too large.
  private static func pointsInGrid(
    _ query: FeatureQuery, _ version: Int64, in source: some Queryable
  ) throws -> [FeatureGrid<UUIDv7>.Point]? {
    // Two boxes lie on both sides of the 180th meridian, far from each other.
    guard query.boxes.count == 1, query.days == nil, query.filters.isEmpty else { return nil }
    return try grid.points(in: query.boxes, version: version) { box in
      try points(in: box, source)
    }
  }

  private static func page(
    of found: [FeatureGrid<UUIDv7>.Point], after id: UUIDv7?, limit: Int
  ) -> FeaturePage {
    var rest = found
    if let id { rest.removeAll { $0.id <= id } }
    rest.sort { $0.id < $1.id }
    let shown = rest.prefix(limit)
    var page = FeaturePage(reserving: shown.reduce(0) { $0 + $1.feature.count + 1 })
    for point in shown { page.append(point.feature) }
    page.lastID = shown.last?.id.description
    page.hasMore = rest.count > limit
    page.matched = found.count
    return page
  }

  /// - Parameter ids: all that are asked for, in order.
  private static func page(
    of ids: [UUIDv7], after id: UUIDv7?, limit: Int, in source: some Queryable
  ) throws -> FeaturePage {
    let first = ids.firstIndex(behind: id)
    let shown = ids[first...].prefix(limit)
    let features = try features(Array(shown), in: source)
    var page = FeaturePage(reserving: features.values.reduce(0) { $0 + $1.count + 1 })
    for id in shown { if let feature = features[id] { page.append(feature) } }
    page.lastID = shown.last?.description
    page.hasMore = shown.endIndex < ids.endIndex
    page.matched = ids.count
    return page
  }

  private static let idsAtOnce = 50

  private static func features(
    _ ids: [UUIDv7], in source: some Queryable
  ) throws -> [UUIDv7: [UInt8]] {
    var found: [UUIDv7: [UInt8]] = [:]
    found.reserveCapacity(ids.count)
    for some in ids.chunks(of: idsAtOnce) {
      // Always as many, so that there is one statement to prepare.
      let filled = some + Array(repeating: some[0], count: idsAtOnce - some.count)
      let list = SQL.joined(filled.map { "\($0)" }, separator: ", ")
      try source.forEach("SELECT id, feature FROM wifi_published WHERE id IN (\(list))") { row in
        found[try row.uuid(0)] = Array(try row.text(1).utf8)
      }
    }
    return found
  }

  /// The sites of a box; without one, those that lie nowhere.
  private static func points(
    in box: BoundingBox?, _ source: some Queryable
  ) throws -> [FeatureGrid<UUIDv7>.Point] {
    let condition = box.map { SiteStore.places.intersects($0, id: "id") } ?? "latitude IS NULL"
    return try source.all(
      "SELECT id, longitude, latitude, feature FROM wifi_published WHERE \(condition)"
    ) { row in
      FeatureGrid.Point(
        id: try row.uuid(0), place: try SiteRow.place(row, latitude: 2, longitude: 1),
        feature: Array(try row.text(3).utf8))
    }
  }
}
