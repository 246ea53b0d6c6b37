import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiText

@testable import WiFiSiteRegistry

@Suite("How many sites there are")
struct SiteCountsTests {
  @Test(
    "Counts by kind and mesh are those of the sites, whatever became of them",
    arguments: Engine.allCases)
  func recount(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let places = [Spot.tocho, Spot.tower, Spot.osaka, nil]
    var sites = try (0..<12).map { number in
      try tenant.add("場所\(number)", at: WiFiTenant.later(Int64(number))) { site in
        site.place = places[number % 4]
        site.facilityClass = FacilityClass.allCases[number % 5]
      }
    }
    for step in 0..<24 {
      var site = sites[step % 12]
      site.place = places[step % 3]
      site.status = SiteStatus.allCases[step % 5]
      site.openRoaming = OpenRoamingState.allCases[step / 3 % 3]
      sites[step % 12] = try tenant.save(site, at: WiFiTenant.later(Int64(100 + step)))
    }
    let kinds = sites.map(SiteCounts.Kind.init(of:))
    let all = try tenant.store.read { try SiteCounts.all(in: $0) }
    #expect(all.map(\.sites).reduce(0, +) == 12)
    for (kind, count) in all { #expect(count == kinds.count { $0 == kind }) }
    for level in SiteCounts.levels {
      let meshes = try tenant.store.read { try SiteCounts.meshes(level, in: $0) }
      #expect(meshes.map(\.sites).reduce(0, +) == sites.count { $0.place != nil })
      for (mesh, kind, count) in meshes {
        let here = sites.filter { site in
          site.place.flatMap { MeshCode(containing: $0, level: level) } == mesh
        }
        #expect(count == here.count { SiteCounts.Kind(of: $0) == kind })
      }
    }
  }

  @Test("Meshes are told within a greater one", arguments: Engine.allCases)
  func within(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    for (number, place) in [Spot.tocho, Spot.tower, Spot.osaka].enumerated() {
      try tenant.add("場所\(number)", at: WiFiTenant.later(Int64(number))) { $0.place = place }
    }
    func codes(_ level: MeshCode.Level, _ within: String?) throws -> [String] {
      try tenant.store.read { snapshot in
        try SiteCounts.meshes(level, within: within.flatMap { MeshCode($0) }, in: snapshot)
          .map(\.mesh.code)
      }
    }
    #expect(try codes(.first, nil) == ["5235", "5339"])
    #expect(try codes(.third, "5339") == ["53393599", "53394525"])
    #expect(try codes(.third, "533935") == ["53393599"])
    #expect(try codes(.half, "53393599").count == 1)
    #expect(try codes(.second, "5440") == [])
  }

  @Test("Networks are told by how many sites have them", arguments: Engine.allCases)
  func ssids(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    for (number, ssids) in [["A", "B"], ["B"], ["C", "B"], ["A"]].enumerated() {
      try tenant.add("場所\(number)", at: WiFiTenant.later(Int64(number))) { $0.ssids = ssids }
    }
    var last = try tenant.add("場所", at: WiFiTenant.later(9)) { $0.ssids = ["C", "D"] }
    last.ssids = ["D"]
    try tenant.save(last)
    let found = try tenant.store.read { try SiteStore.ssids(limit: 3, in: $0) }
    #expect(found.map(\.ssid) == ["B", "A", "C"])
    #expect(found.map(\.sites) == [3, 2, 1])
  }
}
