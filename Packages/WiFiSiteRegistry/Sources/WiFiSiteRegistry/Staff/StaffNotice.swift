import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// What was just done, told on the page that follows.
struct StaffNotice: Component {
  /// What can be done.
  enum Deed: String {
    case added, saved, combined, swapped, unchanged, believed, removed, changed, merged, different
    case verified

    func words(_ count: Int) -> LocalizedText {
      switch self {
      case .added: LocalizedText(ja: "追加しました", en: "Added")
      case .saved: LocalizedText(ja: "保存しました", en: "Saved")
      case .combined:
        LocalizedText(
          ja: "保存しました。編集している間にほかの職員が変えた項目は、その内容のままです",
          en: "Saved; what somebody else changed meanwhile stays as they left it")
      case .swapped:
        LocalizedText(
          ja: "緯度と経度が逆だったため、入れ替えて保存しました",
          en: "Saved; latitude and longitude were in each other's place and have been swapped")
      case .unchanged: LocalizedText(ja: "変更はありませんでした", en: "Nothing was different")
      case .believed:
        LocalizedText(ja: "位置を正しいものとしました", en: "The position is taken to be right")
      case .removed: LocalizedText(ja: "削除しました", en: "Removed")
      case .changed:
        LocalizedText(
          ja: "\(NumberText.grouped(count))件を変更しました",
          en: "Changed \(NumberText.grouped(count)) sites")
      case .merged: LocalizedText(ja: "統合しました", en: "Merged")
      case .different:
        LocalizedText(ja: "別の施設として記録しました", en: "Noted that they are not the same")
      case .verified: LocalizedText(ja: "確認の結果を保存しました", en: "Saved what was found")
      }
    }
  }

  let context: RequestContext

  @HTMLBuilder var markup: HTML {
    if let deed = context.request.query["done"].flatMap(Deed.init(rawValue:)) {
      NotificationBanner(
        deed == .unchanged ? .information : .success, deed.words(count)[context.language],
        language: context.language)
    }
  }

  private var count: Int { context.request.query["n"].flatMap { Int($0) } ?? 0 }
}
