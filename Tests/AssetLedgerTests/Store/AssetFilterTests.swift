import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiText

@testable import AssetLedger

@Suite("Which assets are asked for")
struct AssetFilterTests {
  /// Six assets that differ in what filters ask for.
  private static func tenant(_ engine: Engine) throws -> AssetTenant {
    let tenant = try AssetTenant(engine)
    try tenant.add("1", name: "本庁舎") { asset in
      (asset.height, asset.area, asset.streetDistance) = (30, 500, 10)
      (asset.power, asset.sharingAllowed) = (Supply("available"), true)
      asset.municipality = "131041"
    }
    try tenant.add("2", .park, name: "中央公園", at: Spot.tower) { asset in
      (asset.height, asset.area, asset.streetDistance) = (5, 20_000, 0)
      (asset.power, asset.availability) = (Supply("none"), .negotiating)
      asset.municipality = "131032"
    }
    try tenant.add("3", .pole, name: "街路灯の柱", at: Spot.osaka) { asset in
      (asset.sharingAllowed, asset.municipality) = (false, "271004")
      asset.power = Supply("引込可能")
    }
    try tenant.add("4", .land) { $0.publish = .registered }
    try tenant.add("5", .land) { $0.publish = .internal }
    try tenant.add("6", at: Spot.sea) { $0.doubt = .atSea }
    try tenant.catchUp()
    return tenant
  }

  private static func filter(_ change: (inout AssetFilter) -> Void) -> AssetFilter {
    var filter = AssetFilter.public
    change(&filter)
    return filter
  }

  @Test("Every condition lets through what holds it, and counts it", arguments: Engine.allCases)
  func conditions(engine: Engine) throws {
    let tenant = try Self.tenant(engine)
    let cases: [(AssetFilter, [String])] = [
      (.all, ["1", "2", "3", "4", "5", "6"]), (.public, ["1", "2", "3", "6"]),
      (AssetFilter(publish: [.public, .registered]), ["1", "2", "3", "4", "6"]),
      (AssetFilter(classes: [.land]), ["4", "5"]),
      (Self.filter { $0.classes = [.park, .pole] }, ["2", "3"]),
      (Self.filter { $0.availabilities = [.negotiating] }, ["2"]),
      (Self.filter { $0.municipality = "131041" }, ["1"]),
      (Self.filter { $0.municipality = "130001" }, ["1", "2"]),
      (Self.filter { $0.hasPower = true }, ["1", "3"]),
      (Self.filter { $0.allowsSharing = true }, ["1"]),
      (Self.filter { $0.leastHeight = 5 }, ["1", "2"]),
      (Self.filter { $0.leastHeight = 5.1 }, ["1"]),
      (Self.filter { $0.leastArea = 501 }, ["2"]),
      (Self.filter { $0.mostStreetDistance = 9.9 }, ["2"]),
      (Self.filter { $0.mesh = MeshCode("53393599") }, ["2"]),
      (Self.filter { $0.box = Spot.tocho.box }, ["1"]),
      (Self.filter { $0.hasDoubt = true }, ["6"]),
      (Self.filter { $0.words = "公園" }, ["2"]), (Self.filter { $0.words = "5" }, []),
    ]
    for (filter, ids) in cases {
      #expect(try tenant.ids(filter) == ids, "\(filter)")
      #expect(try tenant.count(of: filter) == ids.count, "\(filter)")
    }
  }

  @Test("What is kept counted is what is there, through every change", arguments: Engine.allCases)
  func counts(engine: Engine) throws {
    let tenant = try Self.tenant(engine)
    try tenant.add("1", .land, at: Spot.osaka) { $0.availability = .occupied }
    try tenant.remove("3")
    let levels = AssetCounts.levels
    for filter in [AssetFilter.all, .public, AssetFilter(classes: [.land])] {
      let assets = try tenant.store.read { try AssetStore.page(filter, limit: 100, in: $0) }
      for level in levels {
        let expected = Dictionary(grouping: assets) { MeshCode(containing: $0.place, level: level) }
          .mapValues(\.count)
        let kept = try tenant.store.read { try AssetCounts.meshes(level, filter, in: $0) }
        #expect(kept.count == expected.count)
        for (mesh, count) in kept { #expect(expected[mesh] == count) }
      }
    }
  }

  @Test("What is not kept counted is counted by meshes too", arguments: Engine.allCases)
  func found(engine: Engine) throws {
    let tenant = try Self.tenant(engine)
    let filter = Self.filter { $0.leastHeight = 1 }
    let meshes = try tenant.store.read { try AssetCounts.meshes(.third, filter, in: $0) }
    #expect(
      Set(meshes.map { "\($0.key.code) \($0.value)" }) == ["53394525 1", "53393599 1"])
  }
}
