public import YuiHTML
public import YuiStorage
public import YuiTenancy
public import YuiText
public import YuiWeb

/// What a municipality owns and opens for base stations: buildings, land, bus stops, street lights.
public struct AssetLedger: Module {
  /// What a tenant may set.
  public typealias Settings = AssetSettings

  /// `/assets`, `assets:…`, `assets_…`.
  public let identifier = "assets"
  /// The module's name.
  public let name = LocalizedText(
    ja: "公有資産", en: "Public assets", easy: "町の たてものや 土地", zhHans: "公共资产", ko: "공유 자산",
    vi: "Tài sản công")
  /// What a reader finds here.
  public let summary = LocalizedText(
    ja: "携帯電話の基地局に使える建物、土地、街路灯などを地図と一覧で探し、比べることができます。",
    en: "Find and compare buildings, land, street lights and more that are open for base stations.",
    easy: "けいたい電話の アンテナを おくことが できる たてものや 土地を さがせます。",
    zhHans: "在地图和列表中查找并比较可用于设置手机基站的建筑、土地、路灯等。",
    ko: "휴대전화 기지국에 쓸 수 있는 건물, 토지, 가로등 등을 지도와 목록에서 찾아 비교할 수 있습니다.",
    vi: "Tìm và so sánh tòa nhà, đất, đèn đường... có thể dùng đặt trạm di động.")

  /// Makes the module.
  public init() {}

  /// Reading, managing, deciding.
  public var permissions: [ModulePermission] { AssetPermission.all }

  /// The tables.
  public var migrations: [Migration] { AssetMigrations.all }

  /// Public pages, API and staff pages.
  public var routes: [Route] {
    [AssetListPage.route, AssetPage.route, AssetComparePage.route, DashboardPage.route]
      + AssetAPI.routes + [LedgerPage.route, LedgerEntryPage.route] + LedgerAPI.routes
      + AssetStaffPages.routes + CarrierPages.routes + CarrierPeoplePages.routes
      + ApplicantPages.routes + ApplicationDesk.allRoutes
  }

  /// The assets.
  public var datasets: [any Dataset] { [AssetsDataset()] }

  /// The public assets, as files and on the map.
  public var publications: [any PublishedTable] { [PublishedAssets()] }

  /// The index of words, and the signature of the ledger: both follow the assets.
  public var tasks: [ModuleTask] { [AssetIndex.task, AssetLog.signing] }

  /// The module's entries in the staff navigation.
  public var staffNavigation: [StaffNavigationItem] {
    [
      StaffNavigationItem(
        title: LocalizedText(ja: "公有資産", en: "Public assets"), path: AssetStaffPath.assets,
        permission: AssetPermission.read),
      StaffNavigationItem(
        title: LocalizedText(ja: "取込と書出し", en: "Import and export"),
        path: "\(AssetStaffPath.assets)/import", permission: AssetPermission.manage),
      StaffNavigationItem(
        title: LocalizedText(ja: "利用申請", en: "Applications"), path: ApplicationCases.path,
        permission: AssetPermission.read),
      StaffNavigationItem(
        title: CarrierListPage.title, path: CarrierPages.path,
        permission: AssetPermission.carriers),
    ]
  }

  /// Where carriers apply.
  public var partnerNavigation: [StaffNavigationItem] {
    [
      StaffNavigationItem(
        title: ApplicantPages.title, path: ApplicantPages.path, permission: AssetPermission.apply)
    ]
  }

  /// How many assets there are, and how many of them everybody may know.
  public func staffSummary(_ context: RequestContext, _ snapshot: Snapshot) throws -> HTML {
    guard context.may(AssetPermission.read) else { return HTML() }
    let all = try AssetStore.count(of: .all, in: snapshot)
    let shown = try AssetStore.count(of: .public, in: snapshot)
    var summary = HTML()
    if try AssetLog.isBehind(at: context.now, in: snapshot) {
      summary +=
        NotificationBanner(
          .warning, LedgerWording.behind[context.language], language: context.language
        ).markup
    }
    summary += p {
      a(.href(AssetStaffPath.assets)) {
        context.text(
          ja: "\(NumberText.grouped(all))件の資産のうち\(NumberText.grouped(shown))件を公開しています。",
          en: "\(NumberText.grouped(shown)) of \(NumberText.grouped(all)) assets are public.")
      }
    }
    return summary
  }
}
