import YuiHTML
import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/wifi/verify`: the sites near by, or those that a word finds.
struct VerifyListPage {
  private static let most = 20

  let context: RequestContext
  let near: Coordinate?
  let words: String
  let sites: [WiFiSite]
  let distances: [UUIDv7: Double]

  init(_ context: RequestContext, in source: some Queryable) throws {
    self.context = context
    near = try context.request.query("near", as: Coordinate.self)
    words = String((context.request.query["q"] ?? "").trimmingWhitespace.prefix(100))
    let filter = SiteFilter(words: words, statuses: SiteFilter.shown.statuses)
    if let near {
      let found = try SiteStore.nearest(to: near, filter, limit: Self.most, in: source)
      sites = found.map(\.site)
      distances = Dictionary(found.map { ($0.site.id, $0.distance) }) { first, _ in first }
    } else {
      sites = words.isEmpty ? [] : try SiteStore.page(filter, limit: Self.most, in: source)
      distances = [:]
    }
  }

  private var language: Language { context.language }

  var response: Response {
    context.page(
      LocalizedText(ja: "現地での確認", en: "Verify on site"),
      lead: LocalizedText(
        ja: "目の前の施設を選び、使えるかどうかを記録します。",
        en: "Choose the site in front of you and say whether it works."),
      alert: StaffNotice(context: context).markup, width: .reading
    ) {
      LocateButton(
        context.text(ja: "近い順に並べる", en: "Sort by distance"),
        privacy: context.text(
          ja: "端末の位置は約100m単位に丸めて、この一覧のためだけに使います。",
          en: "Your position is rounded to about 100 m and used for this list alone."),
        failure: context.text(
          ja: "端末の位置がわかりませんでした。名称で検索してください。",
          en: "The position is not known. Search by name."))
      SearchBox(
        VerifyPages.path, value: words,
        label: context.text(ja: "名称、住所、SSID", en: "Name, address or SSID"), language: language)
      found
    }
  }

  @HTMLBuilder private var found: HTML {
    if !sites.isEmpty {
      ResourceList(sites.map(item))
    } else if near != nil {
      p { context.text(ja: "50km以内に施設はありません。", en: "There is no site within 50 km.") }
    } else if !words.isEmpty {
      p { context.text(ja: "条件に合う施設はありません。", en: "No site matches.") }
    }
  }

  private func item(_ site: WiFiSite) -> ResourceList.Item {
    ResourceList.Item(
      site.localizedName, in: language, VerifyPages.address(of: site.id, near: near),
      aside: HTML(distances[site.id].map { WiFiWording.distance($0)[language] } ?? "")
    ) {
      SiteChips.status(site.status, language)
      SiteChips.position(site, language)
      p {
        SiteField.verifiedOn.name[language]
        context.text(ja: "：", en: ": ")
        if let day = site.verifiedOn {
          DateText(day, language: language)
        } else {
          context.text(ja: "未確認", en: "never")
        }
      }
      if !site.fullAddress.isEmpty {
        p { HTML(LocalizedText(asWritten: site.fullAddress), in: language) }
      }
    }
  }
}
