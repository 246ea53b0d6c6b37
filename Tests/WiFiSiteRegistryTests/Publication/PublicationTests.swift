import FoundationEssentials
import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWebTesting

@testable import WiFiSiteRegistry

@Suite("What everybody may know of sites")
struct PublicationTests {
  /// The official names and order (推奨データセット, as Tokyo's file has them).
  private static let older =
    "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,名称_英語,住所,方書,緯度,経度,設置者,電話番号,内線番号,"
    + "SSID,提供エリア,URL,備考"

  private struct Collection: Decodable {
    struct Feature: Decodable {
      struct Geometry: Decodable { let coordinates: [Double] }
      let id: String
      let geometry: Geometry?
      let properties: [String: String?]
    }
    let features: [Feature]
    let numberMatched: Int?
    let numberReturned: Int?
  }

  private static func features(_ client: TestClient, _ query: String) throws -> Collection {
    let answer = try client.get("/ogc/collections/wifi-sites/items?f=json&\(query)")
    #expect(answer.status == 200)
    return try JSONDecoder().decode(Collection.self, from: Data(answer.body))
  }

  /// Three sites that are shown, of which one lies nowhere, and one that is retired.
  private static func filled(_ engine: Engine) throws -> WiFiTenant {
    let tenant = try WiFiTenant(engine)
    try tenant.save(try SiteStoreTests.full())
    try tenant.add("大阪", at: WiFiTenant.later(1)) { site in
      site.place = Spot.osaka
      site.facilityClass = .park
    }
    try tenant.add("どこか", at: WiFiTenant.later(2)) { $0.openRoaming = .planned }
    try tenant.add("旧庁舎", at: WiFiTenant.later(3)) { site in
      site.place = Spot.tocho
      site.status = .retired
    }
    return tenant
  }

  @Test("The CSV begins with the older layout as it is written down", arguments: Engine.allCases)
  func olderLayout(engine: Engine) throws {
    let client = try Self.filled(engine).serve().client()
    let lines = try client.get("/open-data/wifi-sites.csv").text.split(separator: "\r\n")
    #expect(
      lines.first == "\u{FEFF}\(Self.older),openroaming,rcois,status,class,verified_on,id")
    #expect(lines.count == 4)
    #expect(
      lines[1].hasPrefix(
        "131041,12,東京都,新宿区,中央図書館,チュウオウトショカン,Central Library,東京都新宿区下落合1-9-8,2階,35.689634,"
          + "139.692101,新宿区,03-1234-5678,12,Shinjuku_Free_Wi-Fi;eduroam,閲覧室,https://www.example.lg.jp/,"
      ))
    #expect(!lines.joined().contains("旧庁舎"))
    // What only staff knows.
    for secret in ["A社", "fibre", "9:00-20:00", "tokyo", "郵便番号"] {
      #expect(!lines.joined().contains(secret))
    }
  }

  @Test(
    "The newer layout has its columns in order, and what files said beside",
    arguments: Engine.allCases)
  func newerLayout(engine: Engine) throws {
    let client = try Self.filled(engine).serve().client()
    let text = try client.get("/open-data/public-wireless-lan.csv").text
    var reader = try CSVReader(TableFile(Array(text.utf8)))
    let header = try #require(try reader.next())
    let row = try #require(try reader.next())
    let cells = Dictionary(
      (0..<header.count).map { (header[$0], row[$0]) }, uniquingKeysWith: { $1 })
    #expect((0..<3).map { header[$0] } == ["全国地方公共団体コード", "ID", "地方公共団体名"])
    #expect(header[23] == "郵便番号")
    #expect((24..<29).map { header[$0] } == ["設置者", "SSID", "提供エリア", "URL", "備考"])
    #expect(cells["地方公共団体名"] == "東京都新宿区")
    #expect(cells["所在地_連結表記"] == "東京都新宿区下落合1-9-8")
    #expect(cells["郵便番号"] == "161-0033")
    #expect(cells["高度の値"] == "31")
    #expect(cells["ID"].flatMap { UUIDv7($0) } != nil)
    #expect(cells["openroaming"] == "yes")
  }

  @Test(
    "What is published in either layout is imported again by its ids", arguments: Engine.allCases)
  func readBack(engine: Engine) throws {
    let tenant = try Self.filled(engine)
    let client = try tenant.serve().client()
    let before = try tenant.sites()
    for file in [
      "wifi-sites.csv", "public-wireless-lan.csv", "wifi-sites.geojson",
      "public-wireless-lan.geojson", "wifi-sites.xlsx",
    ] {
      let answer = try client.get("/open-data/\(file)")
      let report = try tenant.load("wifi-sites", Array(answer.body))
      #expect(report.problems.first.map { $0.text(.en) } == [], "\(file)")
      #expect(report.created == 0, "\(file)")
      let after = try tenant.sites()
      for (old, new) in zip(before, after) {
        let changed = SiteChange.fields(from: old, to: new).map(\.field)
        // The newer layout has no column for the row's number.
        #expect(Set(changed).subtracting([.number, .extras]) == [], "\(file)")
      }
    }
  }

  @Test("Features are asked for by box, day and property, and counted", arguments: Engine.allCases)
  func query(engine: Engine) throws {
    let client = try Self.filled(engine).serve().client()
    func names(_ query: String) throws -> [String] {
      let found = try Self.features(client, query)
      #expect(found.numberMatched == found.features.count)
      #expect(found.numberReturned == found.features.count)
      return found.features.compactMap { $0.properties["名称"] ?? nil }
    }
    #expect(try names("") == ["中央図書館", "大阪", "どこか"])
    // What lies nowhere matches every box, and what tells of no day every day.
    #expect(try names("bbox=139,35,140,36") == ["中央図書館", "どこか"])
    #expect(try names("bbox=0,0,1,1") == ["どこか"])
    #expect(try names("class=park") == ["大阪"])
    #expect(try names("openroaming=planned") == ["どこか"])
    #expect(try names("status=retired") == [])
    #expect(try names("status=partly&class=library&bbox=139,35,140,36") == ["中央図書館"])
    #expect(try names("datetime=2026-03-01/..") == ["大阪", "どこか"])
    #expect(try names("datetime=2026-02-28") == ["中央図書館", "大阪", "どこか"])
    #expect(try client.get("/ogc/collections/wifi-sites/items?profile=x").status == 400)
  }

  @Test(
    "Pages go on behind the last feature, and tell how many there are in all",
    arguments: Engine.allCases)
  func pages(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    for number in 0..<7 {
      try tenant.add("場所\(number)", at: WiFiTenant.later(Int64(number))) { $0.place = Spot.tocho }
    }
    let client = try tenant.serve().client()
    for asked in ["bbox=139,35,140,36", "class=other"] {
      var (path, seen): (String?, [String]) =
        ("/ogc/collections/wifi-sites/items?f=json&limit=3&\(asked)", [])
      while let next = path {
        let answer = try client.get(next)
        let page = try JSONDecoder().decode(Collection.self, from: Data(answer.body))
        #expect(page.numberMatched == 7)
        seen += page.features.compactMap { $0.properties["名称"] ?? nil }
        path = answer.text.firstMatch(of: /"href":"http:\/\/[^\/"]*([^"]*)","rel":"next"/)
          .map { String($0.1) }
      }
      #expect(seen == (0..<7).map { "場所\($0)" })
    }
  }

  @Test(
    "Boxes of many sites go on page by page, small ones and the whole country, until a site changes",
    arguments: Engine.allCases)
  func largeBoxes(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let rows = (0..<1_203).map { "場所\($0),35.\(6_000 + $0),139.7" }
    try tenant.load("wifi-sites", "名称,緯度,経度\n" + rows.joined(separator: "\n"))
    let client = try tenant.serve().client()
    let sites = try tenant.sites()
    for box in ["139.6,35.5,139.8,35.8", "120,20,150,50"] {
      let asked = "bbox=\(box)&limit=600"
      let first = try Self.features(client, asked)
      let second = try Self.features(client, "\(asked)&after=\(sites[599].id)")
      let third = try Self.features(client, "\(asked)&after=\(sites[1_199].id)")
      #expect([first, second, third].map(\.numberMatched) == [1_203, 1_203, 1_203])
      let ids = [first, second, third].flatMap { $0.features.map(\.id) }
      #expect(ids == sites.map(\.id.description))
    }
    var changed = sites[700]
    changed.status = .retired
    try tenant.save(changed)
    for box in ["139.6,35.5,139.8,35.8", "120,20,150,50"] {
      let page = try Self.features(client, "bbox=\(box)&limit=600&after=\(sites[599].id)")
      #expect(page.numberMatched == 1_202)
      #expect(!page.features.contains { $0.id == changed.id.description })
    }
  }

  @Test(
    "A feature is what its site says, by itself and among others, whatever is in its name",
    arguments: Engine.allCases)
  func single(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    var site = try tenant.add("<script>\"図書館\"\\</script>") { $0.place = Spot.tower }
    site.note = "1行目\n2行目"
    try tenant.save(site)
    let client = try tenant.serve().client()
    let all = try Self.features(client, "bbox=139,35,140,36")
    let feature = try #require(all.features.first)
    #expect(feature.id == site.id.description)
    #expect(feature.geometry?.coordinates == [139.745433, 35.658581])
    #expect(feature.properties["名称"] == site.name)
    #expect(feature.properties["備考"] == "1行目\n2行目")
    #expect(feature.properties["名称_カナ"] == .some(nil))
    #expect(feature.properties["緯度"] == nil)
    let alone = try client.get("/ogc/collections/wifi-sites/items/\(site.id)?f=json")
    let one = try JSONDecoder().decode(Collection.Feature.self, from: Data(alone.body))
    #expect(one.properties == feature.properties)
    let page = try client.get("/ogc/collections/wifi-sites/items/\(site.id)?f=html").text
    #expect(!page.contains("<script>\"図書館"))
    #expect(page.contains("&lt;script&gt;"))
  }

  @Test(
    "A site that is retired is gone from what is public, one that comes back is there",
    arguments: Engine.allCases)
  func retired(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    var site = try tenant.add("公園") { $0.place = Spot.tocho }
    let client = try tenant.serve().client()
    site.status = .retired
    try tenant.save(site)
    #expect(try Self.features(client, "").numberMatched == 0)
    #expect(try Self.features(client, "bbox=139,35,140,36").features.isEmpty)
    #expect(try client.get("/ogc/collections/wifi-sites/items/\(site.id)").status == 404)
    site.status = .working
    site.place = Spot.osaka
    try tenant.save(site)
    #expect(try Self.features(client, "bbox=139,35,140,36").features.isEmpty)
    #expect(try Self.features(client, "bbox=135,34,136,35").features.count == 1)
  }

  @Test("The extent holds every site that is shown, and their days", arguments: Engine.allCases)
  func extent(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    func extent() throws -> FeatureExtent? {
      try tenant.store.read { try PublishedSites().extent(in: $0) }
    }
    #expect(try extent() == nil)
    try tenant.add("どこか")
    #expect(try extent() == nil)
    for (number, place) in [Spot.tocho, Spot.osaka].enumerated() {
      try tenant.add("場所\(number)", at: WiFiTenant.later(Int64(number))) { site in
        site.place = place
        site.verifiedOn = CalendarDate(iso: "2026-0\(number + 1)-01")
      }
    }
    let found = try #require(try extent())
    #expect(
      found.box
        == BoundingBox(west: 135.520037, south: 34.686344, east: 139.692101, north: 35.689634))
    #expect(found.days?.lowerBound.iso == "2026-01-01")
    #expect(found.days?.upperBound.iso == "2026-02-01")
  }
}
