import ReviewWidget
import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWebTesting

@Suite struct PlacePagesTests {
  private static let places = "/staff/reviews/services/a/places"

  @Test(
    "An editor adds a place, changes it and takes it away; the log tells what",
    arguments: Engine.allCases)
  func life(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let editor = try tenant.client(.editor, on: tenant.serve())
    let added = try editor.post(
      Self.places + "/new",
      form: ["name_ja": "3番窓口", "name_en": "Window 3", "channel": "counter", "code": ""])
    #expect(added.status == 303)
    let list = try editor.get(Self.places).text
    #expect(list.contains("3番窓口"))
    let short = try #require(list.firstMatch(of: /\/r\/([0-9a-z]{6})"/)).1
    let edit = Self.places + "/window-3/edit"
    #expect(try editor.get(edit).text.contains(#"value="Window 3""#))
    for _ in 1...2 {
      let changed = try editor.post(
        edit, form: ["name_ja": "3番窓口", "name_en": "Window 3", "channel": "kiosk"])
      #expect(changed.status == 303)
    }
    #expect(try editor.get(Self.places).text.contains("/r/\(short)\""), "posters stay good")
    #expect(try editor.post(Self.places + "/window-3/remove", form: [:]).status == 303)
    #expect(try editor.get("/r/\(short)").status == 404)
    #expect(
      try tenant.audited().suffix(3) == [
        "reviews.place.added a/window-3", "reviews.place.changed a/window-3",
        "reviews.place.removed a/window-3",
      ])
  }

  @Test(
    "What is wrong is told at the field, and what was entered is kept",
    arguments: Engine.allCases,
    [
      ("name_ja", ""), ("name_ja", String(repeating: "長", count: 61)), ("name_en", "a\u{7}b"),
      ("channel", ""), ("channel", "pigeon"), ("code", "Window 3"),
      ("code", String(repeating: "a", count: 41)), ("code", "taken"),
    ])
  func refused(engine: Engine, example: (field: String, value: String)) throws {
    let tenant = try ReviewTenant(engine).withService()
    let editor = try tenant.client(.editor, on: tenant.serve())
    func add(_ fields: [String: String]) throws -> TestResponse {
      try editor.post(
        Self.places + "/new",
        form: [
          "name_ja": fields["name_ja"] ?? "窓口", "name_en": fields["name_en"] ?? "Desk of all",
          "channel": fields["channel"] ?? "counter", "code": fields["code"] ?? "",
        ])
    }
    #expect(try add(["code": "taken"]).status == 303)
    let answer = try add([example.field: example.value])
    #expect(answer.status == 422)
    #expect(answer.text.contains("href=\"#field-\(example.field)\""))
    #expect(answer.text.contains(#"value="Desk of all""#) || example.field == "name_en")
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_places") == 1)
  }

  @Test("Who may only read sees places and posters, and nothing that changes them")
  func viewer() throws {
    let tenant = try ReviewTenant(.sqlite).withService()
    let harness = try tenant.serve()
    let editor = try tenant.client(.editor, on: harness)
    _ = try editor.post(
      Self.places + "/new", form: ["name_ja": "窓口", "channel": "counter", "code": "desk"])
    let viewer = try tenant.client(.viewer, on: harness)
    let page = try viewer.get(Self.places).text
    #expect(page.contains("poster.svg?place=desk"))
    #expect(!page.contains("/places/new") && !page.contains("/places/desk/edit"))
    #expect(try viewer.get(Self.places + "/desk/edit").status == 403)
    #expect(try viewer.post(Self.places + "/desk/remove", form: [:]).status == 403)
  }
}
