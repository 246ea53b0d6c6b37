import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiText

@testable import WiFiSiteRegistry

@Suite("Which sites are asked for")
struct SiteFilterTests {
  /// Five sites, of which each differs in something.
  private static func filled(_ engine: Engine) throws -> WiFiTenant {
    let tenant = try WiFiTenant(engine)
    try tenant.add("中央図書館") { site in
      site.kana = "チュウオウトショカン"
      site.nameEn = "Central Library"
      site.facilityClass = .library
      site.openRoaming = .yes
      site.ssids = ["City_Free", "eduroam"]
      site.place = Spot.tower
      site.profile = Slug("tokyo")
      site.verifiedOn = CalendarDate(iso: "2026-03-01")
    }
    try tenant.add("東公園", at: WiFiTenant.later(1)) { site in
      site.facilityClass = .park
      site.address = "新宿区西新宿2-8-1"
      site.ssids = ["City_Free"]
      site.place = Spot.tocho
      site.status = .out
      site.doubt = .otherPrefecture
      site.verifiedOn = CalendarDate(iso: "2025-03-31")
    }
    try tenant.add("公衆電話１２", at: WiFiTenant.later(2)) { site in
      site.facilityClass = .phoneBox
      site.openRoaming = .planned
      site.building = "ロビー"
      site.ssids = ["City_Free_2"]
      site.place = Spot.osaka
    }
    try tenant.add("旧庁舎", at: WiFiTenant.later(3)) { $0.status = .retired }
    try tenant.add("新庁舎", at: WiFiTenant.later(4)) { $0.status = .planned }
    try tenant.catchUp()
    return tenant
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let names: [String]
    let filter: SiteFilter

    init(_ name: String, _ names: [String], _ change: (inout SiteFilter) -> Void) {
      (testDescription, self.names) = (name, names)
      var filter = SiteFilter()
      change(&filter)
      self.filter = filter
    }
  }

  static let cases = [
    Case("all", ["中央図書館", "東公園", "公衆電話１２", "旧庁舎", "新庁舎"]) { _ in },
    Case("shown", ["中央図書館", "東公園", "公衆電話１２", "新庁舎"]) { $0 = .shown },
    Case("class", ["中央図書館", "東公園"]) { $0.classes = [.library, .park] },
    Case("every class", ["中央図書館", "東公園", "公衆電話１２", "旧庁舎", "新庁舎"]) {
      $0.classes = Set(FacilityClass.allCases)
    },
    Case("status", ["東公園"]) { $0.statuses = [.out] },
    Case("OpenRoaming", ["中央図書館", "公衆電話１２"]) { $0.openRoaming = [.yes, .planned] },
    Case("ssid", ["中央図書館", "東公園"]) { $0.ssid = "City_Free" },
    Case("no such ssid", []) { $0.ssid = "city_free" },
    Case("profile", ["中央図書館"]) { $0.profile = Slug("tokyo") },
    Case("box", ["中央図書館", "東公園"]) {
      $0.box = BoundingBox(west: 139, south: 35, east: 140, north: 36)
    },
    // The facts' worked example.
    Case("mesh", ["中央図書館"]) { $0.mesh = MeshCode("53393599") },
    Case("greater mesh", ["中央図書館", "東公園"]) { $0.mesh = MeshCode("5339") },
    Case("doubt", ["東公園"]) { $0.hasDoubt = true },
    Case("nowhere", ["旧庁舎", "新庁舎"]) { $0.hasNoPlace = true },
    Case("not verified", ["東公園", "公衆電話１２", "旧庁舎", "新庁舎"]) {
      $0.notVerifiedSince = CalendarDate(iso: "2025-04-01")
    },
    Case("verified on that day", ["公衆電話１２", "旧庁舎", "新庁舎"]) {
      $0.notVerifiedSince = CalendarDate(iso: "2025-03-31")
    },
    Case("several", ["東公園"]) {
      $0.ssid = "City_Free"
      $0.statuses = [.out, .partly]
      $0.words = "公園"
    },
    Case("words: name", ["旧庁舎", "新庁舎"]) { $0.words = "庁舎" },
    Case("words: kana, half-width", ["中央図書館"]) { $0.words = "ﾄｼｮｶﾝ" },
    Case("words: English", ["中央図書館"]) { $0.words = "LIBRARY central" },
    Case("words: address", ["東公園"]) { $0.words = "西新宿" },
    Case("words: building", ["公衆電話１２"]) { $0.words = "ロビー" },
    Case("words: ssid", ["公衆電話１２"]) { $0.words = "free_2" },
    Case("words: digits", ["公衆電話１２"]) { $0.words = "電話12" },
    Case("words: white space", ["中央図書館", "東公園", "公衆電話１２", "旧庁舎", "新庁舎"]) {
      $0.words = "　 "
    },
    Case("words: none", []) { $0.words = "体育館" },
  ]

  @Test("A filter lets through what it says, and counts it", arguments: Engine.allCases)
  func filters(engine: Engine) throws {
    let tenant = try Self.filled(engine)
    for example in Self.cases {
      #expect(try tenant.page(example.filter) == example.names, "\(example.testDescription)")
      #expect(
        try tenant.count(of: example.filter) == example.names.count, "\(example.testDescription)")
    }
  }

  @Test(
    "A site is found by its new words alone, once the index has followed",
    arguments: Engine.allCases)
  func words(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    var site = try tenant.add("公園")
    try tenant.catchUp()
    site.name = "広場"
    try tenant.save(site)
    #expect(try tenant.page(SiteFilter(words: "公園")) == [])
    try tenant.catchUp()
    #expect(try tenant.page(SiteFilter(words: "公園")) == [])
    #expect(try tenant.page(SiteFilter(words: "広場")) == ["広場"])
  }

  @Test("A site on the edge of a mesh is in one mesh only", arguments: Engine.allCases)
  func edges(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    // The corner at which four third-order meshes meet.
    let mesh = try #require(MeshCode("53393599"))
    let box = try #require(mesh.box)
    try tenant.add("角") { $0.place = Coordinate(latitude: box.north, longitude: box.east) }
    var filter = SiteFilter.all
    filter.mesh = mesh
    #expect(try tenant.page(filter) == [])
    filter.mesh = MeshCode(
      containing: try #require(Coordinate(latitude: box.north, longitude: box.east)), level: .third)
    #expect(try tenant.page(filter) == ["角"])
  }
}
