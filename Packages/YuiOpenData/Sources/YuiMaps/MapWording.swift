import YuiText

/// What every map says.
enum MapWording {
  static let table = LocalizedText(
    ja: "地図の内容を表で見る", en: "What the map shows, as a table", easy: "表で 見る",
    zhHans: "以表格查看", ko: "표로 보기", vi: "Xem dưới dạng bảng")

  static let prefecture = LocalizedText(
    ja: "都道府県", en: "Prefecture", easy: "都道府県", zhHans: "都道府县", ko: "도도부현", vi: "Tỉnh")

  /// What a map is called by a screen reader: its title, and what one sees on it.
  static func name(_ words: [String], _ language: Language) -> String {
    map[language] + (language.isJapanese ? "：" : ": ")
      + words.joined(separator: language.isJapanese ? "。" : ". ")
  }

  private static let map = LocalizedText(
    ja: "地図", en: "Map", easy: "地図", zhHans: "地图", ko: "지도", vi: "Bản đồ")

  /// How wide the map is, and whose land or map it is.
  static func source(_ picture: MapPicture) -> LocalizedText {
    let kilometres = picture.view.kilometres
    let width = NumberText.fixed(kilometres, decimals: kilometres < 10 ? 1 : 0)
    let credit = picture.tiles.map { LocalizedText(everywhere: $0.credit) } ?? land
    return LocalizedText(
      ja: "地図の横幅は約\(width)km。\(credit[.ja])",
      en: "The map is about \(width) km wide. \(credit[.en])",
      easy: "地図の 横は 約\(width)kmです。\(credit[.easy])",
      zhHans: "地图宽约\(width)公里。\(credit[.zhHans])", ko: "지도의 가로는 약 \(width)km입니다. \(credit[.ko])",
      vi: "Bản đồ rộng khoảng \(width) km. \(credit[.vi])")
  }

  private static let land = LocalizedText(
    ja: "陸地は約1km四方の単位で描いています（GSHHG 2.3.7による）。",
    en: "Land is drawn by squares of 1 km (after GSHHG 2.3.7).", easy: "陸地の 形は だいたいの ものです。",
    zhHans: "陆地以约1公里为单位绘制（GSHHG 2.3.7）。", ko: "육지는 약 1km 단위로 그렸습니다(GSHHG 2.3.7).",
    vi: "Đất liền được vẽ theo ô 1 km (theo GSHHG 2.3.7).")
}
