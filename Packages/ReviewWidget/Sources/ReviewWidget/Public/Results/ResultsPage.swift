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
    let view = ResultsView(
      try PublishedFigures.of(service.slug, in: snapshot), publishing: service.publishedFields)
    let improvements =
      view.publishes(.improvements)
      ? try ImprovementStore.published(of: service.slug, in: snapshot) : []
    return ResultsPage(
      service: service, view: view,
      words: view.publishes(.keywords) ? try PublishedWords.of(service.slug, in: snapshot) : [],
      comments: view.publishes(.comments)
        ? try PublishedComments.page(of: service.slug, limit: mostComments, in: snapshot) : [],
      markers: TrendMarker.improvements(improvements), hasImprovements: !improvements.isEmpty,
      threshold: try ReviewWidget().settings(in: snapshot).threshold,
      context: context
    ).response
  }

  /// The page shows the newest; all are in the open data.
  private static let mostComments = 20

  let service: ReviewedService
  let view: ResultsView
  let words: [PublishedWords.Word]
  let comments: [PublishedComment]
  let markers: [TrendMarker]
  let hasImprovements: Bool
  let threshold: Int
  let context: RequestContext

  private var language: Language { context.language }

  private var response: Response {
    context.page(
      service.name, shoulder: shoulder,
      breadcrumbs: [PageLink(ResultsWording.reviews, "/reviews")],
      headLinks: [
        HeadLink(
          "alternate", "/api/reviews/services/\(service.slug)/statistics",
          mediaType: "application/json")
      ], alert: closedBanner
    ) {
      if let responses = view.responses, responses > 0 {
        ResultsFigures(page: self, responses: responses)
      } else {
        nothingYet
      }
      if !comments.isEmpty {
        h2 { ResultsWording.comments[language] }
        PublishedCommentList(comments: comments, context: context)
        p(.class("note")) {
          a(.href("/open-data/review-comments.csv")) { ResultsWording.dataCSV[language] }
        }
      }
    }
  }

  @HTMLBuilder private var nothingYet: HTML {
    if service.status == .open {
      NotificationBanner(
        .information, ResultsWording.tooFew(threshold)[language], language: language)
      formLink
    } else {
      p { ResultsWording.tooFewClosed[language] }
    }
  }

  private var shoulder: [LocalizedText] {
    [service.kind.name] + (service.department.isEmpty ? [] : [service.departmentName])
  }

  private var closedBanner: HTML {
    guard service.status == .closed else { return HTML() }
    return NotificationBanner(
      .information, ResultsWording.closed[language], language: language
    ).markup
  }

  @HTMLBuilder var formLink: HTML {
    ButtonRow {
      if service.status == .open {
        LinkButton(
          ResultsWording.reviewIt[language], "/reviews/\(service.slug)/form", style: .solid)
      }
      if hasImprovements {
        LinkButton(
          PublicImprovementsPage.title[language], "/reviews/\(service.slug)/improvements")
      }
      if !service.url.isEmpty {
        LinkButton(ResultsWording.toService[language], service.url)
      }
    }
  }
}
