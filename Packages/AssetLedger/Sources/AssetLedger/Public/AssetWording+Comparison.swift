import YuiText

/// What pages say of comparing assets.
extension AssetWording {
  static let compare = LocalizedText(
    ja: "資産を比べる", en: "Compare assets", easy: "くらべる", zhHans: "比较资产", ko: "자산 비교",
    vi: "So sánh tài sản")
  static let pick = LocalizedText(
    ja: "比較に加える", en: "Add to comparison", easy: "くらべる ものに 入れる", zhHans: "加入比较",
    ko: "비교에 추가", vi: "Thêm vào so sánh")
  static let unpick = LocalizedText(
    ja: "比較から外す", en: "Remove from comparison", easy: "くらべる ものから 出す", zhHans: "移出比较",
    ko: "비교에서 제외", vi: "Bỏ khỏi so sánh")
  static let picked = LocalizedText(
    ja: "比べる資産", en: "Assets to compare", easy: "くらべる もの", zhHans: "要比较的资产",
    ko: "비교할 자산", vi: "Tài sản để so sánh")
  static let differs = LocalizedText(
    ja: "違いあり", en: "Differs", easy: "ちがいます", zhHans: "有差异", ko: "다름", vi: "Khác nhau")
  static let item = LocalizedText(
    ja: "項目", en: "Item", zhHans: "项目", ko: "항목", vi: "Mục")
  static let nothingToCompare = LocalizedText(
    ja: "一覧で「比較に加える」を押すと、\(AssetQuery.mostPicks)件までここで比べられます。",
    en:
      "Press “Add to comparison” in the list to compare up to \(AssetQuery.mostPicks) assets here.",
    easy: "リストで「くらべる ものに 入れる」を おしてください。",
    zhHans: "在列表中按“加入比较”，最多可在此比较\(AssetQuery.mostPicks)件。",
    ko: "목록에서 ‘비교에 추가’를 누르면 최대 \(AssetQuery.mostPicks)건까지 비교할 수 있습니다.",
    vi: "Bấm “Thêm vào so sánh” trong danh sách để so sánh tối đa \(AssetQuery.mostPicks) tài sản.")
  static let toList = LocalizedText(
    ja: "一覧に戻る", en: "Back to the list", easy: "リストに もどる", zhHans: "返回列表", ko: "목록으로",
    vi: "Về danh sách")

  static func gone(_ ids: String) -> LocalizedText {
    LocalizedText(
      ja: "公開されていない資産番号です：\(ids)", en: "Not published: \(ids)",
      easy: "これは ありません：\(ids)", zhHans: "未公开的编号：\(ids)", ko: "공개되지 않은 번호: \(ids)",
      vi: "Không công khai: \(ids)")
  }
}
