import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/wifi/sites/{id}/history`: what became of a site, page by page.
struct SiteHistoryPage {
  private static let pageSize = 50

  let context: RequestContext
  let site: WiFiSite
  let changes: [SiteChange]
  let hasMore: Bool

  init(_ context: RequestContext, in source: some Queryable) throws {
    self.context = context
    site = try context.wifiSite(in: source)
    let after = try context.request.query("after", as: UUIDv7.self)
    let found = try SiteHistory.of(
      site.id, after: after, limit: Self.pageSize + 1, in: source)
    changes = Array(found.prefix(Self.pageSize))
    hasMore = found.count > Self.pageSize
  }

  var response: Response {
    context.page(
      LocalizedText(ja: "施設の経緯", en: "History of a site"), shoulder: [site.localizedName],
      breadcrumbs: StaffPath.trail(to: site), width: .reading
    ) {
      SiteHistoryList(changes: changes, language: context.language)
      Pagination(
        context.text(ja: "経緯", en: "History"), previous: nil,
        next: hasMore
          ? changes.last.map { context.request.target(setting: "after", to: $0.id.description) }
          : nil, language: context.language)
    }
  }
}
