import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/reviews/responses/{id}/improvements`: what a response leads to; the inbox links here.
enum ImprovementLinkPages {
  /// Improvements to choose from, of each state but dropped.
  private static let most = 50

  static let routes: [Route] = [
    .get(
      "/staff/reviews/responses/{id}/improvements", access: .permission(ReviewPermission.manage)
    ) { context, snapshot in
      let response = try context.response(in: snapshot)
      return page(
        response, linked: try ImprovementStore.improvements(of: response.id, in: snapshot),
        others: try choices(for: response.service, in: snapshot), context)
    },
    .post(
      "/staff/reviews/responses/{id}/improvements", access: .permission(ReviewPermission.manage)
    ) { context in
      let number = try context.request.form().first("improvement").flatMap { Int($0) }
      return { transaction in
        let response = try context.response(in: transaction)
        guard
          let improvement = try number.flatMap({
            try ImprovementStore.improvement($0, in: transaction)
          })
        else {
          return page(
            response,
            linked: try ImprovementStore.improvements(of: response.id, in: transaction),
            others: try choices(for: response.service, in: transaction), isChosen: false,
            context)
        }
        if try ImprovementStore.link(
          response.id, to: improvement.number, in: transaction)
        {
          try record("linked", response.id, improvement, context, in: transaction)
        }
        return .redirect(to: improvement.staffPage)
      }
    },
    .post(
      "/staff/reviews/improvements/{number}/responses/{id}/remove",
      access: .permission(ReviewPermission.manage)
    ) { context in
      let id = try context.request.parameter("id", as: UUIDv7.self)
      return { transaction in
        let improvement = try context.improvement(in: transaction)
        if try ImprovementStore.unlink(id, from: improvement.number, in: transaction) {
          try record("unlinked", id, improvement, context, in: transaction)
        }
        return .redirect(to: improvement.staffPage)
      }
    },
  ]

  private static func record(
    _ verb: String, _ response: UUIDv7, _ improvement: Improvement, _ context: RequestContext,
    in transaction: Transaction
  ) throws {
    try context.record(
      AuditEvent(
        "reviews.improvement.\(verb)", subject: "\(improvement.number)",
        details: ["response": "\(response)"]), in: transaction)
  }

  private static func choices(
    for service: Slug, in source: some Queryable
  ) throws -> [Improvement] {
    try [.found, .planned, .started, .done].flatMap { (state: Improvement.State) in
      try ImprovementStore.all(state, of: service, limit: most, in: source)
    }
  }

  private static func page(
    _ response: ReviewResponse, linked: [Improvement], others: [Improvement], isChosen: Bool = true,
    _ context: RequestContext
  ) -> Response {
    let language = context.language
    let errors =
      isChosen
      ? []
      : [
        FieldError(
          "improvement",
          context.text(ja: "改善を選択してください。", en: "Choose an improvement."))
      ]
    let choices = others.filter { !linked.contains($0) }.map {
      Choice("\($0.number)", "No. \($0.number) \($0.title)（\($0.state.name[language])）")
    }
    return context.page(
      LocalizedText(ja: "改善につなげる", en: "Lead to an improvement"),
      breadcrumbs: context.improvementTrail,
      alert: ErrorSummary(errors, language: language).markup, hasErrors: !errors.isEmpty,
      width: .reading, status: isChosen ? 200 : 422
    ) {
      p(.class("quote")) {
        response.content.comment.isEmpty
          ? context.text(ja: "（記述なし）", en: "(no comment)") : response.content.comment
      }
      if !linked.isEmpty {
        h2 { context.text(ja: "つながっている改善", en: "Improvements it led to") }
        ResourceList(
          linked.map { improvement in
            ResourceList.Item(
              improvement.name, in: language, improvement.staffAddress,
              aside: ChipLabel(
                improvement.state.name[language], color: improvement.state.color
              ).markup)
          })
      }
      if !choices.isEmpty {
        form(.method("post"), .class("form")) {
          context.antiForgeryField
          FormField(
            "improvement", label: context.text(ja: "改善", en: "Improvement"),
            language: language, error: errors.message(for: "improvement"),
            control: .select(
              choices, selected: nil, unchosen: context.text(ja: "選択", en: "Choose")))
          Button(context.text(ja: "つなげる", en: "Link"), style: .solid)
        }
      }
      ButtonRow {
        LinkButton(
          context.text(ja: "新しい改善を始める", en: "Begin a new improvement"),
          "/staff/reviews/improvements/new?response=\(response.id)",
          style: choices.isEmpty ? .solid : .outline)
      }
    }
  }
}

extension RequestContext {
  /// The response that the path's `{id}` names.
  ///
  /// - Throws: a 404 where there is none.
  fileprivate func response(in source: some Queryable) throws -> ReviewResponse {
    let id = try request.parameter("id", as: UUIDv7.self)
    guard let response = try ResponseStore.response(id, in: source) else {
      throw HTTPProblem.notFound
    }
    return response
  }
}
