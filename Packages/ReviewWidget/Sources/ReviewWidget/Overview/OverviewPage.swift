import YuiHTML
import YuiStatistics
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/reviews/overview`: every service, those that need attention first.
struct OverviewPage {
  static let route = Route.get(
    "/staff/reviews/overview", access: .permission(ReviewPermission.read)
  ) { context, snapshot in
    let asked = try context.request.query("page", as: Int.self) ?? 1
    let page = min(max(1, asked), mostPages)
    return OverviewPage(
      context: context, overview: try Overview(at: context.now, in: snapshot),
      endings: try EndingShares.all(in: snapshot), number: page
    ).response
  }

  private static let pageSize = 100
  /// Beyond all services that there can be.
  private static let mostPages = 10_000
  private static let mostUrgent = 10

  let context: RequestContext
  let overview: Overview
  /// How satisfied people were by how it ended, by service.
  let endings: [String: EndingShares]
  let number: Int

  private var language: Language { context.language }

  private var response: Response {
    context.page(
      LocalizedText(ja: "評価の概況", en: "Overview of reviews"),
      lead: LocalizedText(
        ja: "対応が必要なサービスから順に並べています。", en: "Services that need attention come first.")
    ) {
      keyFigures
      if overview.standings.isEmpty {
        p { context.text(ja: "サービスはまだありません。", en: "There are no services yet.") }
      } else {
        if number == 1 { urgent }
        table
        EndingTable(
          context: context,
          services: shown.compactMap { standing, _ in
            endings[standing.service.slug.description].map { (standing.service, $0) }
          })
        Pagination(
          context.text(ja: "サービスの一覧", en: "Services"), previous: address(number - 1),
          next: address(number + 1), language: language)
      }
      ButtonRow {
        LinkButton(
          context.text(ja: "ご意見の言葉", en: "Words of the comments"), "/staff/reviews/keywords")
        LinkButton(context.text(ja: "書き出し", en: "Export"), "/staff/reviews/exports")
      }
    }
  }

  private func address(_ page: Int) -> String? {
    guard page >= 1, (page - 1) * Self.pageSize < overview.standings.count else { return nil }
    return page == 1 ? "/staff/reviews/overview" : "/staff/reviews/overview?page=\(page)"
  }

  private var keyFigures: KeyFigures {
    let unit = language == .ja ? "件" : nil
    let year = context.text(ja: "この12か月", en: "the last twelve months")
    return KeyFigures([
      .init(
        context.text(ja: "要対応のサービス", en: "Need attention"),
        NumberText.grouped(overview.urgent.count), unit: unit,
        note: context.text(
          ja: "全\(NumberText.grouped(overview.standings.count))件中",
          en: "of \(NumberText.grouped(overview.standings.count)) services")),
      .init(
        context.text(ja: "満足（4・5）", en: "Good or very good"),
        overview.all.share.map(Percent.text) ?? "–", note: year),
      .init(
        context.text(ja: "回答数", en: "Responses"), NumberText.grouped(overview.all.total),
        unit: unit, note: year),
    ])
  }

  // MARK: What needs attention

  @HTMLBuilder private var urgent: HTML {
    let urgent = overview.urgent.prefix(Self.mostUrgent)
    if urgent.isEmpty {
      NotificationBanner(
        .success, context.text(ja: "対応が必要なサービスはありません", en: "No service needs attention"),
        language: language)
    } else {
      h2 { context.text(ja: "対応が必要なサービス", en: "Services that need attention") }
      ResourceList(
        urgent.map { standing, concerns in
          ResourceList.Item(
            standing.service.name, in: language, "/reviews/\(standing.service.slug)",
            aside: share(standing)
          ) {
            for concern in concerns {
              chip(concern)
              HTML(" ")
            }
            p { sentence(standing, concerns) }
          }
        })
    }
  }

  private func chip(_ concern: ServiceStanding.Concern) -> ChipLabel {
    switch concern {
    case .falling:
      ChipLabel(context.text(ja: "▼ 低下", en: "▼ falling"), color: .red, isFilled: true)
    case .low: ChipLabel(context.text(ja: "低い満足", en: "low"), color: .red)
    case .unanswered: ChipLabel(context.text(ja: "未対応", en: "unanswered"), color: .orange)
    case .hardlyAnswered: ChipLabel(context.text(ja: "回答が少ない", en: "few answer"), color: .gray)
    }
  }

  private func sentence(
    _ standing: ServiceStanding, _ concerns: [ServiceStanding.Concern]
  ) -> String {
    concerns.map { words($0, standing) }.joined(separator: context.text(ja: "", en: " "))
  }

  private func words(
    _ concern: ServiceStanding.Concern, _ standing: ServiceStanding
  ) -> String {
    switch concern {
    case .falling: return standing.alarm.map { AlarmText.sentence($0, context) } ?? ""
    case .low:
      let upper = standing.year.interval.map { Percent.text($0.upper) } ?? ""
      let all = overview.all.share.map(Percent.text) ?? ""
      return context.text(
        ja: "満足の割合は高くても\(upper)で、全体（\(all)）より低くなっています。",
        en: "At best \(upper) are satisfied, fewer than among all (\(all)).")
    case .unanswered:
      return context.text(
        ja: "\(NumberText.grouped(standing.waiting))件のご意見が対応を待っています。",
        en: "Comments waiting for somebody: \(NumberText.grouped(standing.waiting)).")
    case .hardlyAnswered:
      let share = Percent.text(Double(standing.answered) / Double(max(1, standing.offered)))
      return context.text(
        ja: "表示\(NumberText.grouped(standing.offered))回に対し、回答は\(share)です。",
        en:
          "Of \(NumberText.grouped(standing.offered)) forms shown, \(share) were answered.")
    }
  }

  // MARK: All

  /// The services of this page.
  private var shown: ArraySlice<(standing: ServiceStanding, concerns: [ServiceStanding.Concern])> {
    overview.standings.dropFirst((number - 1) * Self.pageSize).prefix(Self.pageSize)
  }

  private var table: DataTable {
    DataTable(
      context.text(ja: "すべてのサービス（この12か月）", en: "All services (the last twelve months)"),
      columns: [
        .init(context.text(ja: "サービス", en: "Service")),
        .init(context.text(ja: "満足（4・5）と範囲", en: "Good or very good, and range")),
        .init(context.text(ja: "推移", en: "Trend")),
        .init(context.text(ja: "回答数", en: "Responses"), .number),
        .init(context.text(ja: "表示に対する回答", en: "Answered of shown"), .number),
        .init(context.text(ja: "未対応", en: "Waiting"), .number),
      ],
      rows: shown.map { standing, _ in
        [
          a(.href("/reviews/\(standing.service.slug)")) {
            HTML(standing.service.name, in: language)
          },
          share(standing), trend(standing), HTML(NumberText.grouped(standing.year.total)),
          HTML(answered(standing)), waiting(standing),
        ]
      }, isDense: true)
  }

  private func waiting(_ standing: ServiceStanding) -> HTML {
    let number = NumberText.grouped(standing.waiting)
    guard standing.waiting > 0 else { return HTML(number) }
    return a(.href("/staff/reviews?topic=\(standing.service.slug)")) { number }
  }

  private func share(_ standing: ServiceStanding) -> HTML {
    guard let share = standing.year.share, let range = standing.year.interval else {
      return HTML("–")
    }
    let text = Percent.text(share)
    return HTML([
      SmallPicture.share(
        share, range: range.lower...range.upper,
        label: "\(text) (\(Percent.text(range.lower))–\(Percent.text(range.upper)))"),
      HTML(text),
    ])
  }

  private func trend(_ standing: ServiceStanding) -> HTML {
    let shares = standing.months.map { $0.total > 0 ? $0.share : nil }
    guard shares.contains(where: { $0 != nil }) else { return HTML("–") }
    let label = shares.map { $0.map(Percent.text) ?? "–" }.joined(separator: ", ")
    return SmallPicture.line(shares, label: label)
  }

  private func answered(_ standing: ServiceStanding) -> String {
    guard standing.offered > 0 else { return "–" }
    return Percent.text(
      min(1, Double(standing.answered) / Double(standing.offered)))
  }
}
