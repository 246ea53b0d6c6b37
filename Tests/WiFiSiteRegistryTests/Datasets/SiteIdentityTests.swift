import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiText

@testable import WiFiSiteRegistry

@Suite("Which site a row is about")
struct SiteIdentityTests {
  private static func file(_ rows: String...) -> String {
    (["名称,住所,緯度,経度,備考"] + rows).joined(separator: "\n") + "\n"
  }

  @Test("Without ids, name, address and position tell", arguments: Engine.allCases)
  func identity(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    try tenant.load("wifi-sites", Self.file("公園,1-1,35.7,139.7,a", "公園,1-2,35.7,139.7,b"))
    // The same in other clothes; another address; another position; none.
    let report = try tenant.load(
      "wifi-sites",
      Self.file(
        "公園,１-１,35.70,139.7,c", "公園,1-3,35.7,139.7,d", "公園,1-2,35.7,139.8,e", "公園,1-2,,,f"),
      at: WiFiTenant.later(1))
    #expect((report.created, report.updated) == (3, 1))
    #expect(try tenant.sites().map(\.note) == ["c", "b", "d", "e", "f"])
  }

  @Test("A site that staff entered is found by a file", arguments: Engine.allCases)
  func entered(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("公園") { $0.address = "1-1" }
    try tenant.load("wifi-sites", Self.file("公園,1-1,,,a"))
    #expect(try tenant.sites().map(\.id) == [site.id])
  }

  @Test(
    "A site that was renamed or moved is still found by the old file", arguments: Engine.allCases)
  func renamed(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let file = Self.file("公園,1-1,35.7,139.7,a", "広場,1-2,,,b")
    try tenant.load("wifi-sites", file)
    var site = try #require(try tenant.sites().first)
    site.name = "中央公園"
    try tenant.save(site, at: WiFiTenant.later(1))
    site.place = Spot.tocho
    try tenant.save(site, at: WiFiTenant.later(2))
    let report = try tenant.load("wifi-sites", file)
    #expect((report.created, report.updated, report.unchanged) == (0, 1, 1))
    #expect(try tenant.sites().map(\.name) == ["公園", "広場"])
    // Another site that bears the old name by now is the one that is meant.
    site.name = "中央公園"
    try tenant.save(site, at: WiFiTenant.later(3))
    try tenant.add("公園") { site in
      site.address = "1-1"
      site.place = Coordinate(latitude: 35.7, longitude: 139.7)
    }
    try tenant.load("wifi-sites", Self.file("公園,1-1,35.7,139.7,新しい方"))
    #expect(Set(try tenant.sites().map { $0.name + $0.note }) == ["中央公園a", "広場b", "公園新しい方"])
  }

  @Test("A moved position with an id updates the site", arguments: Engine.allCases)
  func moved(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    try tenant.load("wifi-sites", Self.file("公園,1-1,35.7,139.7,a"))
    let id = try #require(try tenant.sites().first?.id)
    let report = try tenant.load("wifi-sites", "id,名称,住所,緯度,経度\n\(id),公園,1-1,35.8,139.8\n")
    #expect((report.created, report.updated) == (0, 1))
    #expect(try tenant.sites().map(\.place?.latitude) == [35.8])
    let box = try #require(BoundingBox(west: 139.75, south: 35.75, east: 139.85, north: 35.85))
    var filter = SiteFilter.all
    filter.box = box
    #expect(try tenant.page(filter) == ["公園"])
  }

  @Test(
    "Rows that say the same are sites of their own, which keep their order",
    arguments: Engine.allCases)
  func same(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let file = "NO,名称,住所\n1,電話,1-1\n2,電話,1-1\n3,電話,1-1\n"
    let report = try tenant.load("wifi-sites", file)
    #expect((report.created, report.notes.count) == (3, 2))
    #expect(report.notes.first[1][.en].hasPrefix("Line 4: “電話” has the same name"))
    #expect(try tenant.load("wifi-sites", file).unchanged == 3)
    #expect(try tenant.sites().map(\.number) == ["1", "2", "3"])
    // A fourth one is new, one that is missing stays.
    #expect(try tenant.load("wifi-sites", file + "4,電話,1-1\n").created == 1)
    #expect(try tenant.load("wifi-sites", "NO,名称,住所\n1,電話,1-1\n").unchanged == 1)
    #expect(try tenant.sites().count == 4)
  }

  @Test("Two rows with one id are refused", arguments: Engine.allCases)
  func doubled(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let id = try tenant.add("公園").id
    let report = try tenant.load("wifi-sites", "id,名称\n\(id),公園\n\(id),公園2\n")
    #expect(
      report.problems.first.map { $0.text(.en) } == [
        "line 3, column 1 (id): Line 2 is about the same site. Keep one of them."
      ])
    #expect(try tenant.sites().map(\.name) == ["公園"])
  }

  @Test("An import writes down who, and what changed", arguments: Engine.allCases)
  func history(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    try tenant.load("wifi-sites", Self.file("公園,1-1,,,a"))
    try tenant.load("wifi-sites", Self.file("公園,1-1,,,b"), at: WiFiTenant.later(60))
    let id = try #require(try tenant.sites().first?.id)
    let history = try tenant.store.read { try SiteHistory.of(id, limit: 10, in: $0) }
    #expect(history.map(\.who) == ["yui import", "yui import"])
    #expect(history.map(\.source) == [.imported, .imported])
    #expect(history.map(\.fields) == [[.init(field: .note, before: "a", after: "b")], nil])
    #expect(
      try tenant.audited() == [
        "wifi.dataset.imported wifi-sites", "wifi.dataset.imported wifi-sites",
      ])
  }

  @Test("A position that cannot be right is kept, marked and told", arguments: Engine.allCases)
  func doubts(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    // In Sagami Bay; in Osaka, by address, by prefecture, by code; the other way round.
    let file = """
      都道府県コード又は市区町村コード,都道府県名,名称,住所,緯度,経度
      131041,東京都,海,,35.0,139.3
      131041,東京都,大阪1,東京都新宿区1-1,34.686344,135.520037
      ,東京都,大阪2,,34.686344,135.520037
      131041,,大阪3,,34.686344,135.520037
      131041,東京都,保養所,大阪府大阪市1-1,34.686344,135.520037
      ,,どこか,,34.686344,135.520037
      131041,東京都,逆,東京都新宿区1-1,139.692101,35.689634

      """
    let report = try tenant.load("wifi-sites", file)
    #expect(report.created == 7)
    #expect(
      try tenant.sites().map(\.doubt) == [
        .atSea, .otherPrefecture, .otherPrefecture, .otherPrefecture, nil, nil, nil,
      ])
    #expect(report.notes.count == 4)
    #expect(report.repairs.count == 2)
    #expect(report.summaries.first.contains { $0[.en].contains("at sea or abroad 1") })
    // Staff knows better, until it moves.
    var site = try tenant.sites()[0]
    site.doubt = nil
    try tenant.save(site, at: WiFiTenant.later(1))
    #expect(try tenant.load("wifi-sites", file).unchanged == 7)
    #expect(try tenant.sites()[0].doubt == nil)
    let moved = "id,名称,緯度,経度\n\(site.id),海,35.01,139.3\n"
    #expect(try tenant.load("wifi-sites", moved).notes.count == 1)
    #expect(try tenant.sites()[0].doubt == .atSea)
  }
}
