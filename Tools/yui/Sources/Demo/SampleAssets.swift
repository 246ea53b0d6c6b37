import AssetLedger
import YuiTenancy
import YuiText

/// Made-up assets around the offices of a municipality, the same each time for a given day.
///
/// Most are public and open; a few are taken, unsuitable, for carriers or staff alone, or say little,
/// so that lists, maps and comparisons have something to tell.
struct SampleAssets {
  private let government: LocalGovernment
  private let today: CalendarDate
  private let office: CityHall

  /// Makes them; `nil` where it is not known where the offices are.
  init?(_ government: LocalGovernment, today: CalendarDate) {
    guard let office = CityHall.all[government.code] else { return nil }
    (self.government, self.today, self.office) = (government, today, office)
  }

  /// The assets, and the signature of the ledger that tells of them.
  var steps: [DemoStep] {
    [.load(file), .change { try AssetLedger().signLedger(at: Clock.system.now(), in: $0) }]
  }

  /// The file that holds them.
  private var file: DemoFile {
    var dice = SplitMix64(seed: (UInt64(government.code) ?? 0) &+ 5)
    let size = government.kind == .ward ? 3 : government.kind == .city ? 2 : 1
    let kinds = Kind.all.flatMap { kind in (1...kind.number * size).map { (kind, $0) } }
    return DemoFile(
      "assets", name: "sample-assets.csv", header: Self.header,
      rows: kinds.map { row($0, number: $1, &dice) })
  }

  private static let header = [
    "id", "class", "name", "name_en", "owner", "bureau", "address", "latitude", "longitude",
    "area_m2", "height_m", "street_distance_m", "power", "load", "sharing_allowed",
    "sharing_terms", "legal_basis", "availability", "unsuitable_reason", "publish", "verified_on",
    "storeys", "structure", "built_year", "fibre", "access_hours", "escort_required",
    "constraints", "current_use", "contact", "source", "roof_shape", "shelter", "pole_material",
  ]

  private func row(_ kind: Kind, number: Int, _ dice: inout SplitMix64) -> [String] {
    let reach = government.kind == .village || government.kind == .town ? 0.008 : 0.022
    let (north, east) = (dice.spread() * reach, dice.spread() * reach * 1.2)
    func some(_ values: ClosedRange<Int>) -> Int {
      values.lowerBound + Int(dice.next() % UInt64(values.count))
    }
    let availability = dice.pick(weighted: [70, 8, 6, 10, 6])
    let publish = dice.pick(weighted: [86, 8, 6])
    let (area, height) = (some(kind.area), some(kind.height))
    // One in eight says little, as lists do before somebody has looked.
    let isKnown = dice.next() % 8 != 0
    func known(_ text: @autoclosure () -> String) -> String { isKnown ? text() : "" }
    let isBuilding = kind.assetClass == "building"
    let storeys = max(1, height / 4)
    return [
      "\(kind.prefix)-\(NumberText.padded(number))", kind.assetClass,
      "\(government.name)見本\(kind.name)\(number)", "Sample \(kind.english) \(number)",
      government.name, "見本課",
      "東京都\(government.county)\(government.name)見本町\(some(1...9))-\(some(1...20))",
      NumberText.fixed(office.latitude + north, decimals: 6),
      NumberText.fixed(office.longitude + east, decimals: 6), known("\(area)"),
      known("\(height)"), known("\(some(0...40))"),
      known(dice.pick(["available", "available", "nearby", "none"])),
      isBuilding ? known("\(some(2...6) * 60) kg/m²") : "",
      known(dice.pick(["yes", "yes", "no"])), known("2社目からは届出で足ります。（見本）"),
      ["land", "park"].contains(kind.assetClass) ? "lease" : "permit",
      ["open", "negotiating", "reserved", "occupied", "closed"][availability],
      availability == 4 ? dice.pick(["structure", "space", "landscape"]) : "",
      ["public", "registered", "internal"][publish],
      isKnown ? today.adding(days: -some(0...700)).iso : "",
      isBuilding ? "\(storeys)" : "", isBuilding ? "鉄筋コンクリート造" : "",
      isBuilding ? known("\(some(1965...2020))") : "",
      known(dice.pick(["available", "nearby", "none"])),
      isBuilding ? "平日 9:00–17:00" : "", isBuilding ? "yes" : "no",
      dice.pick(["", "", "", "landscape", "school", "disaster-zone;residential"]), kind.use,
      known("見本課 公有資産担当（見本）"), "デモの見本データ",
      isBuilding ? dice.pick(["flat", "flat", "sloped"]) : "",
      kind.assetClass == "bus-stop" ? dice.pick(["yes", "no"]) : "",
      ["street-light", "pole"].contains(kind.assetClass) ? dice.pick(["鋼管", "コンクリート"]) : "",
    ]
  }

  /// A kind of asset.
  private struct Kind {
    let prefix: String
    let assetClass: String
    let name: String
    let english: String
    let use: String
    /// How many a village has; a city has twice as many, a ward thrice.
    let number: Int
    let area: ClosedRange<Int>
    let height: ClosedRange<Int>

    static let all = [
      Kind(
        prefix: "B", assetClass: "building", name: "庁舎", english: "building", use: "庁舎・学校・集会所",
        number: 8, area: 200...4_000, height: 6...45),
      Kind(
        prefix: "L", assetClass: "land", name: "公有地", english: "land", use: "未利用地", number: 3,
        area: 50...3_000, height: 0...0),
      Kind(
        prefix: "P", assetClass: "park", name: "公園", english: "park", use: "公園", number: 4,
        area: 300...20_000, height: 3...8),
      Kind(
        prefix: "S", assetClass: "bus-stop", name: "バス停", english: "bus stop", use: "停留所",
        number: 5, area: 2...12, height: 3...4),
      Kind(
        prefix: "G", assetClass: "street-light", name: "街路灯", english: "street light",
        use: "道路照明", number: 12, area: 1...1, height: 5...12),
      Kind(
        prefix: "C", assetClass: "pole", name: "防災無線柱", english: "pole", use: "防災行政無線", number: 3,
        area: 1...2, height: 10...18),
      Kind(
        prefix: "U", assetClass: "underpass", name: "地下道", english: "underpass", use: "歩行者用の通路",
        number: 1, area: 60...400, height: 2...4),
    ]
  }
}

extension NumberText {
  /// Three digits, with zeros in front.
  fileprivate static func padded(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 3 - "\(number)".count)) + "\(number)"
  }
}
