import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// Adding and changing an improvement.
struct ImprovementForm {
  static let routes: [Route] = [
    .get("/staff/reviews/improvements/new", access: .permission(ReviewPermission.manage)) {
      context, snapshot in
      var draft = ImprovementDraft()
      draft.service = context.request.query["service"] ?? ""
      // Begun from a response, it starts with what that says.
      let response = try context.startingResponse(in: snapshot)
      if let response {
        (draft.service, draft.finding) = (response.service.description, response.content.comment)
      }
      return try ImprovementForm(draft: draft, response: response?.id, context: context)
        .response(in: snapshot)
    },
    .post("/staff/reviews/improvements/new", access: .permission(ReviewPermission.manage)) {
      context in
      let form = try context.request.form()
      let draft = ImprovementDraft(form: form)
      let response = form.first("response").flatMap(UUIDv7.init(_:))
      return { transaction in
        try add(draft, from: response, context, in: transaction)
      }
    },
    .get(
      "/staff/reviews/improvements/{number}/edit", access: .permission(ReviewPermission.manage)
    ) { context, snapshot in
      let improvement = try context.improvement(in: snapshot)
      return try ImprovementForm(
        draft: ImprovementDraft(improvement), number: improvement.number, context: context
      ).response(in: snapshot)
    },
    .post(
      "/staff/reviews/improvements/{number}/edit", access: .permission(ReviewPermission.manage)
    ) { context in
      let draft = ImprovementDraft(form: try context.request.form())
      return { transaction in
        let old = try context.improvement(in: transaction)
        return try change(old, to: draft, context, in: transaction)
      }
    },
  ]

  let draft: ImprovementDraft
  var number: Int?
  var response: UUIDv7?
  var problems: [String: LocalizedText] = [:]
  let context: RequestContext

  private static func add(
    _ draft: ImprovementDraft, from response: UUIDv7?, _ context: RequestContext,
    in transaction: Transaction
  ) throws -> Response {
    let number = try ImprovementStore.nextNumber(in: transaction)
    switch try checked(draft, number: number, context, in: transaction) {
    case .failure(let problems):
      return try ImprovementForm(
        draft: draft, response: response, problems: problems.byField, context: context
      ).response(in: transaction)
    case .success(let improvement):
      try ImprovementStore.put(improvement, in: transaction)
      var details = draft.details
      if let response, try ResponseStore.response(response, in: transaction) != nil,
        try ImprovementStore.link(response, to: number, in: transaction)
      {
        details["response"] = "\(response)"
      }
      try context.record(
        AuditEvent("reviews.improvement.added", subject: "\(number)", details: details),
        in: transaction)
      return .redirect(to: improvement.staffPage)
    }
  }

  private static func change(
    _ old: Improvement, to draft: ImprovementDraft, _ context: RequestContext,
    in transaction: Transaction
  ) throws -> Response {
    switch try checked(draft, number: old.number, context, in: transaction) {
    case .failure(let problems):
      return try ImprovementForm(
        draft: draft, number: old.number, problems: problems.byField, context: context
      ).response(in: transaction)
    case .success(let new):
      try new.replace(old, context, in: transaction)
      return .redirect(to: new.staffPage)
    }
  }

  private static func checked(
    _ draft: ImprovementDraft, number: Int, _ context: RequestContext,
    in transaction: Transaction
  ) throws -> Result<Improvement, ImprovementDraft.Problems> {
    let result = draft.checked(number: number, today: context.now.date)
    guard case .success(let improvement) = result,
      try ServiceStore.service(improvement.service, in: transaction) == nil
    else { return result }
    return .failure(.init(byField: ["service": ImprovementDraft.noService]))
  }

  // MARK: Page

  private func response(in source: some Queryable) throws -> Response {
    let language = context.language
    let services = try ServiceStore.page(after: "", limit: 1_000, in: source)
    let errors = ImprovementDraft.fieldOrder.compactMap { name in
      problems[name].map { FieldError(name, $0[language]) }
    }
    return context.page(
      number == nil
        ? LocalizedText(ja: "改善の追加", en: "Add an improvement")
        : LocalizedText(ja: "改善の編集", en: "Change an improvement"),
      shoulder: number.map { [LocalizedText(everywhere: "No. \($0)")] } ?? [],
      breadcrumbs: context.improvementTrail,
      alert: ErrorSummary(errors, language: language).markup, hasErrors: !errors.isEmpty,
      width: .reading, status: errors.isEmpty ? 200 : 422
    ) {
      form(.method("post"), .class("form")) {
        context.antiForgeryField
        if let response { input(.type("hidden"), .name("response"), .value("\(response)")) }
        what(services, errors)
        how(errors)
        Button(context.text(ja: "保存", en: "Save"), style: .solid)
      }
    }
  }

  @HTMLBuilder private func what(_ services: [ReviewedService], _ errors: [FieldError]) -> HTML {
    FormField(
      "service", label: context.text(ja: "サービス", en: "Service"), language: context.language,
      error: errors.message(for: "service"),
      control: .select(
        services.map { Choice($0.slug.description, $0.name, in: context.language) },
        selected: draft.service, unchosen: context.text(ja: "選択", en: "Choose")))
    FormField(
      "title", label: context.text(ja: "件名", en: "Title"), language: context.language,
      support: context.text(
        ja: "グラフと一覧に表示します。例）窓口を1つ増やす",
        en: "Shown on the chart and in lists, such as: One more window"),
      error: errors.message(for: "title"), control: .text(draft.title))
    FormField(
      "finding", label: context.text(ja: "わかったこと", en: "What was found"),
      language: context.language, error: errors.message(for: "finding"),
      control: .textArea(draft.finding, limit: ImprovementDraft.longestText))
    FormField(
      "plan", label: context.text(ja: "取組みの内容", en: "What is done about it"),
      language: context.language, need: .optional, error: errors.message(for: "plan"),
      control: .textArea(draft.plan, limit: ImprovementDraft.longestText))
  }

  @HTMLBuilder private func how(_ errors: [FieldError]) -> HTML {
    let language = context.language
    let example = context.text(ja: "例）2026-04-01", en: "such as 2026-04-01")
    FormField(
      "owner", label: context.text(ja: "担当（公開しません）", en: "Who sees to it (never public)"),
      language: language, need: .optional, error: errors.message(for: "owner"),
      control: .text(draft.owner))
    FormField(
      "due", label: context.text(ja: "期限", en: "Due"), language: language, need: .optional,
      support: example, error: errors.message(for: "due"),
      control: .text(draft.due, width: .medium))
    FormField(
      "state", label: context.text(ja: "状態", en: "State"), language: language,
      error: errors.message(for: "state"),
      control: .radioButtons(
        Improvement.State.allCases.map { Choice($0.rawValue, $0.name, in: language) },
        selected: draft.state))
    FormField(
      "done_on", label: context.text(ja: "実施した日", en: "Done on"), language: language,
      need: .optional,
      support: context.text(
        ja: "この日の前と後の評価を比べます。空欄なら今日。\(example)",
        en: "Ratings before and after this day are compared; today if left empty, \(example)"),
      error: errors.message(for: "done_on"), control: .text(draft.doneOn, width: .medium))
    FormField(
      "public", label: context.text(ja: "公開", en: "Publication"), language: language,
      need: .unmarked,
      control: .checkboxes(
        [
          Choice(
            "yes",
            context.text(
              ja: "結果のページで住民に公開する（件名、わかったこと、取組み、状態、効果）",
              en: "Show to residents (title, finding, what is done, state, effect)"))
        ], selected: draft.isPublic ? ["yes"] : []))
  }
}

extension RequestContext {
  /// The improvement that the path's `{number}` names.
  ///
  /// - Throws: a 404 where there is none.
  func improvement(in source: some Queryable) throws -> Improvement {
    let number = try request.parameter("number", as: Int.self)
    guard let improvement = try ImprovementStore.improvement(number, in: source) else {
      throw HTTPProblem.notFound
    }
    return improvement
  }

  fileprivate func startingResponse(in source: some Queryable) throws -> ReviewResponse? {
    try request.query["response"].flatMap(UUIDv7.init(_:)).flatMap {
      try ResponseStore.response($0, in: source)
    }
  }

  var improvementTrail: [PageLink] {
    [PageLink(LocalizedText(ja: "改善", en: "Improvements"), "/staff/reviews/improvements")]
  }
}

extension Improvement {
  /// Stores the improvement in place of what it was, and records what is different.
  func replace(
    _ old: Improvement, _ context: RequestContext, in transaction: Transaction
  ) throws {
    guard self != old else { return }
    try ImprovementStore.put(self, in: transaction)
    let before = ImprovementDraft(old).details
    try context.record(
      AuditEvent(
        "reviews.improvement.changed", subject: "\(number)",
        details: ImprovementDraft(self).details.filter { before[$0.key] != $0.value }),
      in: transaction)
  }
}
