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
      found = try page(filter, limit: mostLookedAt, in: source).compactMap { site in
        site.place.map { Near(site: site, distance: place.distance(to: $0)) }
      }.filter { $0.distance <= reach }
      if found.count >= limit { break }
    }
    return Array(found.sorted { $0.distance < $1.distance }.prefix(limit))
  }

  /// How far is looked, in metres, one after the other until enough are found.
  private static let reaches = [300.0, 1_000, 3_000, 10_000, 50_000]
  /// Where thousands are close together, the nearest of these is near enough.
  private static let mostLookedAt = 2_000
}
