import YuiHTML
import YuiStatistics
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/reviews/{slug}`: what the responses to one service say together.
struct ResultsPage {
  static let route = Route.get(
    "/reviews/{slug}", access: .anyone, cache: .publicData(query: [])
  ) { context, snapshot in
    let service = try context.service(in: snapshot)
    let figures = try PublishedFigures.of(service.slug, in: snapshot)
    return ResultsPage(service: service, figures: figures, context: context).response
  }

  let service: ReviewedService
  let figures: ReviewFigures
  let context: RequestContext

  var response: Response {
    context.page(
      service.name[context.language], shoulder: shoulder,
      breadcrumbs: [
        PageLink(context.text(ja: "サービスの評価", en: "Reviews of our services"), "/reviews")
      ],
      headLinks: [
        HeadLink(
          "alternate", "/api/reviews/services/\(service.slug)/statistics",
          mediaType: "application/json")
      ], alert: closedBanner
    ) {
      if let distribution = figures.distribution, distribution.total > 0 {
        keyFigures(distribution)
        if service.status == .open { formLink }
        ChartRow {
          distributionChart(distribution)
          if figures.months.count > 1 { trendChart }
        }
        if figures.months.contains(where: { $0.distribution == nil }) {
          p(.class("note")) {
            context.text(
              ja: "回答が10件に満たない月は、個人が特定されないよう公表していません。",
              en:
                "Months with fewer than 10 responses are not published, so that nobody can be told apart."
            )
          }
        }
      } else {
        if service.status == .open {
          NotificationBanner(.information, tooFew, language: context.language)
        } else {
          p {
            context.text(
              ja: "回答が少ないため、結果は公表していません。", en: "There were too few responses to publish results.")
          }
        }
        if service.status == .open { formLink }
      }
    }
  }

  private var shoulder: String {
    [service.kind.name[context.language], service.department]
      .filter { !$0.isEmpty }.joined(separator: context.text(ja: " ・ ", en: " · "))
  }

  private var tooFew: String {
    context.text(
      ja: "回答が10件集まると結果を公表します", en: "Results are published once there are 10 responses")
  }

  private var closedBanner: HTML {
    guard service.status == .closed else { return HTML() }
    return NotificationBanner(
      .information, context.text(ja: "評価の受付は終了しました", en: "This service takes no more reviews"),
      language: context.language
    ).markup
  }

  private var formLink: HTML {
    ButtonRow {
      LinkButton(
        context.text(ja: "このサービスを評価する", en: "Review this service"),
        "/reviews/\(service.slug)/form", style: .solid)
      if !service.url.isEmpty {
        LinkButton(context.text(ja: "サービスのページへ", en: "To the service itself"), service.url)
      }
    }.markup
  }

  private func keyFigures(_ distribution: RatingDistribution) -> HTML {
    let topTwo = distribution.percentages.suffix(2).reduce(0, +)
    return KeyFigures([
      .init(
        context.text(ja: "平均", en: "Mean"),
        NumberText.fixed(distribution.mean ?? 0, decimals: 1),
        note: context.text(ja: "5段階評価", en: "on a scale from 1 to 5")),
      .init(
        context.text(ja: "回答数", en: "Responses"), NumberText.grouped(distribution.total),
        unit: context.language.isJapanese ? "件" : nil),
      .init(
        context.text(ja: "満足（4・5）", en: "Good or very good"), String(topTwo), unit: "%"),
    ]).markup
  }

  private func distributionChart(_ distribution: RatingDistribution) -> HTML {
    let percentages = distribution.percentages
    let bars = Score.allCases.reversed().map { score in
      DistributionChart.Bar(
        "\(score.rawValue) \(score.words[context.language])",
        count: distribution[score.rawValue], percentage: percentages[score.rawValue - 1])
    }
    let top = bars.max { $0.count < $1.count }
    return DistributionChart(
      id: "distribution",
      title: context.text(ja: "評価の分布（件、％）", en: "How the scores spread (responses, per cent)"),
      bars: bars,
      finding: top.map { bar in
        context.text(
          ja: "最も多いのは「\(bar.label)」で、\(bar.percentage)％です。",
          en: "The most frequent score is “\(bar.label)”, given by \(bar.percentage) per cent.")
      }, language: context.language, source: source
    ).markup
  }

  private var trendChart: HTML {
    let points = figures.recentMonths.map { month in
      TrendChart.Point(
        month.month, responses: month.distribution?.total, mean: month.distribution?.mean)
    }
    return TrendChart(
      id: "trend",
      title: context.text(ja: "月ごとの平均と回答数", en: "Mean and number of responses by month"),
      points: points, finding: nil, language: context.language, source: source
    ).markup
  }

  private var source: HTML {
    let date = context.now.date
    return HTML([
      HTML(context.text(ja: "集計日 ", en: "As of ")),
      DateText(date, language: context.language).markup,
      HTML(" "),
      a(.href("/api/reviews/services/\(service.slug)/statistics")) {
        context.text(ja: "データ（JSON）", en: "Data (JSON)")
      },
    ])
  }
}
