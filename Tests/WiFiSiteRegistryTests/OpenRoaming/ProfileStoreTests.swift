import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWebTesting

@testable import WiFiSiteRegistry

@Suite struct ProfileStoreTests {
  @Test("A profile is stored whole, replaced, and gone", arguments: Engine.allCases)
  func whole(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let least = try ProfileDraft().with([.nameJa: "\"'\\ 市", .ssid: " 無料 "]).profile("least")
    let most = try ProfileDraft.sample.with([
      .cells: "440,10", .hessid: "02:03:04:05:06:07", .anqpDomain: "0", .furtherStep: "yes",
      .venueNames: "jpn:\"a\", \\b\neng:[\"x\"]", .security: "WPA2-Enterprise",
      .accessPoints: "198.51.100.0/24\n2001:db8::/32",
      .venueURL: "https://www.city.example.lg.jp/", .settlement: "settled", .internet: "",
    ]).profile("most")
    try tenant.store.write { transaction in
      for profile in [most, least] { try ProfileStore.put(profile, in: transaction) }
    }
    #expect(try tenant.store.read { try ProfileStore.all(in: $0) } == [least, most])
    var changed = least
    changed.name = LocalizedText(ja: "市", en: "City")
    changed.isPasspoint = false
    try tenant.store.write { [changed] in try ProfileStore.put(changed, in: $0) }
    #expect(try tenant.store.read { try ProfileStore.profile(least.slug, in: $0) } == changed)
    try tenant.store.write { try ProfileStore.remove(least.slug, in: $0) }
    #expect(try tenant.store.read { try ProfileStore.all(in: $0) } == [most])
  }

  @Test("The sites of each profile are counted", arguments: Engine.allCases)
  func uses(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let slug = try #require(Slug("libraries"))
    let profiles = try ["libraries", "parks"].map { try ProfileDraft.sample.profile($0) }
    try tenant.store.write { transaction in
      for profile in profiles { try ProfileStore.put(profile, in: transaction) }
    }
    for number in 1...3 {
      try tenant.add("図書館\(number)") { $0.profile = number < 3 ? slug : nil }
    }
    #expect(
      try tenant.store.read { try ProfileStore.uses(in: $0) } == ["libraries": 2, "parks": 0])
    #expect(try tenant.store.read { try ProfileStore.uses(of: slug, in: $0) } == 2)
  }

  @Test(
    "What sites name and is no profile is told, and no new one gets its slug",
    arguments: Engine.allCases)
  func missing(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    try tenant.addProfile("libraries")
    for (number, slug) in ["libraries", "parks", "parks", "profile-1"].enumerated() {
      try tenant.add("場所\(number)") { $0.profile = Slug(slug) }
    }
    let missing = try tenant.store.read { try ProfileStore.missing(in: $0) }
    #expect(missing.map(\.slug.description) == ["parks", "profile-1"])
    #expect(missing.map(\.sites) == [2, 1])
    let free = try tenant.store.read { snapshot in
      try ["Parks", "Museums"].map { try ProfileStore.freeSlug(for: $0, in: snapshot).description }
    }
    #expect(free == ["profile-2", "museums"])
    let editor = try tenant.client(.editor, on: tenant.serve())
    let page = try editor.get("/staff/wifi/profiles").text
    #expect(page.contains("登録されていないプロファイル"))
    #expect(page.contains("href=\"/staff/wifi?status=all&amp;profile=parks\""))
  }

  @Test(
    "A slug is kept from an ASCII name; otherwise, or where it is taken, it is counted",
    arguments: Engine.allCases,
    [
      ("City Wi-Fi", "city-wi-fi"), ("Libraries", "profile-1"), ("", "profile-1"),
      ("New", "profile-1"),
    ])
  func slug(engine: Engine, example: (name: String, slug: String)) throws {
    let tenant = try WiFiTenant(engine)
    let taken = try ProfileDraft.sample.profile()
    let slug = try tenant.store.write { transaction in
      try ProfileStore.put(taken, in: transaction)
      return try ProfileStore.freeSlug(for: example.name, in: transaction)
    }
    #expect(slug.description == example.slug)
  }
}
