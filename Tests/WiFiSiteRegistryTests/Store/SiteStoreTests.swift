import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiText

@testable import WiFiSiteRegistry

@Suite("The store of sites")
struct SiteStoreTests {
  /// A site of which every field says something.
  static func full() throws -> WiFiSite {
    var site = WiFiSite(UUIDv7(at: WiFiTenant.now), name: "中央図書館")
    site.code = "131041"
    site.number = "12"
    site.prefecture = "東京都"
    site.municipality = "新宿区"
    site.kana = "チュウオウトショカン"
    site.nameEn = "Central Library"
    site.facilityClass = .library
    site.address = "東京都新宿区下落合1-9-8"
    site.building = "2階"
    site.place = Spot.tocho
    site.doubt = .otherPrefecture
    site.installer = "新宿区"
    site.provider = "A社"
    site.phone = "03-1234-5678"
    site.phoneExtension = "12"
    site.ssids = ["Shinjuku_Free_Wi-Fi", "eduroam"]
    site.coverage = "閲覧室"
    site.hours = "9:00-20:00"
    site.url = "https://www.example.lg.jp/"
    site.note = "月曜休館\n祝日は開館"
    site.backhaul = .fibre
    site.batteryHours = 6.5
    site.status = .partly
    site.openRoaming = .yes
    site.openRoamingSince = CalendarDate(iso: "2025-04-01")
    site.rcois = [try #require(RoamingConsortium("5A03BA0000"))]
    site.profile = Slug("tokyo")
    site.installedOn = CalendarDate(iso: "2019-03-31")
    site.verifiedOn = CalendarDate(iso: "2026-02-28")
    site.extras = [.init(name: "郵便番号", value: "161-0033"), .init(name: "高度の値", value: "31")]
    return site
  }

  @Test("A site is read as it was stored", arguments: Engine.allCases)
  func roundTrip(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.save(try Self.full())
    let bare = try tenant.add("名前だけ")
    let read = try tenant.store.read { try SiteStore.sites([site.id, bare.id], in: $0) }
    #expect(read == [site.id: site, bare.id: bare])
    #expect(try tenant.store.read { try SiteStore.site(UUIDv7(at: WiFiTenant.now), in: $0) } == nil)
  }

  @Test("Every field that is changed stands in the history with before and after")
  func everyField() throws {
    var site = WiFiSite(UUIDv7(at: WiFiTenant.now), name: "旧")
    let old = site
    site = try Self.full()
    let changed = Set(SiteChange.fields(from: old, to: site).map(\.field))
    #expect(changed == Set(SiteField.allCases).subtracting(SiteField.ofHistory))
  }

  @Test("The history tells who changed what, on what grounds and when", arguments: Engine.allCases)
  func history(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    var site = try tenant.add("公園")
    site.status = .out
    site.note = "故障"
    try tenant.save(site, by: "report desk", source: .report, at: WiFiTenant.later(60))
    try tenant.save(site, at: WiFiTenant.later(90))
    site.status = .working
    try tenant.save(site, source: .verification, at: WiFiTenant.later(120))
    let history = try tenant.store.read { try SiteHistory.of(site.id, limit: 10, in: $0) }
    #expect(
      history.map(\.fields) == [
        [.init(field: .status, before: "out", after: "working")],
        [
          .init(field: .note, before: "", after: "故障"),
          .init(field: .status, before: "working", after: "out"),
        ], nil,
      ])
    #expect(
      history.map(\.who) == ["editor@city.example.jp", "report desk", "editor@city.example.jp"])
    #expect(history.map(\.source) == [.verification, .report, .staff])
    #expect(
      history.map(\.at) == [WiFiTenant.later(120), WiFiTenant.later(60), WiFiTenant.now])
    let older = try tenant.store.read {
      try SiteHistory.of(site.id, after: history[0].id, limit: 1, in: $0)
    }
    #expect(older == [history[1]])
  }

  @Test(
    "Readers' pages become outdated only by what they may show", arguments: Engine.allCases)
  func publicVersion(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    func raises(_ change: () throws -> Void) throws -> Bool {
      let before = tenant.store.publicVersion
      try change()
      return tenant.store.publicVersion != before
    }
    var site = WiFiSite(UUIDv7(at: WiFiTenant.now), name: "旧庁舎")
    site.status = .retired
    #expect(try !raises { try tenant.save(site) })
    site.status = .planned
    #expect(try raises { try tenant.save(site) })
    #expect(try !raises { try tenant.save(site) })
    site.status = .retired
    #expect(try raises { try tenant.save(site) })
    #expect(try !raises { try tenant.addPoint("1F-01", to: site) })
  }

  @Test("Pages go on behind the last site", arguments: Engine.allCases)
  func pages(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let sites = try (0..<5).map { number in
      try tenant.add("場所\(number)", at: WiFiTenant.later(Int64(number)))
    }
    #expect(try tenant.page(.all, limit: 2) == ["場所0", "場所1"])
    #expect(try tenant.page(.all, after: sites[1].id, limit: 2) == ["場所2", "場所3"])
    #expect(try tenant.page(.all, after: sites[4].id) == [])
  }
}
