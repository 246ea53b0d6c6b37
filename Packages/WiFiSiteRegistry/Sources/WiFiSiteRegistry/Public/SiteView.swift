import YuiMaps
import YuiOpenData
import YuiStorage

/// What the page of all sites shows for a query: the list, and what is on the map.
struct SiteView {
  static let pageSize = 30
  /// The most dots on a map; more are drawn as squares.
  private static let mostDots = 300

  let query: SiteQuery
  /// The sites of this page; with their distance where somebody said where they are.
  let sites: [WiFiSite]
  let distances: [UUIDv7: Double]
  let count: Int
  let next: UUIDv7?
  let map: MapView?
  let dots: [WiFiSite]
  let squares: [Square]
  /// How many of the sites that are asked for the map leaves out, because they lie far away.
  let left: Int

  /// What there is in a mesh.
  struct Square {
    let mesh: MeshCode
    let count: Int
  }

  init(_ query: SiteQuery, in source: some Queryable) throws {
    self.query = query
    if let near = query.near {
      let found = try SiteStore.nearest(to: near, query.filter, limit: Self.pageSize, in: source)
      sites = found.map(\.site)
      distances = Dictionary(found.map { ($0.site.id, $0.distance) }) { first, _ in first }
      count = found.count
      (next, squares, left) = (nil, [], 0)
      dots = sites
      map = Self.box(around: [near] + sites.prefix(10).compactMap(\.place)).map(MapView.init)
      return
    }
    let filter = query.filter
    let found = try SiteStore.page(
      filter, after: query.after, limit: Self.pageSize + 1, in: source)
    sites = Array(found.prefix(Self.pageSize))
    distances = [:]
    next = found.count > Self.pageSize ? sites.last?.id : nil
    count = try SiteStore.count(of: filter, in: source)
    // What words find is not kept counted, so its dots tell where it is.
    let matches =
      query.words.isEmpty
      ? nil
      : try SiteStore.page(
        filter, limit: Self.mostDots, in: source)
    let area = try Area(query, found: matches, in: source)
    left = area?.left ?? 0
    if let area, count - area.left > Self.mostDots, query.words.isEmpty {
      dots = []
      squares = try Self.squares(area, query, in: source)
      map = MapView(around: area.box)
    } else {
      dots = try matches ?? SiteStore.page(filter, limit: Self.mostDots, in: source)
      squares = []
      let box = query.mesh?.box ?? Self.box(around: dots.compactMap(\.place).filter(within: area))
      map = box.map(MapView.init)
    }
  }

  private static func squares(
    _ area: Area, _ query: SiteQuery, in source: some Queryable
  ) throws -> [Square] {
    let kilometres = MapView(around: area.box).kilometres
    let level: MeshCode.Level = kilometres > 35 ? .second : kilometres > 6 ? .third : .half
    var counts: [MeshCode: Int] = [:]
    for count in try SiteCounts.meshes(level, within: query.mesh, in: source)
    where query.counts(count.kind) {
      counts[count.mesh, default: 0] += count.sites
    }
    return counts.map { Square(mesh: $0.key, count: $0.value) }
      .sorted { ($0.count, $1.mesh.code) > ($1.count, $0.mesh.code) }
  }

  private static func box(around places: [Coordinate]) -> BoundingBox? {
    Geometry.multiPoint(places).box
  }
}

extension [Coordinate] {
  /// Those in the part of the earth that is shown.
  fileprivate func filter(within area: Area?) -> [Coordinate] {
    filter { place in
      guard let box = area?.box else { return false }
      return box.west <= place.longitude && place.longitude <= box.east
        && box.south <= place.latitude && place.latitude <= box.north
    }
  }
}

/// The part of the earth that a map of many sites shows.
struct Area {
  /// A first-order mesh with a smaller share of the sites is left out, so that a few islands far away
  /// do not make a city a dot.
  private static let leastShare = 0.03

  let box: BoundingBox
  let left: Int

  /// Finds it; `nil` where no site has a place.
  ///
  /// - Parameter found: the sites that words find; without words the kept counts tell.
  init?(_ query: SiteQuery, found: [WiFiSite]? = nil, in source: some Queryable) throws {
    if let box = query.mesh?.box {
      (self.box, left) = (box, 0)
      return
    }
    var counts: [MeshCode: Int] = [:]
    if let found {
      for place in found.compactMap(\.place) {
        guard let mesh = MeshCode(containing: place, level: .second) else { continue }
        counts[mesh, default: 0] += 1
      }
    } else {
      for count in try SiteCounts.meshes(.second, in: source) where query.counts(count.kind) {
        counts[count.mesh, default: 0] += count.sites
      }
    }
    let all = counts.values.reduce(0, +)
    let regions = Dictionary(grouping: counts, by: { $0.key.within(.first) })
    let kept = regions.values.filter { region in
      let sites = region.reduce(0) { $0 + $1.value }
      return query.showsAll || Double(sites) >= Double(all) * Self.leastShare
    }.flatMap { $0 }
    let boxes = kept.compactMap(\.key.box)
    let corners = boxes.flatMap { box in
      [
        Coordinate(latitude: box.south, longitude: box.west),
        Coordinate(latitude: box.north, longitude: box.east),
      ].compactMap { $0 }
    }
    guard let box = Geometry.multiPoint(corners).box else { return nil }
    self.box = box
    left = all - kept.reduce(0) { $0 + $1.value }
  }
}

extension SiteQuery {
  /// Whether sites of a kind are among those that are asked for.
  func counts(_ kind: SiteCounts.Kind) -> Bool {
    kind.status.isPublic && (facilityClass == nil || facilityClass == kind.facilityClass)
      && (!isOpenRoaming || kind.openRoaming == .yes)
  }
}
