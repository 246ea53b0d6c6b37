import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiText

@testable import AssetLedger

@Suite("The store of assets")
struct AssetStoreTests {
  private typealias Tenant = AssetTenant

  @Test("An asset is read as it was stored", arguments: Engine.allCases)
  func roundTrip(engine: Engine) throws {
    let tenant = try Tenant(engine)
    let full = try tenant.save(try Asset.full())
    let bare = try tenant.add("資産 2", .land, at: Spot.osaka)
    let read = try tenant.store.read { try AssetStore.assets([full.id, bare.id], in: $0) }
    #expect(read == [full.id: full, bare.id: bare])
    #expect(try tenant.asset("none") == nil)
  }

  @Test("Every field is told where it changes, with before and after")
  func everyField() throws {
    let full = try Asset.full()
    let bare = Asset(full.id, .other, name: "旧", at: Spot.osaka)
    let change = try #require(AssetChange(from: bare, to: full))
    let own = AssetField.all.filter { $0.belongs(to: .building) && $0.name != "id" }
      .filter { $0.name != "roof_access" }
    #expect(change.fields.map(\.name) == own.map(\.name))
    #expect(change.kind == .changed)
    let publish = change.fields.first { $0.name == "publish" }
    #expect(publish == .init(name: "publish", before: "internal", after: "public"))
  }

  @Test("The history tells who changed what, on what grounds and when", arguments: Engine.allCases)
  func history(engine: Engine) throws {
    let tenant = try Tenant(engine)
    var asset = try tenant.add("1")
    asset.availability = .reserved
    asset.height = 12.5
    let later = Tenant.now.adding(seconds: 60)
    try tenant.save(asset, by: "yui import", source: .imported, at: later)
    try tenant.save(asset, at: later.adding(seconds: 60))
    let history = try tenant.history(of: "1")
    #expect(history.map(\.change.kind) == [.changed, .created])
    #expect(
      history[0].change.fields == [
        .init(name: "height_m", before: "", after: "12.5"),
        .init(name: "availability", before: "open", after: "reserved"),
      ])
    #expect(history[0].occasion == .init(who: "yui import", source: .imported, at: later))
    let older = try tenant.store.read {
      try AssetHistory.of(asset.id, after: history[0].id, limit: 1, in: $0)
    }
    #expect(older == [history[1]])
  }

  @Test("Saving tells what changed, and nothing of what did not")
  func changes() throws {
    let tenant = try Tenant(.sqlite)
    let old = try tenant.add("1")
    var changed = old
    changed.name = "新庁舎"
    let new = Asset(try #require(AssetID("2")), .pole, name: "柱", at: Spot.tower)
    let same = try tenant.add("3")
    let known = [old.id: old, same.id: same]
    let assets = [changed, new, same]
    let changes = try tenant.store.write { transaction in
      try AssetStore.save(
        assets, replacing: known,
        on: .init(who: "x", source: .staff, at: Tenant.now), in: transaction)
    }
    #expect(changes.map(\.asset.description) == ["1", "2"])
    #expect(changes[0].fields == [.init(name: "name", before: "庁舎", after: "新庁舎")])
    #expect(changes[1].kind == .created)
    #expect(changes[1].fields.contains(.init(name: "class", before: "", after: "pole")))
    #expect(!changes[1].fields.contains { $0.after.isEmpty })
  }

  @Test("A removed asset is gone everywhere but in its history", arguments: Engine.allCases)
  func removal(engine: Engine) throws {
    let tenant = try Tenant(engine)
    let full = try tenant.save(try Asset.full())
    try tenant.add("2")
    try tenant.catchUp()
    let before = tenant.store.publicVersion
    let changes = try tenant.remove("B-001", "unknown", at: Tenant.now.adding(seconds: 60))
    #expect(changes.map(\.asset) == [full.id])
    #expect(changes[0].kind == .removed)
    #expect(changes[0].fields.contains(.init(name: "name", before: "本庁舎", after: "")))
    #expect(tenant.store.publicVersion != before)
    #expect(try tenant.ids(.all) == ["2"])
    #expect(try tenant.count(of: .all) == 1)
    var nearby = AssetFilter.all
    nearby.mesh = MeshCode("53394525")
    #expect(try tenant.ids(nearby) == ["2"])
    #expect(try tenant.ids(AssetFilter(words: "本庁舎")) == [])
    #expect(try tenant.history(of: "B-001").map(\.change.kind) == [.removed, .created])
    // It may come back, and goes on where it was.
    try tenant.save(full, at: Tenant.now.adding(seconds: 120))
    #expect(
      try tenant.history(of: "B-001").map(\.change.kind) == [.created, .removed, .created])
    #expect(try tenant.remove("unknown").isEmpty)
  }

  @Test(
    "Readers' pages become outdated only by what they may show",
    arguments: [PublishLevel.registered, .internal])
  func publicVersion(level: PublishLevel) throws {
    let tenant = try Tenant(.sqlite)
    func raises(_ change: () throws -> Void) throws -> Bool {
      let before = tenant.store.publicVersion
      try change()
      return tenant.store.publicVersion != before
    }
    #expect(try !raises { try tenant.add("1") { $0.publish = level } })
    #expect(try raises { try tenant.add("1") })
    #expect(try !raises { try tenant.add("1") })
    #expect(try raises { try tenant.add("1") { $0.publish = level } })
    #expect(try !raises { try tenant.remove("1") })
  }
}
