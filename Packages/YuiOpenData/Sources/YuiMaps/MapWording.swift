import YuiText

/// What every map says.
enum MapWording {
  static let table = LocalizedText(
    ja: "地図の内容を表で見る", en: "What the map shows, as a table", easy: "表で 見る",
    zhHans: "以表格查看", ko: "표로 보기", vi: "Xem dưới dạng bảng")

  static func source(kilometres: Double) -> LocalizedText {
    let width = NumberText.fixed(kilometres, decimals: kilometres < 10 ? 1 : 0)
    return LocalizedText(
      ja: "地図の横幅は約\(width)km。陸地は約1km四方の単位で描いています（GSHHG 2.3.7による）。",
      en:
        "The map is about \(width) km wide. Land is drawn by squares of 1 km (after GSHHG 2.3.7).",
      easy: "地図の 横は 約\(width)kmです。",
      zhHans: "地图宽约\(width)公里，陆地轮廓以约1公里为单位（GSHHG 2.3.7）。",
      ko: "지도의 가로는 약 \(width)km입니다. 육지는 약 1km 단위로 그렸습니다(GSHHG 2.3.7).",
      vi: "Bản đồ rộng khoảng \(width) km. Đất liền được vẽ theo ô 1 km (theo GSHHG 2.3.7).")
  }
}
