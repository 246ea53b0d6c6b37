import FoundationEssentials
import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import AssetLedger

@Suite("What everybody may know of assets")
struct PublicationTests {
  /// Two public assets, and beside each what nobody but carriers and staff may know.
  private static func filled(_ engine: Engine) throws -> AssetTenant {
    let tenant = try AssetTenant(engine)
    try tenant.save(try Asset.full())
    try tenant.add("P/2".replacing("/", with: "-"), .park, name: "大阪の公園", at: Spot.osaka) {
      $0.verifiedOn = CalendarDate(iso: "2026-03-31")
    }
    for level in [PublishLevel.registered, .internal] {
      try tenant.add("SECRET-\(level.rawValue)", .pole, name: "秘密の柱") { asset in
        (asset.publish, asset.municipality) = (level, "131016")
        (asset.height, asset.area, asset.streetDistance) = (10, 10, 1)
      }
    }
    // Once public, no longer.
    try tenant.add("SECRET-withdrawn", .pole, name: "秘密の柱")
    try tenant.add("SECRET-withdrawn", .pole, name: "秘密の柱") { $0.publish = .internal }
    try tenant.catchUp()
    return tenant
  }

  @Test(
    "What is not public is nowhere: pages, search, map, API, open data, OGC API",
    arguments: Engine.allCases)
  func secrets(engine: Engine) throws {
    let client = try Self.filled(engine).serve().client()
    let paths = [
      "/assets", "/assets?q=秘密", "/assets?class=pole", "/assets?municipality=131016",
      "/assets?height=1&area=1&street=5", "/assets?mesh=53394525", "/assets?view=all",
      "/assets?pick=SECRET-internal/SECRET-registered",
      "/assets/items/B-001", "/api/assets/assets", "/api/assets/assets?q=秘密",
      "/api/assets/assets?class=pole", "/open-data/assets.csv", "/open-data/assets.json",
      "/open-data/assets.geojson", "/ogc/collections/assets/items?f=json",
      "/ogc/collections/assets/items?f=json&bbox=139,35,140,36",
      "/ogc/collections/assets/items?f=json&class=pole", "/ogc/collections/assets?f=json",
    ]
    for path in paths {
      let encoded = path.split(separator: "=").map { part in
        part.utf8.allSatisfy { $0 < 0x80 } ? String(part) : PercentCoding.encode(String(part))
      }.joined(separator: "=")
      let answer = try client.get(encoded)
      #expect(answer.status == 200, "\(path)")
      #expect(!answer.text.contains("秘密の柱"), "\(path)")
    }
    for level in ["internal", "registered", "withdrawn"] {
      for path in [
        "/assets/items/SECRET-\(level)", "/api/assets/assets/SECRET-\(level)",
        "/ogc/collections/assets/items/SECRET-\(level)?f=json",
      ] {
        let answer = try client.get(path)
        #expect(answer.status == 404, "\(path)")
      }
      let compared = try client.get("/assets/compare?id=SECRET-\(level)&id=B-001")
      #expect(!compared.text.contains("秘密の柱"))
    }
    // The map and the filters count nothing of them either.
    let page = try client.get("/assets?class=pole").text
    #expect(page.contains("条件に合う資産はありません"))
    #expect(!(try client.get("/assets").text.contains("千代田区")))
  }

  private struct Collection: Decodable {
    struct Feature: Decodable { let id: String }
    let features: [Feature]
    let numberMatched: Int?
  }

  @Test("Features are asked for by box, day and property, and counted", arguments: Engine.allCases)
  func query(engine: Engine) throws {
    let tenant = try Self.filled(engine)
    let client = try tenant.serve().client()
    func ids(_ query: String) throws -> [String] {
      let answer = try client.get("/ogc/collections/assets/items?f=json&\(query)")
      #expect(answer.status == 200)
      let found = try JSONDecoder().decode(Collection.self, from: Data(answer.body))
      #expect(found.numberMatched == found.features.count)
      return found.features.map(\.id)
    }
    #expect(try ids("") == ["B-001", "P-2"])
    #expect(try ids("bbox=139,35,140,36") == ["B-001"])
    #expect(try ids("bbox=135,34,140,36") == ["B-001", "P-2"])
    #expect(try ids("bbox=139,35,140,36&class=park") == [])
    #expect(try ids("class=park") == ["P-2"])
    #expect(try ids("availability=negotiating") == ["B-001"])
    #expect(try ids("municipality_code=131041") == ["B-001"])
    #expect(try ids("municipality_code=131016") == [])
    #expect(try ids("datetime=2026-03-01/..") == ["P-2"])
    // What is in memory follows what is stored.
    try tenant.remove("B-001")
    #expect(try ids("bbox=139,35,140,36") == [])
  }

  @Test("What is published is imported again as it is", arguments: Engine.allCases)
  func readBack(engine: Engine) throws {
    let tenant = try Self.filled(engine)
    let client = try tenant.serve().client()
    let file = try client.get("/open-data/assets.csv").text
    let report = try tenant.load(file)
    #expect(report.problems.first.map { $0.text(.en) } == [])
    #expect((report.created, report.updated, report.unchanged) == (0, 0, 2))
  }

  @Test("The API tells an asset by its fields, each of its kind")
  func document() throws {
    let client = try Self.filled(.sqlite).serve().client()
    struct Document: Decodable {
      let id: String
      let areaM2: Double
      let storeys: Int
      let sharingAllowed: Bool
      let constraints: [String]
      let verifiedOn: String
      let roofAreaM2: Double
      let lightningRod: Bool
      let power: String
      let mesh8: String
      let accuracyM: Double?
    }
    let answer = try client.get("/api/assets/assets/B-001")
    let asset = try JSONDecoder().decode(Document.self, from: Data(answer.body))
    #expect((asset.areaM2, asset.storeys, asset.sharingAllowed) == (1234.5, 9, true))
    #expect(asset.constraints == ["heritage", "school"])
    #expect((asset.roofAreaM2, asset.lightningRod, asset.power) == (800.5, true, "available"))
    #expect((asset.verifiedOn, asset.mesh8) == ("2026-02-28", "53394525"))
    // Of a park nothing is said that only buildings have.
    #expect(!(try client.get("/api/assets/assets/P-2").text.contains("roofAreaM2")))
    let page = try client.get("/api/assets/assets?limit=1")
    #expect(page.text.contains("\"next\":\"B-001\""))
    #expect(try client.get("/api/assets/assets?limit=1&after=B-001").text.contains("\"next\":null"))
    #expect(try client.get("/api/assets/assets?limit=0").status == 400)
  }
}
