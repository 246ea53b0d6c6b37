import YuiCasework
import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// What the staff front page shows of the sites: what does not work, what was reported, and what
/// nobody has looked at for a year.
struct WiFiStaffSummary: Component {
  /// Beyond it, that there are many is all one needs to know.
  private static let most = 1_000

  private let context: RequestContext
  private let faulty: Int
  private let reports: Int
  private let notVerified: Int
  private let notVerifiedQuery: StaffSiteQuery

  init(_ context: RequestContext, in source: some Queryable) throws {
    self.context = context
    faulty = try SiteStore.count(of: Self.faultyQuery.filter, in: source)
    let counts = try ReportCases.store.counts(in: source)
    reports = ReportCases.definition.states.filter(\.isOpen).reduce(0) {
      $0 + (counts[$1.code] ?? 0)
    }
    var query = StaffSiteQuery()
    query.statuses = .inUse
    query.notVerifiedSince = context.now.date.aYearBefore
    notVerifiedQuery = query
    notVerified = try SiteStore.count(of: query.filter, upTo: Self.most, in: source)
  }

  private static let faultyQuery: StaffSiteQuery = {
    var query = StaffSiteQuery()
    query.statuses = .faulty
    return query
  }()

  var markup: HTML {
    let unit = context.language == .ja ? "件" : nil
    return HTML([
      KeyFigures([
        .init(
          context.text(ja: "障害のある施設", en: "Sites that do not work as they should"),
          NumberText.grouped(faulty), unit: unit),
        .init(
          context.text(ja: "対応を待つ報告", en: "Reports that wait"),
          NumberText.grouped(reports), unit: unit),
        .init(
          context.text(ja: "1年以上確認していない施設", en: "Not verified for a year"),
          NumberText.grouped(notVerified) + (notVerified == Self.most ? "+" : ""), unit: unit),
      ]).markup,
      ButtonRow {
        LinkButton(
          context.text(ja: "障害のある施設", en: "What does not work"), Self.faultyQuery.address,
          size: .medium)
        LinkButton(
          context.text(ja: "障害の報告", en: "Reports"), ReportCases.path, size: .medium)
        LinkButton(
          context.text(ja: "確認していない施設", en: "What to verify"), notVerifiedQuery.address,
          size: .medium)
      }.markup,
    ])
  }
}

extension CalendarDate {
  /// The same day of the year before, for 29 February the day before.
  var aYearBefore: CalendarDate {
    CalendarDate(year: year - 1, month: month, day: day) ?? adding(days: -366)
  }
}
