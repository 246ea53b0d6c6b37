import YuiHTML
import YuiText

/// Every component on sample pages, for tests and for looking at.
struct Gallery {
  let language: Language

  /// The pages by file name.
  var pages: [(name: String, page: Page)] {
    [
      ("gallery", components), ("portal", portal), ("review-form", reviewForm(errors: [])),
      ("review-form-errors", reviewForm(errors: formErrors)), ("results", results),
      ("figures", figures), ("inbox", inbox),
    ]
  }

  func say(_ ja: String, _ en: String) -> String { LocalizedText(ja: ja, en: en)[language] }

  func words(_ ja: String, _ en: String) -> LocalizedText { LocalizedText(ja: ja, en: en) }

  func frame(current: String = "", account: SiteFrame.Account? = nil) -> SiteFrame {
    let menu = [
      (words("手続きの評価", "Reviews"), "/reviews"), (words("職員のスキル", "Skills"), "/skills"),
      (words("共同調達", "Procurement"), "/procurement"), (words("公衆Wi-Fi", "Public Wi-Fi"), "/wifi"),
      (words("公有資産", "Public assets"), "/assets"),
    ]
    return SiteFrame(
      language: language, siteName: words("千代田区", "Chiyoda City"),
      navigation: menu.map { PageLink($0.0, $0.1, isCurrent: $0.1 == current) },
      languageLinks: (account == nil ? Language.allCases : Language.working).map {
        LanguageLink($0, "?lang=\($0.rawValue)")
      },
      footerLinks: [
        PageLink(words("オープンデータ", "Open data"), "/open-data/"),
        PageLink(words("API", "API"), "/api/openapi.json"),
        PageLink(words("職員ログイン", "Staff sign-in"), "/staff/login"),
      ],
      assets: SiteFrame.Assets(stylesheet: "site.css", script: "site.js", icon: "favicon.svg"),
      account: account,
      notice: HTML(say("このサイトのデータはすべて見本です。", "All data on this site are samples.")))
  }

  var date: CalendarDate { CalendarDate(iso: "2026-07-01") ?? YearMonth.first.firstDay }
}

extension YearMonth {
  static let first = YearMonth(containing: Timestamp(milliseconds: 0).date)
}
