import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/reviews/responses`: the responses, the newest first, filtered and page by page.
struct ResponsesPage {
  static let route = Route.get(
    "/staff/reviews/responses", access: .permission(ReviewPermission.read)
  ) { context, snapshot in
    let query = try query(context)
    let services = try ServiceStore.page(after: "", limit: 1000, in: snapshot)
    let (responses, next) = try query.page(in: snapshot)
    return ResponsesPage(
      context: context, query: query, services: services, responses: responses, next: next,
      lag: try ResponseStore.comments.lag(snapshot)
    ).response
  }

  let context: RequestContext
  let query: ResponseQuery
  let services: [ReviewedService]
  let responses: [ReviewResponse]
  let next: ResponseQuery.Position?
  let lag: Int

  private static func query(_ context: RequestContext) throws -> ResponseQuery {
    var query = ResponseQuery()
    query.service = try context.request.query("service", as: Slug.self)
    query.score = try context.request.query("score", as: Int.self).flatMap(Score.init(rawValue:))
    query.ending = Ending(in: context.request)
    // For a day that is none the page says so beside it, and lists nothing.
    query.from = context.request.query["from"].flatMap(CalendarDate.init(iso:))
    query.to = context.request.query["to"].flatMap(CalendarDate.init(iso:))
    query.text = String((context.request.query["q"] ?? "").prefix(100))
    query.after = try context.request.query("after", as: ResponseQuery.Position.self)
    return query
  }

  private var response: Response {
    let errors = ["from", "to"].compactMap { name in
      dayError(name).map { FieldError(name, $0) }
    }
    return context.page(
      LocalizedText(ja: "すべての評価", en: "All responses"),
      alert: ErrorSummary(errors, language: context.language).markup,
      hasErrors: !errors.isEmpty, status: errors.isEmpty ? 200 : 422
    ) {
      filters
      if errors.isEmpty { found }
    }
  }

  @HTMLBuilder private var found: HTML {
    if lag > 0 {
      p(.class("note")) {
        context.text(
          ja: "検索の索引は、あと\(NumberText.grouped(lag))件を処理中です。",
          en: "The search index has \(NumberText.grouped(lag)) more to follow.")
      }
    }
    if responses.isEmpty {
      p { context.text(ja: "条件に合う評価はありません。", en: "No response matches.") }
    } else {
      ResourceList(responses.map(item))
    }
    Pagination(
      context.text(ja: "評価の一覧", en: "Responses"), previous: nil,
      next: next.map { context.request.target(setting: "after", to: $0.description) },
      language: context.language)
  }

  private var filters: HTML {
    let language = context.language
    let all = context.text(ja: "すべて", en: "All")
    return form(
      .method("get"), .action("/staff/reviews/responses"), .class("filters"), .role("search")
    ) {
      FormField(
        "service", label: context.text(ja: "サービス", en: "Service"), language: language,
        need: .unmarked,
        control: .select(
          services.map { Choice($0.slug.description, $0.name, in: language) },
          selected: query.service?.description, unchosen: all))
      FormField(
        "score", label: context.text(ja: "評価", en: "Score"), language: language,
        need: .unmarked,
        control: .select(
          Score.allCases.map { Choice("\($0.rawValue)", "\($0.rawValue) \($0.words[language])") },
          selected: query.score.map { "\($0.rawValue)" }, unchosen: all))
      FormField(
        "ending", label: context.text(ja: "終わり方", en: "How it ended"), language: language,
        need: .unmarked,
        control: .select(
          Ending.allCases.map { Choice($0.rawValue, $0.name, in: language) },
          selected: query.ending?.rawValue, unchosen: all))
      FormField(
        "from", label: context.text(ja: "開始日", en: "From"), language: language, need: .unmarked,
        support: context.text(ja: "例）2026-04-01", en: "such as 2026-04-01"),
        error: dayError("from"), control: .text(context.request.query["from"], width: .medium))
      FormField(
        "to", label: context.text(ja: "終了日", en: "To"), language: language, need: .unmarked,
        support: context.text(ja: "例）2026-04-30", en: "such as 2026-04-30"),
        error: dayError("to"), control: .text(context.request.query["to"], width: .medium))
      FormField(
        "q", label: context.text(ja: "ご意見に含まれる語", en: "Words in the comment"),
        language: language, need: .unmarked, control: .text(query.text))
      Button(context.text(ja: "絞り込む", en: "Filter"), style: .solid)
    }
  }

  private func dayError(_ name: String) -> String? {
    guard let text = context.request.query[name], !text.isEmpty, CalendarDate(iso: text) == nil
    else { return nil }
    return context.text(
      ja: "日付を2026-04-01の形で入力してください。", en: "Enter the day like 2026-04-01.")
  }

  private func item(_ response: ReviewResponse) -> ResourceList.Item {
    let content = response.content
    let language = context.language
    let name =
      services.first { $0.slug == response.service }?.name
      ?? LocalizedText(everywhere: response.service.description)
    let reasons = content.reasons.map { $0.words(in: language) }
    return ResourceList.Item(
      content.comment.isEmpty
        ? context.text(ja: "（記述なし）", en: "(no comment)") : content.comment,
      aside: HTML(response.receivedAt.text(language))
    ) {
      ChipLabel(
        "\(content.score.rawValue) \(content.score.words[language])",
        color: ResponseView.color(content.score))
      let dot = context.text(ja: " ・ ", en: " · ")
      HTML(" ")
      HTML(name, in: language)
      span { "\(dot)\(content.channel.name[language])" }
      if !content.place.isEmpty { span { "\(dot)\(content.place)" } }
      if let ending = content.ending { span { "\(dot)\(ending.name[language])" } }
      if !reasons.isEmpty { p { reasons.joined(separator: context.text(ja: "、", en: ", ")) } }
    }
  }
}
