import Synchronization
import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import WiFiSiteRegistry

/// Sites of Shinjuku and one far away, with what people see of them.
@Suite struct SiteListTests {
  /// Sites are listed in the order in which they came.
  private static let next = Counter(WiFiTenant.now.milliseconds)

  static let sites: [WiFiSite] = [
    site("本庁舎", "東京都新宿区歌舞伎町1-4-1", 35.69384, 139.70355) {
      ($0.facilityClass, $0.openRoaming, $0.ssids) = (
        .government, .yes, ["Shinjuku_Free", "OpenRoaming"]
      )
      ($0.nameEn, $0.batteryHours) = ("City hall", 6)
    },
    site("中央図書館", "東京都新宿区大久保3-1-1", 35.70807, 139.70647) {
      ($0.facilityClass, $0.status) = (.library, .out)
    },
    site("新公園<b>", "東京都新宿区西新宿2-11", 35.68998, 139.68999) {
      ($0.facilityClass, $0.status) = (.park, .planned)
    },
    site("旧出張所", "東京都新宿区", 35.7, 139.7) { $0.status = .retired },
    site("保養所", "長野県茅野市", 36.0, 138.2) { $0.facilityClass = .tourism },
    site("位置不明", "東京都新宿区", nil, nil) { _ in },
  ]

  static func site(
    _ name: String, _ address: String, _ latitude: Double?, _ longitude: Double?,
    _ change: (inout WiFiSite) -> Void
  ) -> WiFiSite {
    var site = WiFiSite(UUIDv7(at: Timestamp(milliseconds: next.add(1))), name: name)
    site.address = address
    if let latitude, let longitude {
      site.place = Coordinate(latitude: latitude, longitude: longitude)
    }
    change(&site)
    return site
  }

  static func tenant(_ engine: Engine) throws -> WiFiTenant {
    let tenant = try WiFiTenant(engine)
    try tenant.store.write { transaction in
      for site in sites {
        try SiteStore.save(
          site, by: "test", source: .staff, at: WiFiTenant.now, in: transaction)
      }
    }
    try tenant.catchUp()
    return tenant
  }

  @Test(
    "The list shows what is asked for, and nothing that was given up", arguments: Engine.allCases,
    [
      ("/wifi", ["本庁舎", "中央図書館", "新公園&lt;b&gt;", "保養所", "位置不明"]),
      ("/wifi?q=図書館", ["中央図書館"]),
      ("/wifi?q=ﾄｼｮｶﾝ", []),
      ("/wifi?q=city%20hall", ["本庁舎"]),
      ("/wifi?q=shinjuku_free", ["本庁舎"]),
      ("/wifi?class=park", ["新公園&lt;b&gt;"]),
      ("/wifi?class=&openroaming=yes&q=", ["本庁舎"]),
      ("/wifi?mesh=533945", ["本庁舎", "中央図書館", "新公園&lt;b&gt;"]),
      ("/wifi?near=35.708,139.706", ["中央図書館", "本庁舎", "新公園&lt;b&gt;"]),
      ("/wifi?near=43.06,141.35", []),
    ])
  func listing(engine: Engine, row: (path: String, names: [String])) throws {
    let client = try Self.tenant(engine).serve().client()
    let page = try client.get(row.path)
    #expect(page.status == 200)
    #expect(Self.names(page.text) == row.names)
  }

  @Test(
    "A value in the address that means nothing is refused with words",
    arguments: [
      "class=castle", "mesh=9", "near=north", "near=95,200", "openroaming=maybe", "after=1",
    ])
  func refusing(query: String) throws {
    let page = try Self.tenant(.sqlite).serve().client().get("/wifi?\(query)")
    #expect(page.status == 400)
    #expect(page.text.contains(query.prefix { $0 != "=" }))
  }

  @Test("A map leaves out what lies far away, says so, and shows it when asked")
  func farAway() throws {
    let tenant = try Self.tenant(.sqlite)
    try tenant.store.write { transaction in
      for number in 1...60 {
        let site = Self.site("電話\(number)", "東京都", 35.69, 139.7 + Double(number) / 1000) { _ in }
        try SiteStore.save(
          site, by: "test", source: .staff, at: WiFiTenant.now, in: transaction)
      }
    }
    let client = try tenant.serve().client()
    let near = try client.get("/wifi").text
    #expect(near.contains("離れた1か所は"))
    #expect(near.contains("view=all"))
    #expect(!(try client.get("/wifi?view=all").text.contains("離れた")))
  }

  @Test("The nearest come first however many are farther away", arguments: Engine.allCases)
  func nearest(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    // Those far away came first.
    let far = (0..<2_500).map { number in
      Self.site("遠い\(number)", "", 35.72 + Double(number) / 1_000_000, 139.75) { _ in }
    }
    let near = (1...5).map { number in
      Self.site("近い\(number)", "", 35.69 + Double(number) / 10_000, 139.70) { _ in }
    }
    try tenant.store.write { transaction in
      _ = try SiteStore.save(
        far + near.reversed(), replacing: [:], by: "test", source: .staff, at: WiFiTenant.now,
        in: transaction)
    }
    let place = try #require(Coordinate(latitude: 35.69, longitude: 139.70))
    for limit in [3, 30, 1_000] {
      let found = try tenant.store.read {
        try SiteStore.nearest(to: place, .shown, limit: limit, in: $0)
      }
      #expect(found.count == limit)
      #expect(found.prefix(3).map(\.site.name) == ["近い1", "近い2", "近い3"])
      #expect(found.map(\.distance) == found.map(\.distance).sorted())
    }
  }

  @Test("The page of a place tells how to connect; one that was given up is gone")
  func onePlace() throws {
    let client = try Self.tenant(.sqlite).serve().client()
    let open = try client.get("/wifi/sites/\(Self.sites[0].id)").text
    #expect(open.contains("OpenRoamingでつなぐ"))
    #expect(open.contains("約6時間"))
    let park = try client.get("/wifi/sites/\(Self.sites[2].id)", headers: ["Accept-Language": "en"])
      .text
    #expect(park.contains("新公園&lt;b&gt;"))
    #expect(!park.contains("Connect by OpenRoaming"))
    #expect(try client.get("/wifi/sites/\(Self.sites[3].id)").status == 404)
    #expect(try client.get("/wifi/sites/\(UUIDv7(at: WiFiTenant.now))").status == 404)
  }

  @Test("A map of tiles is shown once somebody names a server, which browsers may then ask")
  func tiles() throws {
    let tenant = try Self.tenant(.sqlite)
    let client = try tenant.serve().client()
    let without = try client.get("/wifi")
    #expect(without.text.contains("map__land"))
    #expect(without.headers["Content-Security-Policy"]?.contains("img-src 'self' data:;") == true)
    let staff = try tenant.client(.administrator, on: try tenant.serve())
    let refused = try staff.post(
      "/staff/settings/wifi",
      form: ["tilesAddress": "http://tiles.example.jp/", "tilesCredit": "", "reportDays": "365"])
    #expect(refused.status == 422)
    let address = "https://tiles.example.jp/{z}/{x}/{y}.png"
    let uncredited = try staff.post(
      "/staff/settings/wifi",
      form: ["tilesAddress": address, "tilesCredit": " ", "reportDays": "365"])
    #expect(uncredited.status == 422 && uncredited.text.contains("出典を入力してください"))
    let saved = try staff.post(
      "/staff/settings/wifi",
      form: ["tilesAddress": address, "tilesCredit": "見本地図", "reportDays": "365"])
    #expect(saved.status == 303)
    let with = try client.get("/wifi")
    #expect(with.text.contains("https://tiles.example.jp/"))
    #expect(with.text.contains("見本地図"))
    #expect(!with.text.contains("map__land"))
    #expect(
      with.headers["Content-Security-Policy"]?
        .contains("img-src 'self' data: https://tiles.example.jp;") == true)
  }

  @Test("The printed list holds every place that is asked for, with its hours on batteries")
  func printing() throws {
    let page = try Self.tenant(.sqlite).serve().client()
      .get("/wifi/print?openroaming=yes").text
    #expect(page.contains("本庁舎"))
    #expect(page.contains("約6時間"))
    #expect(!page.contains("中央図書館"))
  }

  @Test("The API tells the same, the nearest first", arguments: Engine.allCases)
  func api(engine: Engine) throws {
    let client = try Self.tenant(engine).serve().client()
    let all = try client.get("/api/wifi/sites?limit=2")
    #expect(all.text.contains(#""name":"本庁舎""#))
    #expect(all.text.contains(#""next":"\#(Self.sites[1].id)""#))
    let near = try client.get("/api/wifi/sites?near=35.708,139.706&limit=1").text
    #expect(near.contains("中央図書館"))
    #expect(near.contains(#""distance":43"#))
    #expect(near.contains(#""next":null"#))
    #expect(try client.get("/api/wifi/sites?limit=0").status == 400)
    #expect(try client.get("/api/wifi/sites/\(Self.sites[3].id)").status == 404)
  }

  /// The names in the list of a page, in order.
  private static func names(_ page: String) -> [String] {
    page.split(separator: #"<p class="resource__title">"#).dropFirst().compactMap { part in
      part.split(separator: ">", maxSplits: 1).last?.split(separator: "</a>").first.map(String.init)
    }
  }
}

/// Counts up from a number.
private final class Counter: Sendable {
  private let value: Mutex<Int64>

  init(_ start: Int64) { value = Mutex(start) }

  func add(_ step: Int64) -> Int64 {
    value.withLock { value in
      value += step
      return value
    }
  }
}
