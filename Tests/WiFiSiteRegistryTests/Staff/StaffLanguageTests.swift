import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import WiFiSiteRegistry

/// Names that a tenant has in Japanese alone, on English pages (WCAG 3.1.2).
@Suite("Staff pages in English")
struct StaffLanguageTests {
  @Test("Every Japanese word says that it is Japanese")
  func marked() throws {
    let tenant = try WiFiTenant(.sqlite)
    let sites = try ["図書館", "図書館"].enumerated().map { number, name in
      try tenant.add(name, at: WiFiTenant.later(Int64(number))) {
        $0.kana = "トショカン"
        $0.address = "東京都新宿区下落合1-9-8"
        $0.place = Spot.osaka
        $0.doubt = .otherPrefecture
        $0.installer = "新宿区"
        $0.note = "月曜休館"
        $0.ssids = ["新宿_Wi-Fi"]
      }
    }
    try tenant.addPoint("1F-01", to: sites[0])
    let harness = try tenant.serve()
    _ = try harness.client().post(
      ReportFormTests.path(sites[0]), form: ["kind": "slow", "comment": "遅い"])
    let client = try tenant.client(.administrator, on: harness)
    client.headers["Accept-Language"] = "en"
    let one = StaffPath.site(sites[0].id)
    let pages = [
      "/staff", "/staff/wifi", "/staff/wifi?mesh=513573&since=2026-04-01&due=2026-04-01",
      "/staff/wifi/new", one, "\(one)/edit", "\(one)/history", "\(one)/access-points/new",
      AccessPointPages.address(of: "1F-01", at: sites[0].id), "/staff/wifi/bulk?scope=all",
      "/staff/wifi/duplicates",
      DuplicatePages.comparison(of: .init(sites[0].id, sites[1].id)),
      "/staff/wifi/verify?near=34.686,135.520", VerifyPages.address(of: sites[0].id),
      "/staff/wifi/reports", "/staff/wifi/reports/cases/1", "/staff/wifi/planning",
    ]
    for page in pages {
      let answer = try client.get(page)
      #expect(answer.status == 200, "\(page)")
      let unmarked = MarkedText.all(in: answer.text).filter {
        $0.hasJapanese && $0.language != "ja"
      }
      #expect(unmarked.map(\.text) == [], "\(page)")
    }
  }
}
