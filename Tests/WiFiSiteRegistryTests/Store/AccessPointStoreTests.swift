import Testing
import YuiStorage
import YuiStorageTesting
import YuiText

@testable import WiFiSiteRegistry

extension WiFiTenant {
  @discardableResult
  func addPoint(_ code: String, to site: WiFiSite) throws -> AccessPoint {
    let point = AccessPoint(
      code: code, position: "2階 閲覧室", bands: [.band5, .band2], security: [.wpa3Enterprise, .open],
      status: .working, installedOn: CalendarDate(iso: "2024-07-01"))
    try store.write {
      try AccessPointStore.save(
        point, of: site.id, by: "editor@city.example.jp", source: .staff, at: Self.now, in: $0)
    }
    return point
  }

  func points(of sites: [WiFiSite]) throws -> [UUIDv7: Int] {
    try store.read { try AccessPointStore.counts(of: sites.map(\.id), in: $0) }
  }
}

@Suite("The store of access points")
struct AccessPointStoreTests {
  @Test("Access points are read as they were stored, and counted", arguments: Engine.allCases)
  func roundTrip(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let (site, other) = (try tenant.add("図書館"), try tenant.add("公園"))
    let second = try tenant.addPoint("2F-02", to: site)
    let first = try tenant.addPoint("2F-01", to: site)
    try tenant.addPoint("2F-01", to: site)
    let points = try tenant.store.read { try AccessPointStore.points(of: site.id, in: $0) }
    #expect(points == [first, second])
    #expect(try tenant.points(of: [site, other]) == [site.id: 2])
    var missing = SiteFilter()
    missing.hasNoAccessPoints = true
    #expect(try tenant.page(missing) == ["公園"])
  }

  @Test("A site that is changed keeps its access points", arguments: Engine.allCases)
  func kept(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    var site = try tenant.add("図書館")
    try tenant.addPoint("1F-01", to: site)
    site.name = "新図書館"
    try tenant.save(site)
    #expect(try tenant.points(of: [site]) == [site.id: 1])
  }

  @Test("What becomes of access points stands in the site's history", arguments: Engine.allCases)
  func history(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館")
    var point = try tenant.addPoint("1F-01", to: site)
    point.status = .out
    let changes = try tenant.store.write { [point] transaction in
      let save = {
        try AccessPointStore.save(
          point, of: site.id, by: "vendor", source: .verification, at: WiFiTenant.later(1),
          in: transaction)
      }
      let remove = {
        try AccessPointStore.remove(
          "1F-01", of: site.id, by: "vendor", source: .verification, at: WiFiTenant.later(2),
          in: transaction)
      }
      return [try save(), try save(), try remove(), try remove()]
    }
    #expect(changes == [true, false, true, false])
    let history = try tenant.store.read { try SiteHistory.of(site.id, limit: 10, in: $0) }
    let text = "2階 閲覧室 / 2.4GHz, 5GHz / Open, WPA3-Enterprise"
    func field(_ field: SiteField, _ before: String, _ after: String) -> SiteChange.Field {
      SiteChange.Field(field: field, point: "1F-01", before: before, after: after)
    }
    #expect(
      history.compactMap(\.fields) == [
        [
          field(.accessPoint, text, ""), field(.status, "out", ""),
          field(.installedOn, "2024-07-01", ""),
        ], [field(.status, "working", "out")],
        [
          field(.accessPoint, "", text), field(.status, "", "working"),
          field(.installedOn, "", "2024-07-01"),
        ],
      ])
    #expect(try tenant.points(of: [site]) == [:])
  }
}
