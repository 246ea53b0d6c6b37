import YuiMaps
import YuiOpenData
import YuiStorage
import YuiTenancy

/// What the page of all assets shows for a query: the list, and what is on the map.
struct AssetView {
  static let pageSize = 30
  /// The most dots on a map; more are drawn as squares.
  private static let mostDots = 300
  /// A first-order mesh with a smaller share of the assets is left out, so that a few islands far away
  /// do not make a city a dot.
  private static let leastShare = 0.03

  let query: AssetQuery
  let assets: [Asset]
  let picks: [Asset]
  let count: Int
  let next: AssetID?
  /// Where there are public assets, by codes.
  let municipalities: [LocalGovernment]
  let map: MapView?
  let dots: [Asset]
  let squares: [Square]
  /// How many of the assets that are asked for the map leaves out, because they lie far away.
  let left: Int

  /// What there is in a mesh.
  struct Square {
    let mesh: MeshCode
    let count: Int
  }

  init(_ query: AssetQuery, in source: some Queryable) throws {
    self.query = query
    let filter = query.filter
    let found = try AssetStore.page(
      filter, after: query.after, limit: Self.pageSize + 1, in: source)
    assets = Array(found.prefix(Self.pageSize))
    next = found.count > Self.pageSize ? assets.last?.id : nil
    count = try AssetStore.count(of: filter, in: source)
    picks = try AssetStore.publicAssets(query.picks, in: source)
    let codes = Set(try AssetCounts.all(.public, in: source).map(\.kind.municipality))
    municipalities = codes.sorted().compactMap(LocalGovernment.named)

    let meshes = try AssetCounts.meshes(.second, filter, in: source)
    let regions = Dictionary(grouping: meshes) { $0.key.within(.first) }
    let all = meshes.values.reduce(0, +)
    let kept = regions.values.filter { region in
      query.showsAll
        || Double(region.reduce(0) { $0 + $1.value }) >= Double(all) * Self.leastShare
    }.flatMap { $0 }
    left = all - kept.reduce(0) { $0 + $1.value }
    let area = query.mesh?.box ?? Self.box(around: kept.compactMap(\.key.box))
    if let area, all - left > Self.mostDots {
      dots = []
      squares = try Self.squares(area, filter, in: source)
      map = MapView(around: area)
    } else {
      dots = try AssetStore.page(filter, limit: Self.mostDots, in: source)
      squares = []
      let near = dots.map(\.place).filter { area?.holds($0) == true }
      map = (query.mesh?.box ?? Geometry.multiPoint(near).box).map(MapView.init)
    }
  }

  private static func squares(
    _ area: BoundingBox, _ filter: AssetFilter, in source: some Queryable
  ) throws -> [Square] {
    let kilometres = MapView(around: area).kilometres
    let level: MeshCode.Level = kilometres > 35 ? .second : kilometres > 6 ? .third : .half
    return try AssetCounts.meshes(level, filter, in: source)
      .map { Square(mesh: $0.key, count: $0.value) }
      .sorted { ($0.count, $1.mesh.code) > ($1.count, $0.mesh.code) }
  }

  private static func box(around boxes: [BoundingBox]) -> BoundingBox? {
    let corners = boxes.flatMap { box in
      [
        Coordinate(latitude: box.south, longitude: box.west),
        Coordinate(latitude: box.north, longitude: box.east),
      ].compactMap { $0 }
    }
    return Geometry.multiPoint(corners).box
  }
}

extension AssetStore {
  /// Those of these assets that everybody may know, in the order of the ids.
  static func publicAssets(_ ids: [AssetID], in source: some Queryable) throws -> [Asset] {
    let found = try assets(ids, in: source)
    return ids.compactMap { found[$0] }.filter { $0.publish == .public }
  }
}

extension BoundingBox {
  fileprivate func holds(_ place: Coordinate) -> Bool {
    west <= place.longitude && place.longitude <= east && south <= place.latitude
      && place.latitude <= north
  }
}
