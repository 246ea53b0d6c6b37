import ReviewWidget
import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting

@Suite struct PlacesDatasetTests {
  private static let file = """
    service,code,name_ja,name_en,channel
    a,lobby,ロビー,Lobby,kiosk
    窓口,window-3,3番窓口,,
    """

  @Test("Places are brought in, exported alike, and never doubled", arguments: Engine.allCases)
  func round(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    #expect(try tenant.load("review-places", Self.file).created == 2)
    let shorts = try tenant.store.read {
      try $0.all("SELECT short FROM reviews_places ORDER BY code") { try $0.text(0) }
    }
    let exported = try tenant.export("review-places")
    #expect(
      exported == """
        service,code,name_ja,name_en,channel
        a,lobby,ロビー,Lobby,kiosk
        a,window-3,3番窓口,,counter

        """)
    let again = try tenant.load("review-places", exported.replacing("ロビー", with: "玄関"))
    #expect((again.created, again.updated) == (0, 1))
    let kept = try tenant.store.read {
      try $0.all("SELECT short FROM reviews_places ORDER BY code") { try $0.text(0) }
    }
    #expect(kept == shorts, "posters stay good")
  }

  @Test(
    "A row that can't be taken says why, and nothing is stored", arguments: Engine.allCases,
    [
      "b,desk,窓口,,", "a,Desk 1,窓口,,", "a,\(String(repeating: "a", count: 41)),窓口,,",
      "a,desk,,,", "a,desk,窓口,,pigeon", "a,desk,窓口,,\na,desk,別の窓口,,",
    ])
  func refused(engine: Engine, rows: String) throws {
    let tenant = try ReviewTenant(engine).withService()
    let report = try tenant.dryRun(
      "review-places", "service,code,name_ja,name_en,channel\n\(rows)\n")
    #expect(!report.problems.isEmpty)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_places") == 0)
  }
}
