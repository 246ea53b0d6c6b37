import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import WiFiSiteRegistry

@Suite("Sites as staff enters and changes them")
struct SiteFormTests {
  static let fields = [
    "name": "中央図書館", "class": "library", "status": "working", "openroaming": "no",
    "prefecture": "東京都", "latitude": "35.689634", "longitude": "139.692101",
  ]

  static func form(_ changes: [String: String] = [:]) -> [FormData.Field] {
    fields.merging(changes) { _, new in new }.sorted { $0.key < $1.key }
      .map { FormData.Field($0.key, $0.value) }
  }

  @Test("A new site begins with what the tenant tells of it", arguments: Engine.allCases)
  func blank(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let page = try tenant.client(.editor, on: tenant.serve()).get("/staff/wifi/new")
    #expect(page.status == 200)
    #expect(try page.value(of: "code") == "131041")
    #expect(try page.value(of: "prefecture") == "東京都")
    #expect(try page.value(of: "municipality") == "新宿区")
  }

  @Test("An editor adds a site; history and log tell who", arguments: Engine.allCases)
  func add(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let editor = try tenant.client(.editor, on: tenant.serve())
    let answer = try editor.post("/staff/wifi/new", fields: Self.form())
    #expect(answer.status == 303)
    let site = try #require(try tenant.sites().first)
    #expect(answer.headers["Location"] == "/staff/wifi/sites/\(site.id)?done=added")
    #expect(site.name == "中央図書館" && site.place == Spot.tocho && site.doubt == nil)
    let history = try tenant.history(of: site.id)
    #expect(history.map(\.who) == ["editor@city.example.jp"] && history[0].fields == nil)
    #expect(try tenant.audited() == ["wifi.site.added \(site.id)"])
    let page = try editor.get(try #require(answer.headers["Location"]))
    #expect(page.text.contains("追加しました") && page.text.contains("map__picture"))
  }

  @Test("What is wrong is told, and what was entered is kept", arguments: Engine.allCases)
  func refused(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let editor = try tenant.client(.editor, on: tenant.serve())
    let answer = try editor.post(
      "/staff/wifi/new", fields: Self.form(["name": "", "latitude": "north", "ssids": "a\nb"]))
    #expect(answer.status == 422)
    #expect(answer.text.contains("href=\"#field-name\""))
    #expect(answer.text.contains("href=\"#field-latitude\""))
    #expect(try answer.value(of: "latitude") == "north")
    #expect(answer.text.contains("\na\nb</textarea>"))
    #expect(try tenant.sites().isEmpty)
  }

  @Test("A change is saved once and told in words", arguments: Engine.allCases)
  func change(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let harness = try tenant.serve()
    let editor = try tenant.client(.editor, on: harness)
    _ = try editor.post("/staff/wifi/new", fields: Self.form())
    let site = try #require(try tenant.sites().first)
    let path = StaffPath.site(site.id)
    let opened = try editor.get("\(path)/edit").hidden("was_")
    let changed = Self.form(opened.merging(["status": "out", "hours": "9:00-17:00"]) { $1 })
    let answer = try editor.post("\(path)/edit", fields: changed)
    #expect(answer.headers["Location"] == "\(path)?done=saved")
    #expect(try editor.post("\(path)/edit", fields: changed).status == 303)
    #expect(try tenant.site(site.id).status == .out)
    #expect(try tenant.history(of: site.id).count == 2)
    #expect(
      try tenant.audited() == ["wifi.site.added \(site.id)", "wifi.site.changed \(site.id)"])
    let page = try tenant.client(.viewer, on: harness).get("\(path)/history").text
    #expect(page.contains("利用できます → 停止中"))
    #expect(page.contains("（なし） → 9:00-17:00"))
    #expect(page.contains("職員による編集") && page.contains("editor@city.example.jp"))
    #expect(!page.contains(">status") && !page.contains("working"))
  }

  @Test("A doubtful position is shown, and can be taken for right", arguments: Engine.allCases)
  func position(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let harness = try tenant.serve()
    let editor = try tenant.client(.editor, on: harness)
    let osaka = ["latitude": "34.686344, 135.520037", "longitude": ""]
    _ = try editor.post("/staff/wifi/new", fields: Self.form(osaka))
    let site = try #require(try tenant.sites().first)
    #expect(site.place == Spot.osaka && site.doubt == .otherPrefecture)
    let path = StaffPath.site(site.id)
    #expect(try editor.get(path).text.contains("この位置で正しい"))
    #expect(try !tenant.client(.viewer, on: harness).get(path).text.contains("この位置で正しい"))
    #expect(try editor.post("\(path)/position", form: [:]).status == 303)
    #expect(try tenant.site(site.id).doubt == nil)
    #expect(try !editor.get(path).text.contains("位置が正しくない"))
    #expect(try editor.post("\(path)/position", form: [:]).status == 303)
    #expect(try tenant.history(of: site.id).count == 2)
  }

  @Test("Latitude and longitude in each other's place are told", arguments: Engine.allCases)
  func swapped(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let editor = try tenant.client(.editor, on: tenant.serve())
    let answer = try editor.post(
      "/staff/wifi/new",
      fields: Self.form(["latitude": "139.692101", "longitude": "35.689634"]))
    let location = try #require(answer.headers["Location"])
    #expect(try editor.get(location).text.contains("緯度と経度が逆だった"))
    #expect(try tenant.sites().first?.place == Spot.tocho)
  }

  @Test("The pages speak English to who wants it", arguments: Engine.allCases)
  func english(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館") { $0.nameEn = "Library" }
    let editor = try tenant.client(.editor, on: tenant.serve())
    let page = try editor.get("\(StaffPath.site(site.id))?lang=en").text
    #expect(page.contains("<h1>Library</h1>") && page.contains("Access points"))
    #expect(page.contains("Working"))
  }
}
