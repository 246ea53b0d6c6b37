import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiText
import YuiWeb

@testable import WiFiSiteRegistry

@Suite("What a file brings and the form takes")
struct SiteLimitsTests {
  private static let columns: [SiteField: String] = [
    .name: "名称", .kana: "名称_カナ", .nameEn: "名称_英語", .address: "住所", .building: "方書",
    .prefecture: "都道府県名", .municipality: "市区町村名", .coverage: "提供エリア", .hours: "hours",
    .phone: "電話番号", .phoneExtension: "内線番号", .installer: "設置者", .provider: "provider",
    .number: "NO", .note: "備考", .ssids: "SSID", .rcois: "rcois", .batteryHours: "battery_hours",
  ]

  private static func load(
    _ column: String, _ cell: String, _ tenant: WiFiTenant
  ) throws -> ImportReport {
    let isName = column == "名称"
    var writer = CSVWriter()
    writer.write(isName ? [column] : ["名称", column])
    writer.write(isName ? [cell] : ["場所", cell])
    return try tenant.load("wifi-sites", writer.take())
  }

  /// Whether the form takes a site as it is stored.
  private static func isTaken(_ site: WiFiSite) -> Bool {
    let result = SiteDraft(site).checked(
      replacing: site, today: WiFiTenant.now.date, profiles: KnownProfiles())
    if case .success(site, _) = result { return true }
    return false
  }

  @Test(
    "The longest that a file may say can be saved in the form, and more is refused in both",
    arguments: [
      (.name, 200), (.kana, 200), (.nameEn, 200), (.address, 300), (.building, 300),
      (.prefecture, 20), (.municipality, 100), (.coverage, 500), (.hours, 500), (.phone, 100),
      (.phoneExtension, 50), (.installer, 200), (.provider, 200), (.number, 50), (.note, 2_000),
      (.ssids, 100),
    ] as [(SiteField, Int)])
  func longest(field: SiteField, most: Int) throws {
    let tenant = try WiFiTenant(.sqlite)
    let column = try #require(Self.columns[field])
    let text = String(repeating: field == .kana || field == .nameEn ? "ｱ" : "長", count: most)
    #expect(try Self.load(column, text, tenant).problems.count == 0)
    let site = try #require(try tenant.sites().first)
    #expect(Self.isTaken(site))
    #expect(try Self.load(column, text + "長", tenant).problems.count == 1)
    if let path = SiteLimits.lines.first(where: { $0.field == field })?.path {
      var longer = site
      longer[keyPath: path] += "長"
      #expect(!Self.isTaken(longer))
    }
  }

  @Test("As many networks and consortia as a file may name can be saved in the form")
  func lists() throws {
    let names = (1...20).map { "network-\($0)" }
    let codes = (0..<20).map { "5A03BA00" + ($0 < 10 ? "0\($0)" : "\($0)") }
    for (column, list) in [("SSID", names), ("rcois", codes)] {
      let tenant = try WiFiTenant(.sqlite)
      #expect(try Self.load(column, list.joined(separator: ";"), tenant).problems.count == 0)
      #expect(Self.isTaken(try #require(try tenant.sites().first)))
      let longer = (list + ["5A03BA00FF"]).joined(separator: ";")
      #expect(try Self.load(column, longer, tenant).problems.count == 1)
    }
  }

  @Test(
    "A day that cannot be is refused in a file as in the form",
    arguments: [
      ("verified_on", "2026-04-02", "Enter a day up to today."),
      ("installed_on", "2026-04-02", "unless the site is planned"),
      ("installed_on,status", "2026-04-02,working", "unless the site is planned"),
      ("openroaming_since,openroaming", "2026-04-02,yes", "where OpenRoaming is spoken already"),
      ("verified_on", "2026-04-01", nil), ("installed_on,status", "2026-04-02,planned", nil),
      ("openroaming_since,openroaming", "2026-04-02,planned", nil),
    ] as [(String, String, String?)])
  func days(header: String, cells: String, words: String?) throws {
    let tenant = try WiFiTenant(.sqlite)
    let report = try tenant.load("wifi-sites", "名称,\(header)\n場所,\(cells)\n")
    #expect(report.problems.count == (words == nil ? 0 : 1))
    if let words {
      let problem = try #require(report.problems.first.first)
      #expect(problem.column?.name == String(header.prefix { $0 != "," }))
      #expect(problem.message[.en].contains(words))
    }
  }

  @Test(
    "A day that is to come is taken of a site that is stored as planned", arguments: Engine.allCases
  )
  func storedPlan(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("場所") { $0.status = .planned }
    let file = "id,名称,installed_on\n\(site.id),場所,2027-03-31\n"
    #expect(try tenant.load("wifi-sites", file).updated == 1)
  }

  @Test(
    "Ends of lines become spaces, what turns the direction of writing goes, and both are told",
    arguments: [
      ("名称", "中央\n図書館", "中央 図書館", "中央 図書館"),
      ("名称", "図書\u{202E}館", "図書館", "図書館"),
      ("電話番号", "\u{202A}03-1234\u{202C}", "03-1234", "03-1234"),
      ("住所", "1-1\u{2028}2階", "1-1 2階", "1-1 2階"), ("SSID", "a\u{2066}b", "ab", "ab"),
      ("備考", "月曜\r\n休館\u{2069}", "月曜\n休館", "月曜\n休館"),
    ])
  func unseen(column: String, written: String, kept: String, repaired: String) throws {
    let tenant = try WiFiTenant(.sqlite)
    let report = try Self.load(column, written, tenant)
    #expect(report.problems.count == 0)
    #expect(report.repairs.first.map(\.to) == [repaired])
    let field = try #require(Self.columns.first { $0.value == column }?.key)
    let site = try #require(try tenant.sites().first)
    #expect(field.text(of: site) == kept)
    #expect(Self.isTaken(site))
  }

  @Test("What nobody sees is left out of a form too")
  func form() {
    let fields = ["name": "図書\u{202E}館\u{2069}", "phone": "\u{202A}03-1234\u{202C}"]
    let draft = SiteDraft(form: FormData(fields: fields.map { FormData.Field($0.key, $0.value) }))
    #expect(draft.text(.name) == "図書館")
    #expect(draft.text(.phone) == "03-1234")
  }

  @Test("Every cell of a row that cannot be right is told")
  func everyFault() throws {
    let report = try WiFiTenant(.sqlite).load(
      "wifi-sites",
      "名称,都道府県コード又は市区町村コード,緯度,経度,URL,status,openroaming\n,131040,91,180,ftp://a,broken,maybe\n場所,,,,,,\n"
    )
    #expect(
      report.problems.first.map { "\($0.line) \($0.column?.name ?? "")" } == [
        "2 名称", "2 都道府県コード又は市区町村コード", "2 URL", "2 status", "2 openroaming", "2 緯度",
      ])
  }
}
