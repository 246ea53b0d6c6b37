import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import WiFiSiteRegistry

@Suite("Verifying on site")
struct VerifyTests {
  private static func form(
    _ changes: [String: String], _ page: TestResponse
  ) throws
    -> [FormData.Field]
  {
    let own = ["stamp": try page.value(of: "stamp"), "near": try page.value(of: "near")]
    return own.merging(changes) { _, new in new }.sorted { $0.key < $1.key }
      .map { FormData.Field($0.key, $0.value) }
  }

  private static func names(_ page: TestResponse) -> [String] {
    page.text.matches(of: /class="resource__title"><a[^>]*>(<span[^>]*>)?([^<]*)/)
      .map { String($0.2) }
  }

  @Test("The nearest come first, with how far they are", arguments: Engine.allCases)
  func near(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    for (name, longitude) in [("遠い", 139.71), ("隣", 139.6925), ("中くらい", 139.70)] {
      try tenant.add(name) { $0.place = Coordinate(latitude: 35.69, longitude: longitude) }
    }
    try tenant.add("廃止") {
      $0.place = Spot.tocho
      $0.status = .retired
    }
    try tenant.add("大阪") { $0.place = Spot.osaka }
    let editor = try tenant.client(.editor, on: tenant.serve())
    let page = try editor.get("/staff/wifi/verify?near=35.690,139.692")
    #expect(Self.names(page) == ["隣", "中くらい", "遠い"])
    #expect(page.headers["Permissions-Policy"]?.contains("geolocation=(self)") == true)
    #expect(page.text.contains("verify/") && page.text.contains("?near=35.69,139.692"))
    #expect(try editor.get("/staff/wifi/verify?near=35.690").status == 400)
    let nowhere = try editor.get("/staff/wifi/verify?near=0,0").text
    #expect(nowhere.contains("50km以内に施設はありません"))
  }

  @Test("Without a position words find a site", arguments: Engine.allCases)
  func search(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    try tenant.add("図書館")
    try tenant.add("公園")
    try tenant.catchUp()
    let editor = try tenant.client(.editor, on: tenant.serve())
    #expect(Self.names(try editor.get("/staff/wifi/verify")) == [])
    #expect(
      Self.names(try editor.get("/staff/wifi/verify?q=%E5%9B%B3%E6%9B%B8")) == ["図書館"])
  }

  @Test("What was found is saved with its day and its history", arguments: Engine.allCases)
  func save(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館") {
      $0.place = Spot.tocho
      $0.ssids = ["Old_Wi-Fi", "Free_Wi-Fi"]
      $0.status = .planned
    }
    let editor = try tenant.client(.editor, on: tenant.serve())
    let path = VerifyPages.address(of: site.id)
    let page = try editor.get("\(path)?near=35.690,139.692")
    let found = [
      "status": "partly", "position": "wrong", "seen": "Free_Wi-Fi", "other": "New_Wi-Fi",
      "remark": "2階では届かない",
    ]
    let answer = try editor.post(path, fields: Self.form(found, page))
    #expect(answer.status == 303)
    let location = try #require(answer.headers["Location"])
    #expect(location == "/staff/wifi/verify?near=35.69%2C139.692&done=verified")
    #expect(try editor.get(location).text.contains("確認の結果を保存しました"))
    let saved = try tenant.site(site.id)
    #expect(saved.status == .partly && saved.doubt == .seenElsewhere)
    #expect(saved.verifiedOn?.iso == "2026-04-01" && saved.note == "")
    #expect(saved.ssids == ["Old_Wi-Fi", "Free_Wi-Fi", "New_Wi-Fi"])
    let change = try #require(try tenant.history(of: site.id).first { $0.fields != nil })
    #expect(change.source == .verification && change.who == "editor@city.example.jp")
    let fields = try #require(change.fields)
    #expect(
      fields.contains(.init(field: .seen, before: "", after: "Free_Wi-Fi;New_Wi-Fi"))
        && fields.contains(.init(field: .remark, before: "", after: "2階では届かない")))
    let history = try editor.get("\(StaffPath.site(site.id))/history").text
    #expect(history.contains("現地での確認") && history.contains("Free_Wi-Fi、New_Wi-Fi"))
    #expect(try tenant.audited() == ["wifi.site.changed \(site.id)"])
    // The remark is for staff.
    #expect(try !tenant.serve().client().get("/wifi/sites/\(site.id)").text.contains("届かない"))
  }

  @Test("A position that is right takes the doubt away", arguments: Engine.allCases)
  func rightPosition(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館") {
      $0.place = Spot.osaka
      $0.doubt = .otherPrefecture
    }
    let editor = try tenant.client(.editor, on: tenant.serve())
    let path = VerifyPages.address(of: site.id)
    let form = try Self.form(["status": "working", "position": "right"], editor.get(path))
    #expect(
      try editor.post(path, fields: form).headers["Location"] == "/staff/wifi/verify?done=verified")
    #expect(try tenant.site(site.id).doubt == nil)
  }

  @Test("A remark on a day on which all was as before is kept", arguments: Engine.allCases)
  func remarkAlone(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館") { $0.verifiedOn = WiFiTenant.now.date }
    let editor = try tenant.client(.editor, on: tenant.serve())
    let path = VerifyPages.address(of: site.id)
    let form = try Self.form(["status": "working", "remark": "異常なし"], editor.get(path))
    _ = try editor.post(path, fields: form)
    let changes = try tenant.history(of: site.id).compactMap(\.fields)
    #expect(changes == [[.init(field: .remark, before: "", after: "異常なし")]])
  }

  @Test(
    "What is wrong is told at its field", arguments: Engine.allCases,
    [
      ("status", ""), ("status", "planned"), ("status", "broken"), ("position", "north"),
      ("other", String(repeating: "名", count: 11)), ("other", "a\tb"),
      ("remark", String(repeating: "長", count: 501)), ("remark", "a\u{1b}b"),
    ])
  func refused(engine: Engine, example: (field: String, value: String)) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館")
    let editor = try tenant.client(.editor, on: tenant.serve())
    let path = VerifyPages.address(of: site.id)
    let form = try Self.form(
      ["status": "working"].merging([example.field: example.value]) { $1 }, editor.get(path))
    let answer = try editor.post(path, fields: form)
    #expect(answer.status == 422)
    #expect(answer.text.contains("href=\"#field-\(example.field)\""))
    #expect(try tenant.site(site.id) == site)
  }

  @Test("Who saves second is told", arguments: Engine.allCases)
  func conflict(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    var site = try tenant.add("図書館")
    let editor = try tenant.client(.editor, on: tenant.serve())
    let path = VerifyPages.address(of: site.id)
    let form = try Self.form(["status": "working"], editor.get(path))
    site.status = .out
    try tenant.save(site)
    let answer = try editor.post(path, fields: form)
    #expect(answer.status == 409)
    #expect(answer.text.contains("停止中"))
    #expect(try tenant.site(site.id).status == .out)
    #expect(try editor.post(path, fields: Self.form(["status": "working"], answer)).status == 303)
    #expect(try tenant.site(site.id).status == .working)
  }

  @Test("Who may only read, and a retired site, have no page to verify", arguments: Engine.allCases)
  func refusedPages(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館")
    let old = try tenant.add("旧館") { $0.status = .retired }
    let harness = try tenant.serve()
    let viewer = try tenant.client(.viewer, on: harness)
    #expect(try viewer.get("/staff/wifi/verify").status == 403)
    #expect(try viewer.get(VerifyPages.address(of: site.id)).status == 403)
    let editor = try tenant.client(.editor, on: harness)
    #expect(try editor.get(VerifyPages.address(of: old.id)).status == 404)
  }
}
