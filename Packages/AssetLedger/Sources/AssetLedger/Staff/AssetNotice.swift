import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// What was just done, told on the page that follows.
struct AssetNotice: Component {
  enum Deed: String {
    case added, saved, combined, swapped, unchanged, believed, removed

    var words: LocalizedText {
      switch self {
      case .added: LocalizedText(ja: "登録しました", en: "Added")
      case .saved: LocalizedText(ja: "保存しました", en: "Saved")
      case .combined:
        LocalizedText(
          ja: "ほかの職員の変更と合わせて保存しました", en: "Saved, together with what somebody else changed")
      case .swapped:
        LocalizedText(
          ja: "緯度と経度が逆だったため、入れ替えて保存しました",
          en: "Saved; latitude and longitude were in each other's place and have been swapped")
      case .unchanged: LocalizedText(ja: "変更はありませんでした", en: "Nothing was different")
      case .believed:
        LocalizedText(ja: "位置を正しいものとしました", en: "The position is taken to be right")
      case .removed: LocalizedText(ja: "削除しました", en: "Removed")
      }
    }
  }

  let context: RequestContext

  @HTMLBuilder var markup: HTML {
    if let deed = context.request.query["done"].flatMap(Deed.init(rawValue:)) {
      NotificationBanner(
        deed == .unchanged ? .information : .success, deed.words[context.language],
        language: context.language)
    }
  }
}
