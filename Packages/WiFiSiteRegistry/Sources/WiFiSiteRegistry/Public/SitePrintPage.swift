import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/wifi/print`: the list as a table on paper, for a shelter's wall or a counter without a screen.
enum SitePrintPage {
  /// As many as a few dozen sheets hold.
  private static let most = 1_000

  static let route = Route.get(
    "/wifi/print", access: .anyone, cache: .publicData(query: SiteQuery.parameters)
  ) { context, snapshot in
    let query = try SiteQuery(context.request)
    let sites = try sites(query, in: snapshot)
    let language = context.language
    return context.page(
      WiFiWording.sites, lead: WiFiWording.asOf(context.now.date),
      breadcrumbs: [PageLink(WiFiWording.title, "/wifi")]
    ) {
      // Shown by the script, without which the browser's own menu prints.
      button(
        .class("button button--outline button--medium"), .type("button"), .data("prints", ""),
        .hidden(true)
      ) { WiFiWording.printNow[language] }
      if sites.count == most { p(.class("note")) { WiFiWording.first(most)[language] } }
      DataTable(
        WiFiWording.sites[language], columns: WiFiWording.printed.map { .init($0[language]) },
        rows: sites.map { row($0, language) }, isDense: true)
    }
  }

  private static func sites(
    _ query: SiteQuery, in source: some Queryable
  ) throws -> [WiFiSite] {
    guard let near = query.near else {
      return try SiteStore.page(query.filter, limit: most, in: source)
    }
    return try SiteStore.nearest(to: near, query.filter, limit: most, in: source).map(\.site)
  }

  private static func row(_ site: WiFiSite, _ language: Language) -> [HTML] {
    [
      HTML(site.localizedName, in: language), HTML(site.fullAddress),
      HTML(site.ssids.joined(separator: ", ")),
      HTML(site.openRoaming == .yes ? WiFiWording.yes[language] : ""),
      HTML(site.hours), HTML(site.status.name[language]),
      HTML(site.batteryHours.map { WiFiWording.hours($0)[language] } ?? ""),
    ]
  }
}
