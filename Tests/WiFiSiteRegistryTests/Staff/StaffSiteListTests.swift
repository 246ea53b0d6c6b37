import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import WiFiSiteRegistry

@Suite("The list of sites for staff")
struct StaffSiteListTests {
  static func filled(_ engine: Engine) throws -> WiFiTenant {
    let tenant = try WiFiTenant(engine)
    let library = try tenant.add("図書館", at: WiFiTenant.later(1)) {
      $0.facilityClass = .library
      $0.place = Spot.tocho
      $0.openRoaming = .yes
      $0.verifiedOn = CalendarDate(iso: "2026-03-01")
      $0.profile = Slug("tokyo")
    }
    try tenant.addPoint("1F-01", to: library)
    try tenant.add("公園", at: WiFiTenant.later(2)) {
      $0.facilityClass = .park
      $0.place = Spot.osaka
      $0.doubt = .otherPrefecture
      $0.status = .out
      $0.openRoaming = .planned
      $0.openRoamingSince = CalendarDate(iso: "2026-03-31")
    }
    try tenant.add("旧庁舎", at: WiFiTenant.later(3)) { $0.status = .retired }
    try tenant.add("Bus Stop", at: WiFiTenant.later(4)) {
      $0.facilityClass = .transport
      $0.status = .planned
      $0.ssids = ["Bus_Wi-Fi"]
    }
    try tenant.catchUp()
    return tenant
  }

  static let queries: [(query: String, names: [String])] = [
    ("", ["図書館", "公園", "Bus Stop"]), ("status=all", ["図書館", "公園", "旧庁舎", "Bus Stop"]),
    ("status=retired", ["旧庁舎"]), ("status=in-use", ["図書館", "公園"]),
    ("status=faulty", ["公園"]), ("class=library", ["図書館"]), ("openroaming=yes", ["図書館"]),
    ("openroaming=no", ["Bus Stop"]), ("position=doubtful", ["公園"]),
    ("position=missing", ["Bus Stop"]), ("unverified=2026-03-01", ["公園", "Bus Stop"]),
    ("unverified=2026-03-02", ["図書館", "公園", "Bus Stop"]), ("points=none", ["公園", "Bus Stop"]),
    ("profile=tokyo", ["図書館"]), ("q=bus", ["Bus Stop"]), ("q=%E5%9B%B3%E6%9B%B8", ["図書館"]),
    ("mesh=51357302", []), ("mesh=533945", ["図書館"]), ("since=2026-04-01&status=out", ["公園"]),
    ("since=2026-03-31", []), ("due=2026-04-01", ["公園"]), ("due=2026-03-31", []),
    ("q=%E5%9B%B3%E6%9B%B8&class=park", []),
  ]

  @Test("Each condition of the address narrows the list down", arguments: Engine.allCases)
  func filters(engine: Engine) throws {
    let tenant = try Self.filled(engine)
    let viewer = try tenant.client(.viewer, on: tenant.serve())
    for (query, names) in Self.queries {
      let page = try viewer.get("/staff/wifi?\(query)")
      #expect(page.status == 200)
      let links = page.text.matches(
        of: /<a href="\/staff\/wifi\/sites\/[^"]*">(<span[^>]*>)?([^<]*)/)
      #expect(links.map { String($0.2) } == names, "\(query)")
      #expect(page.text.contains("<p role=\"status\">\(names.count)件あります。"), "\(query)")
    }
  }

  static let badQueries: [(query: String, status: Int)] = [
    ("status=broken", 400), ("class=castle", 400), ("openroaming=maybe", 400),
    ("position=odd", 400), ("points=some", 400), ("profile=%E6%9D%B1", 400), ("mesh=1", 400),
    ("since=yesterday", 400), ("due=1", 400), ("after=1", 400), ("unverified=yesterday", 422),
    ("unverified=2026-02-30", 422),
  ]

  @Test("A condition that means nothing is refused", arguments: Engine.allCases)
  func refused(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let viewer = try tenant.client(.viewer, on: tenant.serve())
    for (query, status) in Self.badQueries {
      let page = try viewer.get("/staff/wifi?\(query)")
      #expect(page.status == status, "\(query)")
      #expect(page.text.contains("href=\"#field-unverified\"") == (status == 422), "\(query)")
    }
  }

  @Test("Pages of fifty follow one another with their conditions", arguments: Engine.allCases)
  func pages(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    for number in 0..<120 {
      try tenant.add("場所\(number)。", at: WiFiTenant.later(Int64(number))) {
        $0.facilityClass = number.isMultiple(of: 2) ? .park : .street
      }
    }
    let viewer = try tenant.client(.viewer, on: tenant.serve())
    var address: String? = "/staff/wifi?class=park"
    var sizes: [Int] = []
    while let next = address {
      let page = try viewer.get(next).text
      sizes.append(page.matches(of: /<tr>/).count - 1)
      address = page.firstMatch(of: /rel="next" href="([^"]*)"/).map {
        String($0.1).replacing("&amp;", with: "&")
      }
      if let address { #expect(address.hasPrefix("/staff/wifi?class=park&after=")) }
    }
    #expect(sizes == [50, 10])
  }

  @Test("Names are shown as text, whatever they hold", arguments: Engine.allCases)
  func markup(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("<script>alert(1)</script>") {
      $0.address = "<b>住所</b>"
      $0.note = "\"><img src=x>"
      $0.ssids = ["<i>"]
    }
    let editor = try tenant.client(.editor, on: tenant.serve())
    for path in ["", "/sites/\(site.id)", "/sites/\(site.id)/edit", "/sites/\(site.id)/history"] {
      let page = try editor.get("/staff/wifi\(path)")
      #expect(page.status == 200)
      for bad in ["<script>alert", "<b>", "<img", "<i>"] {
        #expect(!page.text.contains(bad), "\(path) \(bad)")
      }
    }
  }

  @Test("Who may only read sees nothing that changes", arguments: Engine.allCases)
  func viewer(engine: Engine) throws {
    let tenant = try Self.filled(engine)
    let site = try #require(try tenant.sites().first)
    let viewer = try tenant.client(.viewer, on: tenant.serve())
    let pages = try ["/staff/wifi", StaffPath.site(site.id)].map { try viewer.get($0).text }
    for page in pages {
      #expect(!page.contains("/edit") && !page.contains("/new\"") && !page.contains("/bulk"))
    }
    #expect(try viewer.get(StaffPath.site(site.id) + "/edit").status == 403)
    #expect(try viewer.get(StaffPath.site(UUIDv7(at: WiFiTenant.now))).status == 404)
    #expect(try viewer.get("/staff/wifi/sites/1").status == 404)
  }
}
