public import YuiHTML
public import YuiStorage
public import YuiTenancy
public import YuiText
public import YuiWeb

/// Where the public Wi-Fi of a municipality is, which of it speaks OpenRoaming, whether it works and
/// what is missing.
public struct WiFiSiteRegistry: Module {
  /// What a tenant may set.
  public typealias Settings = WiFiSettings

  /// `/wifi`, `wifi:…`, `wifi_…`.
  public let identifier = "wifi"
  /// The module's name.
  public let name = LocalizedText(
    ja: "公衆無線LAN", en: "Public Wi-Fi", easy: "みんなの Wi-Fi", zhHans: "公共Wi-Fi",
    ko: "공공 와이파이", vi: "Wi-Fi công cộng")
  /// What a resident finds here.
  public let summary = LocalizedText(
    ja: "使える場所を地図と一覧で探し、つながらないときに知らせることができます。",
    en: "Find where it is on a map, and tell us where it does not work.",
    easy: "Wi-Fiが つかえる 場所を さがすことが できます。",
    zhHans: "在地图和列表中查找可用地点，并报告无法连接的情况。",
    ko: "지도와 목록에서 이용 장소를 찾고, 연결되지 않을 때 알릴 수 있습니다.",
    vi: "Tìm nơi có Wi-Fi trên bản đồ và báo cho chúng tôi khi không kết nối được.")

  /// Makes the module.
  public init() {}

  /// Managing sites, verifying them, answering reports.
  public var permissions: [ModulePermission] { WiFiPermission.all }

  /// The tables.
  public var migrations: [Migration] { WiFiMigrations.all }

  /// Public pages, API and staff pages.
  public var routes: [Route] {
    [SiteListPage.route, SitePage.route, SitePrintPage.route] + SiteAPI.routes
      + ReportPages.routes + WiFiStaffRoutes.all
  }

  /// The sites.
  public var datasets: [any Dataset] { [SitesDataset()] }

  /// The sites in the older layout and in the newer one, on the map too.
  public var publications: [any PublishedTable] { [PublishedSites(), OfficialSites()] }

  /// The module's entries in the staff navigation.
  public var staffNavigation: [StaffNavigationItem] { WiFiStaffRoutes.navigation }

  /// What was reported, each day or week.
  public var digests: [ModuleDigest] { [ReportDigest.digest] }

  /// The search indexes that follow sites and reports, and the end of what people reported.
  public var tasks: [ModuleTask] { [SiteIndex.task, ReportTasks.index, ReportTasks.forget] }

  /// What does not work, what was reported, and what nobody has looked at for a year.
  public func staffSummary(_ context: RequestContext, _ snapshot: Snapshot) throws -> HTML {
    guard context.may(WiFiPermission.read) else { return HTML() }
    return try WiFiStaffSummary(context, in: snapshot).markup
  }
}
