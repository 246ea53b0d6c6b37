import Testing
import YuiOpenData
import YuiStorage
import YuiText
import YuiWeb

@testable import WiFiSiteRegistry

@Suite("A site as it was entered")
struct SiteDraftTests {
  private static let today = WiFiTenant.now.date
  private static let whole: [String: String] = [
    "name": " 中央図書館 ", "kana": "チュウオウトショカン", "name_en": "Central Library",
    "class": "library", "status": "partly", "address": "東京都新宿区下落合1-9-8", "building": "2階",
    "prefecture": "東京都", "municipality": "新宿区", "latitude": "35.689634",
    "longitude": "139.692101", "ssids": "Shinjuku_Free_Wi-Fi\n\n eduroam \neduroam",
    "coverage": "閲覧室", "hours": "9:00-20:00", "url": "https://www.example.lg.jp/",
    "phone": "03-1234-5678", "phone_extension": "12", "note": "月曜休館\n祝日は開館",
    "installer": "新宿区", "provider": "A社", "backhaul": "fibre", "battery_hours": "６.5",
    "installed_on-year": "2019", "installed_on-month": "3", "installed_on-day": "31",
    "verified_on-year": "2026", "verified_on-month": "２", "verified_on-day": "28",
    "openroaming": "yes", "openroaming_since-year": "2025", "openroaming_since-month": "4",
    "openroaming_since-day": "1", "profile": "tokyo", "rcois": "5a-03-ba-00-00, BAA2D00000",
    "code": "131041", "number": "12",
  ]

  private static func check(
    _ changes: [String: String] = [:], replacing old: WiFiSite? = nil
  ) -> SiteDraft.CheckResult {
    let fields = whole.merging(changes) { _, new in new }
    return SiteDraft(form: FormData(fields: fields.map { FormData.Field($0.key, $0.value) }))
      .checked(
        replacing: old ?? WiFiSite(UUIDv7(at: WiFiTenant.now), name: ""), today: today,
        profiles: profiles)
  }

  private static let profiles = KnownProfiles(
    [Slug("tokyo")].compactMap(\.self).map { ($0, LocalizedText(ja: "東京", en: "Tokyo")) })

  private static func site(
    _ changes: [String: String] = [:], replacing old: WiFiSite? = nil
  ) throws -> WiFiSite {
    guard case .success(let site, _) = check(changes, replacing: old) else {
      throw StoreError(.misuse, "\(check(changes, replacing: old))")
    }
    return site
  }

  @Test("Every field that can be entered becomes one of the site")
  func whole() throws {
    let site = try Self.site()
    let expected: [SiteField: String] = [
      .name: "中央図書館", .kana: "チュウオウトショカン", .nameEn: "Central Library",
      .facilityClass: "library", .status: "partly", .address: "東京都新宿区下落合1-9-8", .building: "2階",
      .prefecture: "東京都", .municipality: "新宿区", .position: "35.689634, 139.692101",
      .ssids: "Shinjuku_Free_Wi-Fi;eduroam", .coverage: "閲覧室", .hours: "9:00-20:00",
      .url: "https://www.example.lg.jp/", .phone: "03-1234-5678", .phoneExtension: "12",
      .note: "月曜休館\n祝日は開館", .installer: "新宿区", .provider: "A社", .backhaul: "fibre",
      .batteryHours: "6.5", .installedOn: "2019-03-31", .verifiedOn: "2026-02-28",
      .openRoaming: "yes", .openRoamingSince: "2025-04-01", .profile: "tokyo",
      .rcois: "5A03BA0000;BAA2D00000", .code: "131041", .number: "12", .doubt: "",
    ]
    for (field, text) in expected { #expect(field.text(of: site) == text) }
    let entered = Set(SiteField.allCases).subtracting(SiteField.ofHistory).subtracting([.extras])
    #expect(Set(expected.keys) == entered)
  }

  @Test("A site that is shown in a form and sent back is the same")
  func roundTrip() throws {
    var site = try Self.site()
    site.extras = [.init(name: "郵便番号", value: "161-0033")]
    site.doubt = .seenElsewhere
    guard
      case .success(let same, false) = SiteDraft(site).checked(
        replacing: site, today: Self.today, profiles: Self.profiles)
    else {
      Issue.record("refused")
      return
    }
    #expect(same == site)
  }

  @Test("A name is enough")
  func nameOnly() throws {
    let fields = ["name": "公園", "class": "park", "status": "working", "openroaming": "no"]
    let draft = SiteDraft(form: FormData(fields: fields.map { FormData.Field($0.key, $0.value) }))
    let blank = WiFiSite(UUIDv7(at: WiFiTenant.now), name: "")
    guard
      case .success(let site, false) = draft.checked(
        replacing: blank, today: Self.today, profiles: KnownProfiles())
    else {
      Issue.record("refused")
      return
    }
    var expected = WiFiSite(blank.id, name: "公園")
    expected.facilityClass = .park
    #expect(site == expected)
  }

  @Test(
    "What is wrong is told at its field",
    arguments: [
      ("name", ""), ("name", String(repeating: "長", count: 201)), ("name", "a\u{7}b"),
      ("name", "a" + String(repeating: "\u{301}", count: 200)), ("name", "二\n行"),
      ("kana", "図書館"), ("name_en", "図書館"), ("class", ""), ("class", "castle"), ("status", "maybe"),
      ("status", ""), ("openroaming", ""), ("openroaming", "sometimes"), ("backhaul", "pigeon"),
      ("prefecture", "江戸"), ("url", "www.example.lg.jp"), ("url", "javascript:alert(1)"),
      ("url", "https://"), ("url", "https://a b"), ("url", "https://city@evil.example/"),
      ("code", "131042"), ("code", "13104"),
      ("code", "991041"), ("latitude", "north"), ("latitude", ""), ("battery_hours", "-1"),
      ("battery_hours", "9000"), ("battery_hours", "six"), ("installed_on-month", "13"),
      ("installed_on-day", ""), ("installed_on-year", "2027"), ("verified_on-year", "2027"),
      ("openroaming_since-year", "2027"), ("ssids", String(repeating: "名", count: 11)),
      ("ssids", (1...21).map(String.init).joined(separator: "\n")), ("ssids", "a\u{0}b"),
      ("rcois", "5A03"), ("rcois", "5A03BA000"), ("rcois", "xyz123"),
      ("rcois", String(repeating: "5A03BA0000\n", count: 21)),
      ("profile", "東京"), ("profile", "osaka"), ("note", String(repeating: "長", count: 2_001)),
      ("note", "a\u{1b}b"), ("phone", String(repeating: "1", count: 101)),
    ] as [(String, String)])
  func refused(field: String, value: String) {
    guard case .failure(let problems) = Self.check([field: value]) else {
      Issue.record("taken")
      return
    }
    let name = field.split(separator: "-")[0]
    #expect(Array(problems.keys) == [String(name)])
  }

  @Test("A code that lost its leading zero gets it back", arguments: ["92011", "092011", "９２０１１"])
  func code(text: String) throws {
    #expect(try Self.site(["code": text]).code == "092011")
  }

  @Test("A planned site may be installed in the future, planned OpenRoaming begin there")
  func planned() throws {
    let site = try Self.site([
      "status": "planned", "installed_on-year": "2027", "openroaming": "planned",
      "openroaming_since-year": "2027",
    ])
    #expect(site.installedOn?.iso == "2027-03-31")
    #expect(site.openRoamingSince?.iso == "2027-04-01")
  }

  @Test("What speaks no OpenRoaming does so since no day")
  func noOpenRoaming() throws {
    #expect(try Self.site(["openroaming": "no"]).openRoamingSince == nil)
  }

  @Test("A doubt comes with a new position, and one that was cleared stays away until it moves")
  func doubt() throws {
    let wrong = ["latitude": "34.686344", "longitude": "135.520037"]
    var site = try Self.site(wrong)
    #expect(site.doubt == .otherPrefecture)
    site.doubt = nil
    var renamed = wrong
    renamed["name"] = "新図書館"
    #expect(try Self.site(renamed, replacing: site).doubt == nil)
    #expect(
      try Self.site(["latitude": "34.6864", "longitude": "135.52"], replacing: site).doubt != nil)
    #expect(try Self.site(replacing: site).doubt == nil)
  }

  @Test("Latitude and longitude in each other's place are put right, and said")
  func swapped() {
    guard
      case .success(let site, true) = Self.check([
        "latitude": "139.692101", "longitude": "35.689634",
      ])
    else {
      Issue.record("not noticed")
      return
    }
    #expect(site.place == Spot.tocho)
  }
}
