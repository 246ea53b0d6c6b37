import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWebTesting

@testable import AssetLedger

@Suite("The staff's pages of assets")
struct AssetStaffPagesTests {
  /// The boxes of a form that comes from an asset, as a browser sends them.
  private func boxes(of asset: Asset?, _ changes: [String: String]) -> [(String, String)] {
    let draft = AssetDraft(asset)
    var boxes: [(String, String)] = []
    for field in AssetField.all {
      let value = changes[field.name] ?? draft[field.name]
      if asset != nil { boxes.append((AssetDraft.basePrefix + field.name, draft[field.name])) }
      switch field.input {
      case .choices:
        boxes += value.split(separator: ";").map { (field.name, String($0)) }
      case .day:
        let parts = value.split(separator: "-").map(String.init) + ["", "", ""]
        boxes += [("year", 0), ("month", 1), ("day", 2)].map { ("\(field.name)-\($0)", parts[$1]) }
      default: boxes.append((field.name, value))
      }
    }
    return boxes
  }

  @Test("Who may read sees the pages and no way to change; others see nothing")
  func access() throws {
    let tenant = try AssetTenant(.sqlite)
    try tenant.add("A-1")
    let site = try tenant.serve()
    let reader = try tenant.client(.viewer, on: site)
    let page = try reader.get("/staff/assets/items/A-1")
    #expect(page.status == 200)
    #expect(!page.text.contains("/edit"))
    for path in ["new", "items/A-1/edit", "items/A-1/remove"] {
      #expect(try reader.get("/staff/assets/\(path)").status == 403)
    }
    #expect(try site.client().get("/staff/assets").status == 303)
    #expect(try reader.get("/staff/assets/items/none").status == 404)
  }

  @Test("An asset comes to be, and every field can be read again", arguments: Engine.allCases)
  func add(engine: Engine) throws {
    let tenant = try AssetTenant(engine)
    let site = try tenant.serve()
    let client = try tenant.client(.editor, on: site)
    let full = try Asset.full()
    let form = boxes(
      of: nil,
      Dictionary(
        uniqueKeysWithValues: AssetField.all.map { ($0.name, $0.text(of: full)) }))
    let answer = try client.submit("/staff/assets/new", form)
    #expect(answer.status == 303)
    #expect(try tenant.asset("B-001") == full)
    #expect(try client.submit("/staff/assets/new", form).status == 422)
    #expect(try client.submit("/staff/assets/new", boxes(of: nil, ["id": "x"])).status == 422)
  }

  @Test("What two people change in different fields is both kept", arguments: Engine.allCases)
  func merging(engine: Engine) throws {
    let tenant = try AssetTenant(engine)
    let old = try tenant.add("A-1")
    let client = try tenant.client(.editor, on: try tenant.serve())
    let path = "/staff/assets/items/A-1/edit"
    #expect(try client.submit(path, boxes(of: old, ["name": "新庁舎"])).status == 303)
    #expect(try client.submit(path, boxes(of: old, ["note": "北側"])).status == 303)
    let both = try #require(try tenant.asset("A-1"))
    #expect((both.name, both.note) == ("新庁舎", "北側"))
  }

  @Test("What two people change in one field is asked about", arguments: Engine.allCases)
  func conflict(engine: Engine) throws {
    let tenant = try AssetTenant(engine)
    let old = try tenant.add("A-1")
    let client = try tenant.client(.editor, on: try tenant.serve())
    let path = "/staff/assets/items/A-1/edit"
    #expect(try client.submit(path, boxes(of: old, ["name": "一番"])).status == 303)
    let answer = try client.submit(path, boxes(of: old, ["name": "二番", "note": "南"]))
    #expect(answer.status == 409)
    #expect(answer.text.contains("一番") && answer.text.contains("二番"))
    #expect(try tenant.asset("A-1")?.name == "一番")
    #expect(try tenant.asset("A-1")?.note == nil)
    let stored = try #require(try tenant.asset("A-1"))
    #expect(
      try client.submit(path, boxes(of: stored, ["name": "二番", "note": "南"])).status == 303)
    #expect(try tenant.asset("A-1")?.name == "二番")
  }

  @Test("Half a position and what depends on the class are no changes of their own")
  func whole() throws {
    let tenant = try AssetTenant(.sqlite)
    let old = try tenant.add("A-1")
    let client = try tenant.client(.editor, on: try tenant.serve())
    let path = "/staff/assets/items/A-1/edit"
    #expect(try client.submit(path, boxes(of: old, ["latitude": "35"])).status == 303)
    #expect(try client.submit(path, boxes(of: old, ["longitude": "139"])).status == 409)
    let moved = try #require(try tenant.asset("A-1"))
    #expect(try client.submit(path, boxes(of: moved, ["class": "pole"])).status == 303)
    #expect(try client.submit(path, boxes(of: moved, ["roof_shape": "flat"])).status == 409)
  }

  @Test("An asset goes after a question, and the ledger keeps that it was there")
  func removal() throws {
    let tenant = try AssetTenant(.sqlite)
    try tenant.add("A-1")
    let client = try tenant.client(.editor, on: try tenant.serve())
    #expect(try client.get("/staff/assets/items/A-1/remove").status == 200)
    #expect(try tenant.asset("A-1") != nil)
    #expect(try client.submit("/staff/assets/items/A-1/remove", []).status == 303)
    #expect(try tenant.asset("A-1") == nil)
    let kinds = try tenant.store.read { snapshot in
      try AssetLog.entries(0..<2, in: snapshot).map { try $0.content()?.kind }
    }
    #expect(kinds == [.created, .removed])
  }

  @Test("A doubtful position is believed by whoever knows the place")
  func position() throws {
    let tenant = try AssetTenant(.sqlite)
    try tenant.add("A-1", at: Spot.sea) { $0.complete(replacing: nil) }
    let client = try tenant.client(.editor, on: try tenant.serve())
    #expect(try tenant.asset("A-1")?.doubt == .atSea)
    #expect(try client.get("/staff/assets?doubt=yes").text.contains("A-1"))
    #expect(try client.submit("/staff/assets/items/A-1/position", []).status == 303)
    #expect(try tenant.asset("A-1")?.doubt == nil)
  }
}
