import Glibc
import YuiOpenData
import YuiStorage

extension SiteStore {
  /// A site and how far it is.
  struct Near: Sendable, Hashable {
    let site: WiFiSite
    /// In metres.
    let distance: Double
  }

  /// The nearest sites that a filter lets through, within 50 km; the nearest first.
  static func nearest(
    to place: Coordinate, _ filter: SiteFilter, limit: Int, in source: some Queryable
  ) throws -> [Near] {
    var found: [Near] = []
    for reach in reaches {
      var filter = filter
      filter.box = place.surroundings(reach)
      found = try around(place, filter, limit: limit, in: source).filter { $0.distance <= reach }
      if found.count == limit { break }
    }
    return found.sorted { $0.distance < $1.distance }
  }

  /// How far is looked, in metres, one after the other until enough are found.
  private static let reaches = [300.0, 1_000, 3_000, 10_000, 50_000]

  /// The sites that a filter lets through, in the order of their distance on a map that is true to
  /// length around the place.
  private static func around(
    _ place: Coordinate, _ filter: SiteFilter, limit: Int, in source: some Queryable
  ) throws -> [Near] {
    let (latitude, longitude) = (place.latitude, place.longitude)
    let narrowing = cos(latitude * .pi / 180)
    let squared = narrowing * narrowing
    return try source.all(
      """
      SELECT \(SiteRow.columns) FROM wifi_sites
      WHERE \(try filter.condition(in: source))
      ORDER BY (latitude - \(latitude)) * (latitude - \(latitude))
        + (longitude - \(longitude)) * (longitude - \(longitude)) * \(squared), id
      LIMIT \(limit)
      """, SiteRow.site
    ).compactMap { site in
      site.place.map { Near(site: site, distance: place.distance(to: $0)) }
    }
  }
}
