import YuiHTML
import YuiStatistics
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/reviews`: every service, and what its responses say in one line.
enum ServiceListPage {
  private static let pageSize = 50

  static let route = Route.get(
    "/reviews", access: .anyone, cache: .publicData(query: ["after"])
  ) { context, snapshot in
    let after = try context.request.query("after", as: String.self) ?? ""
    let found = try ServiceStore.page(after: after, limit: pageSize + 1, in: snapshot)
    let services = found.prefix(pageSize)
    guard let first = services.first?.slug, let last = services.last?.slug else {
      return page([], next: nil, context)
    }
    let totals = try PublishedFigures.totals(from: first, through: last, in: snapshot)
    return page(
      services.map { ($0, totals[$0.slug.description]) },
      next: found.count > pageSize ? last : nil, context)
  }

  private static func page(
    _ services: [(service: ReviewedService, figures: RatingDistribution?)], next: Slug?,
    _ context: RequestContext
  ) -> Response {
    context.page(
      LocalizedText(ja: "サービスの評価", en: "Reviews of our services"),
      lead: LocalizedText(
        ja: "手続や窓口を利用した感想をお聞かせください。いただいた評価は公表し、改善に役立てます。",
        en: "Tell us how it went. We publish what you say and use it to improve.")
    ) {
      if services.isEmpty {
        p { context.text(ja: "評価を受け付けているサービスはまだありません。", en: "There is nothing to review yet.") }
      }
      ResourceList(services.map { item($0.service, $0.figures, context) })
      Pagination(
        context.text(ja: "サービスの一覧", en: "Services"), previous: nil,
        next: next.map { "/reviews?after=\($0)" }, language: context.language)
    }
  }

  private static func item(
    _ service: ReviewedService, _ distribution: RatingDistribution?, _ context: RequestContext
  ) -> ResourceList.Item {
    return ResourceList.Item(
      service.name, in: context.language, "/reviews/\(service.slug)",
      aside: HTML(figures(distribution, context))
    ) {
      ChipLabel(service.kind.name[context.language])
      if !service.department.isEmpty {
        HTML(" ")
        HTML(service.departmentName, in: context.language)
        HTML(" ")
      }
      if service.status == .open {
        a(.href("/reviews/\(service.slug)/form")) {
          context.text(ja: "評価する", en: "Review it")
        }
      } else {
        ChipLabel(service.status.name[context.language])
      }
    }
  }

  private static func figures(
    _ distribution: RatingDistribution?, _ context: RequestContext
  ) -> String {
    guard let distribution, let mean = distribution.mean else {
      return context.text(ja: "集計中", en: "Too few yet")
    }
    let count = NumberText.grouped(distribution.total)
    return context.text(
      ja: "平均 \(NumberText.fixed(mean, decimals: 1))（\(count)件）",
      en: "Mean \(NumberText.fixed(mean, decimals: 1)) (\(count))")
  }
}
