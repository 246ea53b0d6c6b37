import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import WiFiSiteRegistry

@Suite("Access points as staff enters and changes them")
struct AccessPointPagesTests {
  private static func form(_ changes: [String: String] = [:]) -> [FormData.Field] {
    let fields = [
      "code": "2F/03 北", "position": "2階", "bands": "5GHz", "security": "WPA3-Enterprise",
      "status": "working", "installed_on-year": "2024", "installed_on-month": "7",
      "installed_on-day": "1",
    ].merging(changes) { _, new in new }
    return fields.sorted { $0.key < $1.key }.map { FormData.Field($0.key, $0.value) }
  }

  private static func points(of site: WiFiSite, _ tenant: WiFiTenant) throws -> [AccessPoint] {
    try tenant.store.read { try AccessPointStore.points(of: site.id, in: $0) }
  }

  @Test("One is added, changed and taken away", arguments: Engine.allCases)
  func whole(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館")
    let editor = try tenant.client(.editor, on: tenant.serve())
    let path = "\(StaffPath.site(site.id))/access-points"
    let added = try editor.post("\(path)/new", fields: Self.form())
    #expect(added.headers["Location"] == "\(StaffPath.site(site.id))?done=added")
    let point = AccessPoint(
      code: "2F/03 北", position: "2階", bands: [.band5], security: [.wpa3Enterprise],
      status: .working, installedOn: CalendarDate(iso: "2024-07-01"))
    #expect(try Self.points(of: site, tenant) == [point])
    let page = try editor.get(StaffPath.site(site.id)).text
    let link = try #require(page.firstMatch(of: /href="([^"]*access-points\/edit[^"]*)"/)?.1)
    let form = try editor.get(String(link))
    #expect(form.status == 200)
    let changed = Self.form(["status": "out", "stamp": try form.value(of: "stamp")])
    #expect(try editor.post(String(link), fields: changed).status == 303)
    #expect(try Self.points(of: site, tenant).map(\.status) == [.out])
    #expect(try editor.get("\(StaffPath.site(site.id))/history").text.contains("利用できます → 停止中"))
    let removal = try #require(form.text.firstMatch(of: /action="([^"]*remove[^"]*)"/)?.1)
    #expect(try editor.post(String(removal), form: [:]).status == 303)
    #expect(try Self.points(of: site, tenant).isEmpty)
    #expect(try editor.post(String(removal), form: [:]).status == 404)
    #expect(
      try tenant.audited() == [
        "wifi.access-point.saved \(site.id)", "wifi.access-point.saved \(site.id)",
        "wifi.access-point.removed \(site.id)",
      ])
  }

  @Test(
    "What is wrong is told at its field", arguments: Engine.allCases,
    [
      ("code", ""), ("code", String(repeating: "1", count: 51)), ("code", "a\tb"),
      ("position", String(repeating: "長", count: 201)), ("bands", "60GHz"), ("security", "WEP"),
      ("status", ""), ("installed_on-month", "13"), ("installed_on-year", "2030"),
    ])
  func refused(engine: Engine, example: (field: String, value: String)) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館")
    let editor = try tenant.client(.editor, on: tenant.serve())
    let answer = try editor.post(
      "\(StaffPath.site(site.id))/access-points/new",
      fields: Self.form([example.field: example.value]))
    #expect(answer.status == 422)
    #expect(answer.text.contains("href=\"#field-\(example.field.split(separator: "-")[0])\""))
    #expect(try Self.points(of: site, tenant).isEmpty)
  }

  @Test("A code is taken once at a site", arguments: Engine.allCases)
  func taken(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let sites = [try tenant.add("図書館"), try tenant.add("公園")]
    let editor = try tenant.client(.editor, on: tenant.serve())
    let statuses = try [0, 0, 1].map { index in
      try editor.post(
        "\(StaffPath.site(sites[index].id))/access-points/new", fields: Self.form()
      ).status
    }
    #expect(statuses == [303, 422, 303])
  }

  @Test("Who saves second is told", arguments: Engine.allCases)
  func conflict(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館")
    var point = try tenant.addPoint("1F-01", to: site)
    let editor = try tenant.client(.editor, on: tenant.serve())
    let address = AccessPointPages.address(of: "1F-01", at: site.id)
    let stamp = try editor.get(address).value(of: "stamp")
    point.position = "3階"
    try tenant.store.write { [point] in
      try AccessPointStore.save(
        point, of: site.id, by: "other", source: .staff, at: WiFiTenant.now, in: $0)
    }
    let answer = try editor.post(address, fields: Self.form(["stamp": stamp]))
    #expect(answer.status == 409)
    #expect(answer.text.contains("3階") && answer.text.contains("value=\"2階\""))
    #expect(try Self.points(of: site, tenant) == [point])
    let again = Self.form(["stamp": try answer.value(of: "stamp")])
    #expect(try editor.post(address, fields: again).status == 303)
    #expect(try Self.points(of: site, tenant).map(\.position) == ["2階"])
  }
}
