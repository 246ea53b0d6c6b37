internal import YuiCasework
public import YuiHTML
public import YuiKeywords
public import YuiStorage
public import YuiTenancy
public import YuiText
public import YuiWeb

/// Residents rate a procedure, a counter or a contract; staff and the public see what they said.
public struct ReviewWidget: Module {
  /// What a tenant may set.
  public typealias Settings = ReviewSettings

  /// `/reviews`, `reviews:…`, `reviews_…`.
  public let identifier = "reviews"
  /// The module's name.
  public let name = LocalizedText(
    ja: "サービスの評価", en: "Service reviews", zhHans: "服务评价", ko: "서비스 평가",
    vi: "Đánh giá dịch vụ")
  /// What a resident finds here.
  public let summary = LocalizedText(
    ja: "手続や窓口の感想を送り、みんなの評価を見ることができます。",
    en: "Say how a procedure or a counter served you, and see what everybody says.",
    easy: "サービスが どうだったか 送ることが できます。みんなの 評価も 見ることが できます。",
    zhHans: "评价手续和窗口服务，并查看大家的评价。", ko: "절차와 창구 이용 소감을 보내고 모두의 평가를 볼 수 있습니다.",
    vi: "Cho biết bạn được phục vụ thế nào và xem đánh giá của mọi người.")

  /// The folder of MeCab's dictionary.
  private let dictionary: String

  /// Makes the module.
  ///
  /// - Parameter dictionary: the folder of the dictionary by which MeCab finds the words of comments.
  ///   Where there is none, words are not counted.
  public init(dictionary: String = KeywordExtractor.usualDictionary) {
    self.dictionary = dictionary
  }

  /// Reading responses and managing services.
  public var permissions: [ModulePermission] { ReviewPermission.all }

  /// The tables.
  public var migrations: [Migration] { ReviewMigrations.all }

  /// Public pages, API and staff pages.
  public var routes: [Route] {
    [ServiceListPage.route, ResultsPage.route] + FormPage.routes + EmbedRoutes.all
      + ReviewAPI.routes + [OfferAPI.route]
      + ReviewDesk().routes + [ResponsesPage.route] + ServicePages.routes + CounterRoutes.all
      + QuestionSetPages.routes + PublicationPage.routes
      + [OverviewPage.route, KeywordsPage.route] + ExportRoutes.routes
      + ImprovementRoutes.all
  }

  /// Services, places, tallies, responses and improvements.
  public var datasets: [any Dataset] {
    [
      ServicesDataset(), PlacesDataset(), TalliesDataset(), ResponsesDataset(),
      ImprovementsDataset(),
    ]
  }

  /// The services, their published statistics and comments.
  public var publications: [any PublishedTable] { OpenData.all }

  /// The inbox, the responses and the services.
  public var staffNavigation: [StaffNavigationItem] {
    [
      StaffNavigationItem(
        title: LocalizedText(ja: "評価の受信箱", en: "Review inbox"), path: "/staff/reviews",
        permission: ReviewPermission.read),
      StaffNavigationItem(
        title: LocalizedText(ja: "評価の概況", en: "Overview of reviews"),
        path: "/staff/reviews/overview", permission: ReviewPermission.read),
      StaffNavigationItem(
        title: LocalizedText(ja: "すべての評価", en: "All responses"),
        path: "/staff/reviews/responses", permission: ReviewPermission.read),
      StaffNavigationItem(
        title: LocalizedText(ja: "評価の対象", en: "Reviewed services"),
        path: "/staff/reviews/services", permission: ReviewPermission.read),
      StaffNavigationItem(
        title: LocalizedText(ja: "改善", en: "Improvements"),
        path: "/staff/reviews/improvements", permission: ReviewPermission.read),
      StaffNavigationItem(
        title: LocalizedText(ja: "取込と書出し", en: "Import and export"), path: "/staff/reviews/import",
        permission: ReviewPermission.manage),
    ]
  }

  /// How many responses are new, each day or week.
  public var digests: [ModuleDigest] { [ResponseDigest.digest] }

  /// The search index and the words that follow the comments, the watch on falling shares, the
  /// cases of older comments, and what ends the keeping of notes and responses.
  public var tasks: [ModuleTask] {
    [
      CommentIndex.task, KeywordTask(dictionary: dictionary).task, WatchTask.task,
      CaseBackfill.task, NoteRetention.task, KeepingTask.task,
    ]
  }

  /// Services whose share of the satisfied falls, and the newest responses.
  public func staffSummary(_ context: RequestContext, _ snapshot: Snapshot) throws -> HTML {
    guard context.may(ReviewPermission.read) else { return HTML() }
    return HTML([
      try AlarmText.banner(context, snapshot), try StaffSummary.markup(context, snapshot),
    ])
  }
}
