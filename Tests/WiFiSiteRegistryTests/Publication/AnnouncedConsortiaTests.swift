import Testing
import YuiOpenData
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWebTesting

@testable import WiFiSiteRegistry

@Suite("What is published of the consortia of a site")
struct AnnouncedConsortiaTests {
  private static let own = "BAA2D00000"

  @Test(
    "A site without RCOIs of its own has those of its profile, everywhere alike",
    arguments: Engine.allCases,
    [
      (.yes, "", "5A03BA0000;004096"), (.planned, "", "5A03BA0000;004096"), (.no, "", ""),
      (.yes, own, own),
    ] as [(OpenRoamingState, String, String)])
  func published(
    engine: Engine, example: (state: OpenRoamingState, own: String, published: String)
  ) throws {
    let tenant = try WiFiTenant(engine)
    let slug = try tenant.addProfile("libraries", [.rcois: "5A03BA0000\n004096"])
    let site = try tenant.add("図書館") { site in
      site.place = Spot.tocho
      site.openRoaming = example.state
      site.profile = slug
      site.rcois = [RoamingConsortium(example.own)].compactMap(\.self)
    }
    let client = try tenant.serve().client()
    func expect(_ rcois: String) throws {
      let items = "/ogc/collections/wifi-sites/items"
      let written = rcois.isEmpty ? "\"rcois\":null" : "\"rcois\":\"\(rcois)\""
      for path in ["\(items)?f=json", "\(items)/\(site.id)?f=json"] {
        #expect(try client.get(path).text.contains(written), "\(path)")
      }
      for name in ["wifi-sites", "public-wireless-lan"] {
        let file = try client.get("/open-data/\(name).csv").text
        #expect(file.contains(",\(rcois),") && (rcois.isEmpty || file.contains(rcois)))
      }
      let page = try client.get("/wifi/sites/\(site.id)").text
      #expect(page.contains(rcois.replacing(";", with: ", ")))
      #expect(page.contains("RCOI") == !rcois.isEmpty)
    }
    try expect(example.published)
    try tenant.addProfile("libraries", [.rcois: "5A03BA0000"])
    try expect(example.published == "5A03BA0000;004096" ? "5A03BA0000" : example.published)
    #expect(try tenant.site(site.id).rcois == site.rcois)
  }
}
