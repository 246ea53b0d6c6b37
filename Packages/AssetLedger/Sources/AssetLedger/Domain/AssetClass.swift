import YuiText

/// What kind of asset it is: a row of a table, which is all there is to add for a new one.
///
/// What only assets of a class have is in ``AssetField/details``.
struct AssetClass: Sendable, RawRepresentable, CaseIterable {
  let rawValue: String
  let name: LocalizedText

  init?(rawValue: String) {
    guard let found = Self.byCode[rawValue] else { return nil }
    self = found
  }

  private init(_ code: String, _ name: LocalizedText) { (rawValue, self.name) = (code, name) }

  static let building = AssetClass(
    "building",
    LocalizedText(
      ja: "建物", en: "Building", easy: "たてもの", zhHans: "建筑物", ko: "건물", vi: "Tòa nhà"))
  static let land = AssetClass(
    "land",
    LocalizedText(ja: "土地", en: "Land", easy: "とち", zhHans: "土地", ko: "토지", vi: "Đất"))
  static let busStop = AssetClass(
    "bus-stop",
    LocalizedText(
      ja: "バス停", en: "Bus stop", easy: "バスてい", zhHans: "公交站", ko: "버스 정류장",
      vi: "Trạm xe buýt"))
  static let park = AssetClass(
    "park",
    LocalizedText(ja: "公園", en: "Park", easy: "こうえん", zhHans: "公园", ko: "공원", vi: "Công viên"))
  static let subwayEntrance = AssetClass(
    "subway-entrance",
    LocalizedText(
      ja: "地下鉄の出入口", en: "Subway entrance", easy: "ちかてつの 出口", zhHans: "地铁出入口",
      ko: "지하철 출입구", vi: "Lối vào tàu điện ngầm"))
  static let underpass = AssetClass(
    "underpass",
    LocalizedText(
      ja: "地下道", en: "Underpass", easy: "ちかの 道", zhHans: "地下通道", ko: "지하도", vi: "Hầm chui"))
  static let streetLight = AssetClass(
    "street-light",
    LocalizedText(
      ja: "街路灯", en: "Street light", easy: "道の あかり", zhHans: "路灯", ko: "가로등", vi: "Đèn đường"))
  static let pole = AssetClass(
    "pole", LocalizedText(ja: "柱", en: "Pole", easy: "はしら", zhHans: "杆柱", ko: "기둥", vi: "Cột"))
  static let phoneBox = AssetClass(
    "phone-box",
    LocalizedText(
      ja: "公衆電話ボックス", en: "Phone box", easy: "電話ボックス", zhHans: "公用电话亭", ko: "공중전화 부스",
      vi: "Bốt điện thoại"))
  static let other = AssetClass(
    "other",
    LocalizedText(ja: "その他", en: "Other", easy: "そのほか", zhHans: "其他", ko: "기타", vi: "Khác"))

  static let allCases: [AssetClass] = [
    building, land, busStop, park, subwayEntrance, underpass, streetLight, pole, phoneBox, other,
  ]

  private static let byCode = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}

extension AssetClass: Hashable {
  static func == (left: AssetClass, right: AssetClass) -> Bool { left.rawValue == right.rawValue }
  func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
