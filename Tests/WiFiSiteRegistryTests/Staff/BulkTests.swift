import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import WiFiSiteRegistry

@Suite("Changing many sites at once")
struct BulkTests {
  /// A tenant with so many parks and as many streets.
  private static func filled(_ engine: Engine, _ count: Int) throws -> WiFiTenant {
    let tenant = try WiFiTenant(engine)
    let sites = (0..<2 * count).map { number in
      var site = WiFiSite(UUIDv7(at: WiFiTenant.later(Int64(number))), name: "場所\(number)")
      site.facilityClass = number < count ? .park : .street
      return site
    }
    try tenant.store.write {
      try SiteStore.save(
        sites, replacing: [:], by: "import", source: .imported, at: WiFiTenant.now, in: $0)
    }
    return tenant
  }

  private static func fields(
    _ page: TestResponse, _ changes: [String: String]
  ) throws -> [FormData.Field] {
    [
      FormData.Field("scope", try page.value(of: "scope")),
      FormData.Field("filter", try page.value(of: "filter").replacing("&amp;", with: "&")),
    ] + page.values(of: "site").map { FormData.Field("site", $0) }
      + changes.sorted { $0.key < $1.key }.map { FormData.Field($0.key, $0.value) }
  }

  /// Goes to the second step, whose address says all.
  private static func preview(
    _ page: TestResponse, _ changes: [String: String], _ client: TestClient
  ) throws -> TestResponse {
    let query = URLEncodedForm.encode(try fields(page, changes))
    return try client.get("/staff/wifi/bulk/preview?\(query)")
  }

  @Test("All of a filter are changed after it was shown what changes", arguments: Engine.allCases)
  func all(engine: Engine) throws {
    let tenant = try Self.filled(engine, 70)
    let editor = try tenant.client(.editor, on: tenant.serve())
    #expect(try editor.get("/staff/wifi?class=park").text.contains("条件に合う70件すべてを変更"))
    let start = try editor.get("/staff/wifi/bulk?class=park&scope=all")
    #expect(start.text.contains("70件の施設を変更します"))
    let change = [
      "status": "out", "verified": "today", "profile": "tokyo",
    ]
    try tenant.addProfile("tokyo")
    let preview = try Self.preview(start, change, editor)
    #expect(preview.status == 200)
    #expect(preview.text.contains("選んだ70件のうち、70件が変わります"))
    #expect(preview.text.contains("利用できます") && preview.text.contains("停止中"))
    #expect(preview.text.contains("2026年4月1日") && preview.text.contains("ほか50件"))
    #expect(try tenant.count("SELECT COUNT(*) FROM wifi_sites WHERE status = 'out'") == 0)
    let confirmed = change.merging(["stamp": try preview.value(of: "stamp")]) { $1 }
    let answer = try editor.post("/staff/wifi/bulk", fields: Self.fields(preview, confirmed))
    #expect(answer.status == 303)
    #expect(answer.headers["Location"] == "/staff/wifi?class=park&done=changed&n=70")
    #expect(
      try tenant.count(
        """
        SELECT COUNT(*) FROM wifi_sites WHERE class = 'park' AND status = 'out'
          AND verified_on = '2026-04-01' AND profile = 'tokyo'
        """) == 70)
    #expect(try tenant.count("SELECT COUNT(*) FROM wifi_sites WHERE status = 'out'") == 70)
    #expect(try tenant.count("SELECT COUNT(*) FROM wifi_site_changes WHERE source = 'staff'") == 70)
    #expect(try tenant.audited() == ["wifi.sites.changed 70"])
    #expect(try editor.get("/staff/wifi?done=changed&n=70").text.contains("70件を変更しました"))
  }

  @Test("Chosen sites are changed, and no others", arguments: Engine.allCases)
  func chosen(engine: Engine) throws {
    let tenant = try Self.filled(engine, 2)
    let editor = try tenant.client(.editor, on: tenant.serve())
    let ids = try tenant.sites().map(\.id)
    let start = try editor.get("/staff/wifi/bulk?scope=chosen&site=\(ids[0])&site=\(ids[3])")
    #expect(start.text.contains("2件の施設を変更します"))
    let change = ["openroaming": "yes", "class": "street"]
    let preview = try Self.preview(start, change, editor)
    let confirmed = change.merging(["stamp": try preview.value(of: "stamp")]) { $1 }
    _ = try editor.post("/staff/wifi/bulk", fields: Self.fields(preview, confirmed))
    let sites = try tenant.sites()
    #expect(sites.map(\.openRoaming) == [.yes, .no, .no, .yes])
    #expect(sites.map(\.openRoamingSince?.iso) == ["2026-04-01", nil, nil, "2026-04-01"])
    #expect(sites.map(\.facilityClass) == [.street, .park, .street, .street])
  }

  @Test("A whole page of sites can be chosen", arguments: SiteHarness.Mode.allCases)
  func longAddress(mode: SiteHarness.Mode) throws {
    let tenant = try Self.filled(.sqlite, 30)
    let editor = try tenant.client(.editor, on: tenant.serve(mode))
    let ids = try tenant.sites().prefix(50).map { "&site=\($0.id)" }.joined()
    let words = String(repeating: "%E5%A0%B4", count: 100)
    let start = try editor.get("/staff/wifi/bulk?q=\(words)&scope=chosen\(ids)")
    #expect(start.status == 200)
    #expect(start.text.contains("50件の施設を変更します"))
    let preview = try Self.preview(start, ["status": "out"], editor)
    #expect(preview.text.contains("50件を変更する"))
    #expect(
      try editor.get("/staff/wifi/bulk?scope=chosen\(ids)&site=\(ids.suffix(36))").status == 422)
  }

  @Test("What changed meanwhile has to be seen first", arguments: Engine.allCases)
  func outdated(engine: Engine) throws {
    let tenant = try Self.filled(engine, 2)
    let editor = try tenant.client(.editor, on: tenant.serve())
    let start = try editor.get("/staff/wifi/bulk?class=park&scope=all")
    let preview = try Self.preview(start, ["status": "out"], editor)
    var site = try #require(try tenant.sites().first)
    site.note = "工事中"
    try tenant.save(site)
    let change = ["status": "out", "stamp": try preview.value(of: "stamp")]
    let answer = try editor.post("/staff/wifi/bulk", fields: Self.fields(preview, change))
    #expect(answer.status == 409)
    #expect(answer.text.contains("対象の施設が変わりました"))
    #expect(try tenant.count("SELECT COUNT(*) FROM wifi_sites WHERE status = 'out'") == 0)
    let again = ["status": "out", "stamp": try answer.value(of: "stamp")]
    #expect(
      try editor.post("/staff/wifi/bulk", fields: Self.fields(answer, again)).status == 303)
    #expect(try tenant.count("SELECT COUNT(*) FROM wifi_sites WHERE status = 'out'") == 2)
  }

  @Test("Another change than the one that was shown is shown first", arguments: Engine.allCases)
  func otherChange(engine: Engine) throws {
    let tenant = try Self.filled(engine, 1)
    let editor = try tenant.client(.editor, on: tenant.serve())
    let start = try editor.get("/staff/wifi/bulk?scope=all")
    let stamp = try Self.preview(start, ["status": "out"], editor).value(of: "stamp")
    let answer = try editor.post(
      "/staff/wifi/bulk", fields: Self.fields(start, ["status": "retired", "stamp": stamp]))
    #expect(answer.status == 409)
    #expect(answer.text.contains("廃止"))
    #expect(try tenant.count("SELECT COUNT(*) FROM wifi_sites WHERE status <> 'working'") == 0)
  }

  @Test(
    "What is wrong is told at its field", arguments: Engine.allCases,
    [
      ([:], "status"), (["status": "broken"], "status"), (["class": "castle"], "class"),
      (["openroaming": "maybe"], "openroaming"),
      (["profile": "osaka"], "profile"),
      (["openroaming_since-year": "2026"], "openroaming_since"),
      (
        [
          "openroaming_since-year": "2026", "openroaming_since-month": "1",
          "openroaming_since-day": "1",
        ], "openroaming_since"
      ),
      (
        [
          "openroaming": "yes", "openroaming_since-year": "2027", "openroaming_since-month": "1",
          "openroaming_since-day": "1",
        ], "openroaming_since"
      ),
    ] as [([String: String], String)])
  func refused(engine: Engine, example: (change: [String: String], field: String)) throws {
    let tenant = try Self.filled(engine, 1)
    let editor = try tenant.client(.editor, on: tenant.serve())
    let start = try editor.get("/staff/wifi/bulk?scope=all")
    let answer = try Self.preview(start, example.change, editor)
    #expect(answer.status == 422)
    #expect(answer.text.contains("href=\"#field-\(example.field)\""))
  }

  @Test(
    "An address that chooses nothing is told so", arguments: Engine.allCases,
    [("scope=chosen", 422), ("scope=all&class=school", 422), ("", 400), ("scope=some", 400)])
  func nothing(engine: Engine, example: (query: String, status: Int)) throws {
    let tenant = try Self.filled(engine, 1)
    let editor = try tenant.client(.editor, on: tenant.serve())
    #expect(try editor.get("/staff/wifi/bulk?\(example.query)").status == example.status)
  }

  @Test("More than five thousand at once are refused", arguments: Engine.allCases)
  func tooMany(engine: Engine) throws {
    let tenant = try Self.filled(engine, 2_501)
    let editor = try tenant.client(.editor, on: tenant.serve())
    let list = try editor.get("/staff/wifi?points=none").text
    #expect(list.contains("5,000件以上あります。") && !list.contains("すべてを変更"))
    let answer = try editor.get("/staff/wifi/bulk?points=none&scope=all")
    #expect(answer.status == 422)
    #expect(answer.text.contains("一度に変更できるのは5,000件まで"))
  }
}
