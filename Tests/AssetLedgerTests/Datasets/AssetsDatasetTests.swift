import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText

@testable import AssetLedger

@Suite("Importing assets")
struct AssetsDatasetTests {
  /// The columns that other programs rely on, in their order.
  private static let agreed =
    "id,class,name,name_en,owner,bureau,address,latitude,longitude,area_m2,height_m,"
    + "street_distance_m,power,load,sharing_allowed,sharing_terms,legal_basis,availability,"
    + "unsuitable_reason,publish,verified_on"

  private static func asset(_ tenant: AssetTenant, _ id: String) throws -> Asset {
    try #require(try tenant.asset(id))
  }

  @Test("An export begins with the agreed columns and says everything", arguments: Engine.allCases)
  func roundTrip(engine: Engine) throws {
    let (one, other) = (try AssetTenant(engine), try AssetTenant(engine))
    let full = try one.save(try Asset.full())
    let bare = try one.add("資産 2", .pole, at: Spot.osaka)
    let file = try one.export()
    #expect(file.hasPrefix("\(Self.agreed),municipality_code,"))
    let report = try other.load(file)
    #expect(report.problems.first.map { $0.text(.en) } == [])
    #expect(report.repairs.first.map(\.to) == [])
    #expect(report.created == 2)
    #expect(try Self.asset(other, "B-001") == full)
    #expect(try Self.asset(other, "資産 2") == bare)
    #expect(try other.export() == file)
    let again = try other.load(file)
    #expect((again.created, again.updated, again.unchanged) == (0, 0, 2))
    #expect(try other.history(of: "B-001").count == 1)
  }

  @Test("What a row gets wrong is repaired, and told", arguments: Engine.allCases)
  func repairs(engine: Engine) throws {
    let tenant = try AssetTenant(engine)
    let report = try tenant.load(
      """
      id,class,name,latitude,longitude,area_m2,power,sharing_allowed,publish
      1,建物,庁舎,139.692101,35.689634,"１，２３４㎡",-,可,一般に公開
      """)
    #expect(report.problems.first.map { $0.text(.en) } == [])
    #expect(
      report.repairs.first.map(\.to)
        == ["35.689634", "139.692101", "building", "1234", "", "yes", "public"])
    let asset = try Self.asset(tenant, "1")
    #expect(asset.place == Spot.tocho)
    #expect((asset.area, asset.power, asset.sharingAllowed) == (1234, nil, true))
    #expect(asset.publish == .public)
  }

  @Test(
    "What cannot be right is refused with what to do about it",
    arguments: [
      ("castle", "1", "35.6", "139.7", "", "building, land, bus-stop"),
      ("", "1", "35.6", "139.7", "", "The value is missing"),
      ("land", "a/b", "35.6", "139.7", "", "without /"),
      ("land", "1", "", "", "", "Enter latitude and longitude"),
      ("land", "1", "35.6", "", "", "both latitude and longitude"),
      ("land", "1", "91", "0", "", "latitude from -90 to 90"),
      ("land", "1", "35.6", "139.7", "flat", "Leave it empty, or mend the class"),
    ])
  func refused(
    assetClass: String, id: String, latitude: String, longitude: String, roof: String, words: String
  ) throws {
    let tenant = try AssetTenant(.sqlite)
    let report = try tenant.load(
      """
      id,class,name,latitude,longitude,roof_shape
      \(id),\(assetClass),資産,\(latitude),\(longitude),\(roof)
      2,land,土地,35.7,139.7,
      """)
    #expect(report.problems.count == 1)
    #expect(report.problems.first.first?.line == 2)
    #expect(report.problems.first.first?.message[.en].contains(words) == true)
    #expect(try tenant.ids(.all) == [])
  }

  @Test("Two rows of a file are never about one asset")
  func doubled() throws {
    let tenant = try AssetTenant(.sqlite)
    let report = try tenant.load(
      "id,class,name,latitude,longitude\n1,land,土地,35.7,139.7\n1,pole,柱,35.7,139.7\n")
    #expect(report.problems.first.first?.line == 3)
    #expect(report.problems.first.first?.message[.en].contains("Line 2") == true)
  }

  @Test(
    "A file changes what it has columns for, and what is left out is told",
    arguments: Engine.allCases)
  func partial(engine: Engine) throws {
    let tenant = try AssetTenant(engine)
    var full = try tenant.save(try Asset.full())
    try tenant.add("2")
    let report = try tenant.load(
      """
      id,class,name,latitude,longitude,height_m,power,availability,publish
      B-001,building,新庁舎,35.689634,139.692101,50,,,
      3,land,土地,35.7,139.7,,,,
      """, at: AssetTenant.now.adding(seconds: 60))
    #expect((report.created, report.updated) == (1, 1))
    // An empty cell empties what may be empty, and says nothing of what every asset has.
    (full.name, full.height, full.power) = ("新庁舎", 50, nil)
    #expect(try Self.asset(tenant, "B-001") == full)
    let new = try Self.asset(tenant, "3")
    #expect((new.publish, new.availability) == (.internal, .open))
    let told = report.summaries.first.map { $0[.en] }
    #expect(told.contains { $0.hasPrefix("New assets without publish: 1.") })
    #expect(told.contains { $0.hasPrefix("Registered assets that this file does not have: 1.") })
    #expect(try tenant.history(of: "B-001").first?.occasion.source == .imported)
  }

  @Test("A position that may be wrong is kept, told and marked", arguments: Engine.allCases)
  func doubts(engine: Engine) throws {
    let tenant = try AssetTenant(engine)
    let file = """
      id,class,name,address,latitude,longitude
      1,land,海,東京都新宿区,33,145
      2,land,大阪,東京都新宿区,34.686344,135.520037
      3,land,新宿,東京都新宿区,35.7,139.7
      """
    let dry = try tenant.dryRun(file)
    #expect(dry.notes.first.count == 2)
    #expect(try tenant.ids(.all) == [])
    try tenant.load(file)
    #expect(
      try ["1", "2", "3"].map { try Self.asset(tenant, $0).doubt } == [
        .atSea, .otherPrefecture, nil,
      ])
    #expect(try Self.asset(tenant, "3").municipality == "131041")
    // What staff has looked at is not doubted again.
    var looked = try Self.asset(tenant, "2")
    looked.doubt = nil
    try tenant.save(looked)
    let again = try tenant.load(file)
    #expect(again.notes.first.isEmpty)
    #expect(again.unchanged == 3)
  }

  @Test("Where nothing can stand is closed, unless the file says otherwise")
  func unsuitable() throws {
    let tenant = try AssetTenant(.sqlite)
    try tenant.load(
      """
      id,class,name,latitude,longitude,unsuitable_reason,availability
      1,land,自転車置場,35.7,139.7,自転車置場,
      2,land,空地,35.7,139.7,space,reserved
      """)
    let (first, second) = (try Self.asset(tenant, "1"), try Self.asset(tenant, "2"))
    #expect(first.unsuitableReason?.code == nil)
    #expect(first.unsuitableReason?.description == "自転車置場")
    #expect((first.availability, second.availability) == (.closed, .reserved))
  }
}
