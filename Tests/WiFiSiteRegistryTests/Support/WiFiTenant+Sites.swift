import Testing
import YuiOpenData
import YuiStorage
import YuiText

@testable import WiFiSiteRegistry

extension WiFiTenant {
  /// So many seconds after the tenant's clock stood still.
  static func later(_ seconds: Int64) -> Timestamp { now.adding(seconds: seconds) }

  /// Stores a site by staff and returns it.
  @discardableResult
  func add(
    _ name: String, at time: Timestamp = now, _ change: (inout WiFiSite) -> Void = { _ in }
  ) throws -> WiFiSite {
    var site = WiFiSite(UUIDv7(at: time), name: name)
    change(&site)
    return try save(site, at: time)
  }

  @discardableResult
  func save(
    _ site: WiFiSite, by who: String = "editor@city.example.jp",
    source: SiteChange.Source = .staff, at time: Timestamp = now
  ) throws -> WiFiSite {
    try store.write {
      try SiteStore.save(site, by: who, source: source, at: time, in: $0)
    }
    return site
  }

  func page(_ filter: SiteFilter, after: UUIDv7? = nil, limit: Int = 100) throws -> [String] {
    try store.read { snapshot in
      try SiteStore.page(filter, after: after, limit: limit, in: snapshot).map(\.name)
    }
  }

  func count(of filter: SiteFilter) throws -> Int {
    try store.read { try SiteStore.count(of: filter, in: $0) }
  }
}

/// Places of the test.
enum Spot {
  /// 東京都庁, by the Geospatial Information Authority's map.
  static let tocho = Coordinate(latitude: 35.689634, longitude: 139.692101)
  /// 東京タワー, in mesh 53393599 (the facts' worked example).
  static let tower = Coordinate(latitude: 35.658581, longitude: 139.745433)
  /// 大阪府庁.
  static let osaka = Coordinate(latitude: 34.686344, longitude: 135.520037)
}
