import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import WiFiSiteRegistry

@Suite("Two people who change a site at the same time")
struct SiteConflictTests {
  /// What somebody sends who opened the form before the other one saved.
  private static func form(
    _ opened: TestResponse, _ changes: [String: String]
  ) -> [FormData.Field] {
    let base = opened.hidden("was_")
    let untouched = Dictionary(
      base.map { (String($0.key.dropFirst(4)), $0.value) }
    ) { first, _ in first }
    return base.merging(untouched) { $1 }.merging(changes) { $1 }
      .map { FormData.Field($0.key, $0.value) }
  }

  @Test("What each of them changed alone is kept", arguments: Engine.allCases)
  func combined(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館") { $0.note = "一行目\n二行目" }
    let harness = try tenant.serve()
    let editor = try tenant.client(.editor, on: harness)
    let path = StaffPath.site(site.id)
    let opened = try editor.get("\(path)/edit")
    let first = Self.form(
      opened, ["status": "out", "longitude": "139.692101", "latitude": "35.689634"])
    #expect(
      try tenant.client(.administrator, on: harness).post("\(path)/edit", fields: first).status
        == 303)
    let second = Self.form(opened, ["name": "新図書館", "note": "一行目\r\n二行目"])
    let answer = try editor.post("\(path)/edit", fields: second)
    #expect(answer.headers["Location"] == "\(path)?done=combined")
    let saved = try tenant.site(site.id)
    #expect(saved.name == "新図書館" && saved.status == .out && saved.place == Spot.tocho)
    #expect(saved.note == site.note)
  }

  @Test(
    "What both changed is shown with both contents and has to be chosen",
    arguments: Engine.allCases, [("stored", "10:00-16:00"), ("mine", "9:00-17:00")])
  func chosen(engine: Engine, example: (choice: String, hours: String)) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館", at: WiFiTenant.later(-60))
    let harness = try tenant.serve()
    let editor = try tenant.client(.editor, on: harness)
    let other = try tenant.client(.administrator, on: harness)
    let path = StaffPath.site(site.id)
    let opened = try editor.get("\(path)/edit")
    let first = Self.form(opened, ["hours": "10:00-16:00", "status": "out"])
    #expect(try other.post("\(path)/edit", fields: first).status == 303)
    let mine = ["hours": "9:00-17:00", "name": "新図書館"]
    let told = try editor.post("\(path)/edit", fields: Self.form(opened, mine))
    #expect(told.status == 409)
    #expect(told.text.contains("ほかの職員がこの施設を変更しました"))
    #expect(told.text.contains("administrator@city.example.jp"))
    #expect(told.text.contains("10:00-16:00") && told.text.contains("9:00-17:00"))
    #expect(try tenant.site(site.id).name == "図書館")

    // What the page holds is sent back: its own fields, with the status of the other one.
    var fields = mine.merging(told.hidden("conflict")) { $1 }
    let silent = try editor.post("\(path)/edit", fields: Self.form(told, fields))
    #expect(silent.status == 409 && silent.text.contains("href=\"#field-choose_hours\""))
    fields["choose_hours"] = example.choice
    #expect(try editor.post("\(path)/edit", fields: Self.form(silent, fields)).status == 303)
    let saved = try tenant.site(site.id)
    #expect(saved.hours == example.hours && saved.name == "新図書館" && saved.status == .out)
  }

  @Test("A mistake does not hide what the other one changed", arguments: Engine.allCases)
  func mistake(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館")
    let editor = try tenant.client(.editor, on: tenant.serve())
    let path = StaffPath.site(site.id)
    let opened = try editor.get("\(path)/edit")
    var changed = site
    changed.hours = "9:00-17:00"
    try tenant.save(changed)
    let wrong = try editor.post("\(path)/edit", fields: Self.form(opened, ["name": ""]))
    #expect(wrong.status == 422)
    #expect(try wrong.value(of: "hours") == "9:00-17:00")
    let mended = Self.form(wrong, ["name": "新図書館"])
    #expect(try editor.post("\(path)/edit", fields: mended).status == 303)
    #expect(try tenant.site(site.id).hours == "9:00-17:00")
    #expect(try tenant.site(site.id).name == "新図書館")
  }

  @Test(
    "A form that does not tell what it began with overwrites nothing", arguments: Engine.allCases)
  func noBase(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館")
    let editor = try tenant.client(.editor, on: tenant.serve())
    let answer = try editor.post(
      "\(StaffPath.site(site.id))/edit", fields: SiteFormTests.form())
    #expect(answer.status == 409)
    #expect(try tenant.site(site.id) == site)
  }
}
