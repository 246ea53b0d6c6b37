import Testing
import YuiMaps
import YuiStorage
import YuiStorageTesting
import YuiText
import YuiWebTesting

@testable import AssetLedger

@Suite("The dashboard")
struct DashboardTests {
  @Test("It counts what is public alone", arguments: Engine.allCases)
  func counts(engine: Engine) throws {
    let tenant = try AssetTenant(engine)
    try tenant.add("A-1") { $0.municipality = "131041" }
    try tenant.add("A-2", .pole) { $0.availability = .occupied }
    try tenant.add("A-3") { $0.publish = .registered }
    let totals = try tenant.store.read { try AssetTotals(in: $0) }
    #expect((totals.assets, totals.open) == (2, 1))
    #expect(totals.classes.map(\.total) == [1, 1])
    #expect(totals.municipalities.map { $0.name[.ja] } == ["新宿区", "市区町村の記載なし"])
    let page = try tenant.serve().client().get("/assets/dashboard")
    #expect(page.status == 200)
    #expect(page.text.contains("23,429"))
  }

  @Test("Without assets it shows what others have opened")
  func empty() throws {
    let page = try AssetTenant(.sqlite).serve().client().get("/assets/dashboard")
    #expect(page.status == 200)
    #expect(page.text.contains("15,170"))
  }

  // The numbers of June 2024 that are known add up to these.
  @Test("The national numbers are those of fifteen prefectures")
  func national() {
    #expect(NationalOpenings.byPrefecture.count == 15)
    #expect(NationalOpenings.byPrefecture.values.reduce(0, +) == 90_089)
  }
}
