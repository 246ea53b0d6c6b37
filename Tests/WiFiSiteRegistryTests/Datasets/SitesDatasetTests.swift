import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiText

@testable import WiFiSiteRegistry

@Suite("Importing sites")
struct SitesDatasetTests {
  /// Imports a file and returns the site of its only row.
  private static func single(
    _ header: String, _ row: String, _ tenant: WiFiTenant
  ) throws -> (site: WiFiSite, report: ImportReport) {
    let report = try tenant.load("wifi-sites", "\(header)\n\(row)\n")
    #expect(report.problems.first.map { $0.text(.en) } == [])
    return (try #require(try tenant.sites().first), report)
  }

  @Test("Both official layouts say the same, in whatever order their columns come")
  func layouts() throws {
    let older = try Self.single(
      "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,名称_英語,住所,方書,緯度,経度,設置者,電話番号,"
        + "内線番号,SSID,提供エリア,URL,備考",
      "131041,7,東京都,新宿区,中央図書館,チュウオウトショカン,Central Library,東京都新宿区下落合1-9-8,2階,35.719,139.7,"
        + "新宿区,03-1,12,Shinjuku_Free;eduroam,閲覧室,https://www.example.lg.jp/,月曜休館",
      WiFiTenant(.sqlite)
    ).site
    let newer = try Self.single(
      "備考,URL,提供エリア,ＳＳＩＤ,設置者,内線番号,電話番号,経度,緯度,建物名等（方書）,所在地_連結標記,名称_英字,"
        + "名称_カナ,名称,地方公共団体名,ID,全国地方公共団体コード",
      "月曜休館,https://www.example.lg.jp/,閲覧室,Shinjuku_Free;eduroam,新宿区,12,03-1,139.7,35.719,2階,"
        + "東京都新宿区下落合1-9-8,Central Library,チュウオウトショカン,中央図書館,東京都新宿区,7,131041",
      WiFiTenant(.sqlite)
    ).site
    #expect(SiteChange.fields(from: older, to: newer) == [])
    #expect(older.prefecture == "東京都")
    #expect(older.municipality == "新宿区")
    #expect(older.number == "7")
    #expect(older.ssids == ["Shinjuku_Free", "eduroam"])
    #expect(older.place == Coordinate(latitude: 35.719, longitude: 139.7))
    #expect(older.facilityClass == .library)
    #expect(older.doubt == nil)
  }

  @Test(
    "Everything the registry knows survives an export and an import elsewhere",
    arguments: Engine.allCases)
  func roundTrip(engine: Engine) throws {
    let (one, other) = (try WiFiTenant(engine), try WiFiTenant(engine))
    let site = try one.save(try SiteStoreTests.full())
    let bare = try one.add("公園")
    try other.addProfile("tokyo")
    let report = try other.load("wifi-sites", try one.export("wifi-sites"))
    #expect(report.problems.first.map { $0.text(.en) } == [])
    var expected = site
    // Found out anew from the position.
    expected.doubt = nil
    #expect(try other.sites() == [expected, bare].sorted { $0.id < $1.id })
    #expect(try other.export("wifi-sites") == one.export("wifi-sites"))
  }

  @Test(
    "What people write for the same is repaired, and told",
    arguments: [
      ("code", "92011", "092011"), ("code", "9201", "092011"), ("code", "13104", "131041"),
      ("code", "１３１０４１", "131041"), ("code", "011002", "011002"),
      ("name", "松ｹ谷", "松ｹ谷"), ("verified_on", "2024/9/1", "2024-09-01"),
      ("verified_on", "令和6年9月1日", "2024-09-01"), ("address", "-", ""), ("phone", "－", ""),
      ("openroaming", "対応", "yes"), ("openroaming", "非対応", "no"),
      ("openroaming", "ＹＥＳ", "yes"), ("rcois", "5a-03-ba-00-00;004096", "5A03BA0000;004096"),
      ("status", "停止中", "out"), ("class", "図書館", "library"), ("kana", "ｶﾞｯｺｳ", "ガッコウ"),
    ])
  func repairs(field: String, written: String, read: String) throws {
    let headers = [
      "code": "都道府県コード又は市区町村コード", "name": "名称", "kana": "名称_カナ", "address": "住所", "phone": "電話番号",
    ]
    let header = headers[field] ?? field
    let tenant = try WiFiTenant(.sqlite)
    let (site, report) =
      field == "name"
      ? try Self.single(header, written, tenant)
      : try Self.single("名称,\(header)", "場所,\(written)", tenant)
    let changed = try #require(SiteField(rawValue: field))
    #expect(changed.text(of: site) == read)
    #expect(report.repairs.first.map(\.to) == (written == read ? [] : [read]))
  }

  @Test(
    "What cannot be right is refused with what to do about it",
    arguments: [
      ("都道府県コード又は市区町村コード", "131040", "Did you mean “131041”?"),
      ("都道府県コード又は市区町村コード", "991041", "six digits"),
      // 014362 and 143626 are both municipalities.
      ("都道府県コード又は市区町村コード", "14362", "six digits"),
      ("都道府県コード又は市区町村コード", "新宿区", "six digits"),
      ("緯度,経度", "35.6,", "both latitude and longitude"),
      ("緯度,経度", "369.56,139", "number from -180"), ("verified_on", "2024-13-01", "2026-04-01"),
      ("rcois", "5A03B", "hexadecimal"), ("rcois", "5A03", "hexadecimal"),
      ("openroaming", "maybe", "yes"), ("status", "broken", "working"),
      ("class", "temple", "library"), ("URL", "javascript:alert(1)", "https://"),
      ("profile", "a b", "hyphens"), ("profile", "osaka", "no profile “osaka”"),
      ("battery_hours", "-1", "number from 0"),
    ])
  func refused(header: String, cells: String, words: String) throws {
    let tenant = try WiFiTenant(.sqlite)
    let empty = cells.filter { $0 == "," }
    let report = try tenant.load("wifi-sites", "名称,\(header)\n場所,\(cells)\n別の場所,\(empty)\n")
    #expect(report.problems.count == 1)
    #expect(report.problems.first.first?.line == 2)
    #expect(report.problems.first.first?.message[.en].contains(words) == true)
    #expect(try tenant.sites().isEmpty)
  }

  @Test("An id of the registry's own files that was mistyped is refused")
  func mistypedID() throws {
    let report = try WiFiTenant(.sqlite).load("wifi-sites", "NO,名称,id\n1,場所,abc\n")
    #expect(report.problems.first.first?.message[.en].contains("“abc” is not accepted") == true)
  }

  @Test("Columns of their own are kept, and written out again", arguments: Engine.allCases)
  func extras(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    try tenant.load("wifi-sites", "名称,郵便番号,高度の値\n図書館,161-0033,31\n公園,,\n")
    try tenant.load("wifi-sites", "名称,町字ID\n図書館,0001\n")
    let rows = try tenant.export("wifi-sites").split(separator: "\n")
    #expect(rows[0].hasSuffix(",installed_on,郵便番号,高度の値,町字ID"))
    #expect(rows[1].hasSuffix(",161-0033,31,0001"))
    #expect(rows[2].hasSuffix(",,,"))
    // A column that a file has empty is emptied, one that it lacks stays.
    let report = try tenant.load("wifi-sites", "名称,郵便番号\n図書館,\n公園,\n")
    #expect((report.updated, report.unchanged) == (1, 1))
    #expect(try tenant.export("wifi-sites").split(separator: "\n")[1].hasSuffix(",,31,0001"))
  }

  @Test("A column that a file lacks says nothing: what is known stays", arguments: Engine.allCases)
  func partial(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    var site = try tenant.add("場所") { site in
      site.status = .out
      site.facilityClass = .park
      site.openRoaming = .yes
      site.hours = "24時間"
      site.address = "1-1"
      site.verifiedOn = CalendarDate(iso: "2026-02-28")
    }
    let report = try tenant.load("wifi-sites", "名称,住所,SSID,status,class,verified_on\n場所,1-1,A,,,\n")
    #expect((report.created, report.updated) == (0, 1))
    site.ssids = ["A"]
    #expect(try tenant.sites() == [site])
  }
}
