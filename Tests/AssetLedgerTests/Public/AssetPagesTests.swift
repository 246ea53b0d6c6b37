import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import AssetLedger

@Suite("The pages of assets")
struct AssetPagesTests {
  private static func tenant(_ engine: Engine) throws -> AssetTenant {
    let tenant = try AssetTenant(engine)
    try tenant.save(try Asset.full())
    try tenant.add("2", .park, name: "公園<b>", at: Spot.tower) { asset in
      (asset.height, asset.area) = (5, 20_000)
      (asset.municipality, asset.sharingAllowed) = ("131032", false)
    }
    try tenant.add("街灯 3", .streetLight, name: "街路灯3", at: Spot.tower) { asset in
      (asset.height, asset.streetDistance) = (7, 0)
      (asset.power, asset.sharingAllowed) = (Supply("available"), true)
      asset.municipality = "131032"
    }
    try tenant.catchUp()
    return tenant
  }

  /// The names of a list, in their order.
  private static func names(_ page: String) -> [String] {
    page.matches(of: /resource__title"><a[^>]*>(?:<span[^>]*>)?([^\/]*?)(?:<\/span>)?<\/a>/)
      .map { String($0.1) }
  }

  @Test(
    "The list shows what is asked for", arguments: Engine.allCases,
    [
      ("/assets", ["公園&lt;b&gt;", "本庁舎", "街路灯3"]),
      ("/assets?q=%E5%85%AC%E5%9C%92", ["公園&lt;b&gt;"]),
      ("/assets?class=building", ["本庁舎"]), ("/assets?availability=open", ["公園&lt;b&gt;", "街路灯3"]),
      ("/assets?municipality=131032", ["公園&lt;b&gt;", "街路灯3"]),
      ("/assets?sharing=yes", ["本庁舎", "街路灯3"]), ("/assets?power=yes", ["本庁舎", "街路灯3"]),
      ("/assets?height=7", ["本庁舎", "街路灯3"]), ("/assets?area=2000", ["公園&lt;b&gt;"]),
      ("/assets?street=5", ["街路灯3"]), ("/assets?mesh=53393599", ["公園&lt;b&gt;", "街路灯3"]),
      ("/assets?class=&q=&height=&sharing=yes&street=0", ["街路灯3"]),
    ])
  func listing(engine: Engine, row: (path: String, names: [String])) throws {
    let page = try Self.tenant(engine).serve().client().get(row.path)
    #expect(page.status == 200)
    #expect(Self.names(page.text) == row.names)
  }

  @Test(
    "A value in the address that means nothing is refused with words",
    arguments: [
      "class=castle", "availability=maybe", "municipality=999999", "height=tall", "area=-1",
      "mesh=9", "sharing=perhaps", "pick=a%5Cb",
    ])
  func refusing(query: String) throws {
    let page = try Self.tenant(.sqlite).serve().client().get("/assets?\(query)")
    #expect(page.status == 400)
    #expect(page.text.contains(query.prefix { $0 != "=" }))
  }

  @Test("The page of an asset tells first what operators ask, and what nobody knows")
  func page() throws {
    let client = try Self.tenant(.sqlite).serve().client()
    let full = try client.get("/assets/items/B-001").text
    for words in [
      "45.2 m", "1234.5 m²", "12 m", "300 kg/m²", "地方自治法第238条の4第7項", "景観条例", "800.5 m²",
      "陸屋根", "総務課 03-1234-5678", "東京都新宿区",
    ] {
      #expect(full.contains(words), "\(words)")
    }
    let bare = try client.get("/assets/items/2").text
    let asked = try #require(
      bare.firstMatch(of: /<dl class="facts">.*?<\/dl>/.dotMatchesNewlines()))
    #expect(asked.output.contains("5 m"))
    #expect(asked.output.components("不明") == 3)
    #expect(try client.get("/assets/items/%E8%A1%97%E7%81%AF%203").text.contains("街路灯3"))
    #expect(try client.get("/assets/items/none").status == 404)
  }

  @Test("Assets are picked for comparison by links, which keep what was asked for")
  func picking() throws {
    let client = try Self.tenant(.sqlite).serve().client()
    let page = try client.get("/assets?height=5&pick=2").text
    #expect(page.contains("/assets?height=5&amp;pick=2%2FB-001#list"))
    #expect(page.contains("/assets?height=5#list"))
    #expect(page.contains("/assets/compare?id=2"))
    #expect(page.contains("name=\"pick\" value=\"2\""))
    let eleven = (1...11).map { "id=\($0)" }.joined(separator: "&")
    #expect(try client.get("/assets/compare?\(eleven)").status == 400)
    #expect(try client.get("/assets/compare?id=a/b").status == 400)
  }

  @Test("A comparison marks where assets differ, and names what is not published")
  func comparison() throws {
    let client = try Self.tenant(.sqlite).serve().client()
    let page = try client.get("/assets/compare?id=2&id=B-001&id=gone").text
    func differs(_ label: String) throws -> Bool {
      let row = try #require(
        page.matches(of: /<tr><th scope="row">.*?<\/tr>/.dotMatchesNewlines())
          .first { $0.output.contains(label) })
      return row.output.contains("違いあり")
    }
    #expect(try differs("高さ"))
    #expect(try differs("共用"))
    #expect(page.contains("公開されていない資産番号です：gone"))
    let alone = try client.get("/assets/compare?id=2").text
    #expect(!alone.contains("違いあり"))
    #expect(try client.get("/assets/compare").text.contains("比較に加える"))
  }

  @Test("No page goes through a whole table", arguments: Engine.allCases)
  func scans(engine: Engine) throws {
    let recorder = StatementRecorder()
    let tenant = try AssetTenant(engine, recording: recorder)
    let assets = try (0..<2_000).map { number in
      var asset = Asset(
        try #require(AssetID("A\(number)")), AssetClass.allCases[number % 10], name: "資産\(number)",
        at: try #require(
          Coordinate(
            latitude: 35.6 + Double(number % 40) / 400,
            longitude: 139.6 + Double(number / 40) / 400)))
      asset.publish = number % 5 == 0 ? .internal : .public
      asset.height = Double(number % 30)
      asset.municipality = "131041"
      return asset
    }
    try tenant.store.write { transaction in
      _ = try AssetStore.save(
        assets, replacing: [:],
        on: .init(who: "test", source: .imported, at: AssetTenant.now), in: transaction)
    }
    try tenant.catchUp()
    let client = try tenant.serve().client()
    recorder.reset()
    for path in [
      "/assets", "/assets?class=pole", "/assets?height=12&class=land", "/assets/items/A1",
      "/assets/compare?id=A1&id=A2", "/api/assets/assets?municipality=131041",
      "/ogc/collections/assets/items?f=json&bbox=139.6,35.6,139.65,35.65",
      "/ogc/collections/assets/items?f=json&class=park",
    ] {
      #expect(try client.get(path).status == 200)
    }
    let small: Set<String> = ["assets_counts", "assets_published_state"]
    for scan in try recorder.scans(in: tenant.store, except: small) { Issue.record("\(scan)") }
  }
}

extension Substring {
  /// How often a text occurs in it.
  fileprivate func components(_ text: String) -> Int {
    split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}
