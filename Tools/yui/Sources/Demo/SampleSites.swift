import YuiStorage
import YuiTenancy
import YuiText
import WiFiSiteRegistry

/// Made-up places with Wi-Fi around the offices of a municipality, the same each time for a given day.
///
/// Most work and speak OpenRoaming, more of them each year; a few are planned, out, or long unverified,
/// so that maps, plans and work lists have something to tell.
struct SampleSites {
  private let government: LocalGovernment
  private let today: CalendarDate
  private let office: CityHall

  /// Makes them; `nil` where it is not known where the offices are.
  init?(_ government: LocalGovernment, today: CalendarDate) {
    guard let office = CityHall.all[government.code] else { return nil }
    (self.government, self.today, self.office) = (government, today, office)
  }

  /// What there is of it, in the order in which it came to be.
  var steps: [DemoStep] { [.change(addProfile), .load(file), .change(aim)] }

  /// Nine of ten places are to speak OpenRoaming by the end of the year after this one.
  private func aim(_ transaction: Transaction) throws {
    try WiFiSiteRegistry().aim(
      for: kinds.count * 9 / 10, by: FiscalYear(FiscalYear(containing: today).year + 1), note: "見本",
      in: transaction)
  }

  /// What the places with OpenRoaming announce.
  private func addProfile(_ transaction: Transaction) throws {
    try WiFiSiteRegistry().addProfile(
      [
        "name_ja": "庁舎と図書館のOpenRoaming", "name_en": Self.profile, "ssid": "OpenRoaming",
        "wbaid": "EXAMPLE:JP", "operator_names": "jpn:\(government.name)",
        "venue": "2,0", "venue_names": "jpn:\(government.name)の施設\neng:City facilities",
        "domains": "wifi.example.lg.jp", "realms": "0,wifi.example.lg.jp,13[5:6],21[2:4][5:7]",
        "access_points": "192.0.2.0/24",
      ], in: transaction)
  }

  private static let profile = "Sample profile"
  private static let profileSlug = "sample-profile"

  /// The file that holds them.
  private var file: DemoFile {
    var dice = SplitMix64(seed: UInt64(government.code) ?? 0)
    return DemoFile(
      "wifi-sites", name: "sample-sites.csv", header: Self.header,
      rows: kinds.enumerated().map { index, kind in row(index, kind, &dice) })
  }

  private static let header = [
    "都道府県コード又は市区町村コード", "NO", "都道府県名", "市区町村名", "名称", "名称_カナ", "名称_英語", "住所", "方書",
    "緯度", "経度", "設置者", "電話番号", "内線番号", "SSID", "提供エリア", "URL", "備考", "openroaming", "rcois",
    "profile", "status", "class", "verified_on", "hours", "battery_hours", "openroaming_since",
    "id",
  ]

  /// How many of each kind: a ward has more of everything than a village.
  private var kinds: [(kind: Kind, number: Int)] {
    let size = government.kind == .ward ? 3 : government.kind == .city ? 2 : 1
    return Kind.all.flatMap { kind in
      (1...(kind.isOne ? 1 : kind.number * size)).map { (kind, $0) }
    }
  }

  private func row(
    _ index: Int, _ kind: (kind: Kind, number: Int), _ dice: inout SplitMix64
  ) -> [String] {
    let reach = government.kind == .village || government.kind == .town ? 0.008 : 0.022
    let (north, east) =
      kind.kind.isOne ? (0, 0) : (dice.spread() * reach, dice.spread() * reach * 1.2)
    let suffix = kind.kind.isOne ? "" : "第\(kind.number)"
    let name = "\(government.name)\(suffix)\(kind.kind.name)"
    let english = "\(kind.kind.english)\(kind.kind.isOne ? "" : " \(kind.number)")"
    let state = dice.pick(weighted: [62, 12, 26])
    let status = dice.pick(weighted: [88, 4, 4, 4])
    let isPlanned = status == 3
    let since = state == 0 && !isPlanned ? today.adding(days: -Int(dice.next() % 1_000)).iso : ""
    return [
      government.code, "\(index + 1)", "東京都", government.name, name, "", english,
      "東京都\(government.county)\(government.name)見本町\(index % 9 + 1)-\(index % 17 + 1)", "",
      text(office.latitude + north), text(office.longitude + east), government.name, "", "",
      state == 0 ? "\(Self.network);OpenRoaming" : Self.network, kind.kind.coverage, "", "",
      isPlanned ? "planned" : ["yes", "planned", "no"][state],
      "", state == 2 && !isPlanned ? "" : Self.profileSlug,
      ["working", "partly", "out", "planned"][status], kind.kind.facilityClass,
      isPlanned ? "" : today.adding(days: -Int(dice.next() % 540)).iso, kind.kind.hours,
      kind.kind.batteryHours, since, id(of: name, index).description,
    ]
  }

  /// The same each time, and in the order of the file.
  private func id(of name: String, _ index: Int) -> UUIDv7 {
    UUIDv7(
      at: Timestamp(milliseconds: Self.made + Int64(index)), filledFrom: Array(name.utf8.reversed())
    )
  }

  /// 1 April 2026 in Japan.
  private static let made: Int64 = 1_774_969_200_000

  private static let network = "FREE_Wi-Fi_SAMPLE"

  private func text(_ degrees: Double) -> String { NumberText.fixed(degrees, decimals: 6) }

  /// A kind of place.
  private struct Kind {
    let name: String
    let english: String
    let facilityClass: String
    var isOne = false
    var number = 1
    var coverage = "1階ロビー"
    var hours = "9:00–17:00"
    var batteryHours = ""

    static let all = [
      Kind(name: "本庁舎", english: "Main office", facilityClass: "government", isOne: true),
      Kind(
        name: "図書館", english: "Library", facilityClass: "library", number: 2, coverage: "閲覧室",
        hours: "9:00–20:00"),
      Kind(name: "公民館", english: "Community centre", facilityClass: "community", number: 3),
      Kind(
        name: "小学校体育館", english: "School gymnasium", facilityClass: "school", number: 3,
        coverage: "体育館（避難所）", hours: "", batteryHours: "6"),
      Kind(
        name: "公園", english: "Park", facilityClass: "park", number: 2, coverage: "管理棟の周り",
        hours: "終日"),
      Kind(name: "スポーツセンター", english: "Sports centre", facilityClass: "sports"),
      Kind(name: "文化ホール", english: "Cultural hall", facilityClass: "culture"),
      Kind(name: "保健センター", english: "Health centre", facilityClass: "health"),
      Kind(
        name: "公衆電話", english: "Phone box", facilityClass: "phone-box", number: 3,
        coverage: "半径25～50m", hours: "終日", batteryHours: "6"),
      Kind(
        name: "駅前広場", english: "Station square", facilityClass: "transport", coverage: "広場",
        hours: "終日"),
    ]
  }
}
