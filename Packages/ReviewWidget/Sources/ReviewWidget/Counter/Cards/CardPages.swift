import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/reviews/services/{slug}/cards`: paper cards, typed in one after the other.
enum CardPages {
  static let routes: [Route] = [
    .get(root, access: .permission(ReviewPermission.manage)) { context, snapshot in
      let draft = CardDraft(
        day: context.request.query["on"] ?? context.now.date.iso,
        place: context.request.query["place"] ?? "",
        language: context.request.query["card_language"].flatMap(Language.init(rawValue:))
          ?? context.language)
      return try page(draft, context, in: snapshot).response
    },
    .post(root, access: .permission(ReviewPermission.manage)) { context in
      let draft = CardDraft(form: try context.request.form(), language: context.language)
      let checked = draft.answers.checked()
      return { transaction in try save(draft, checked, context, in: transaction) }
    },
    .post(root + "/{id}/undo", access: .permission(ReviewPermission.manage)) { context in
      let id = try context.request.parameter("id", as: UUIDv7.self)
      return { transaction in
        let service = try context.service(in: transaction)
        let today = context.now.date
        guard
          let card = try CardStore.response(id, of: service.slug, on: today, in: transaction),
          try CardStore.undo(card, in: transaction)
        else { throw tooLate }
        try context.record(
          AuditEvent("reviews.card.undone", subject: "\(service.slug)/\(id)"), in: transaction)
        return .redirect(to: next(after: card))
      }
    },
    .get(
      "/staff/reviews/services/{slug}/card", access: .permission(ReviewPermission.read)
    ) { context, snapshot in
      try CardPrintPage.response(context, in: snapshot)
    },
  ]

  private static let root = "/staff/reviews/services/{slug}/cards"

  private static func page(
    _ draft: CardDraft, _ context: RequestContext, in source: some Queryable
  ) throws -> CardEntryPage {
    let service = try context.service(in: source)
    let today = context.now.date
    let saved = context.request.query["saved"].flatMap(UUIDv7.init)
    return CardEntryPage(
      context: context, service: service, questions: try service.questions(in: source),
      places: try PlaceStore.places(of: service.slug, in: source), draft: draft,
      enteredToday: try CardStore.count(of: service.slug, on: today, in: source),
      saved: try saved.flatMap {
        try CardStore.response($0, of: service.slug, on: today, in: source)
      })
  }

  private static func save(
    _ draft: CardDraft, _ checked: Result<ReviewContent, ReviewProblems>,
    _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    let today = context.now.date
    var page = try page(draft, context, in: transaction)
    page.dayProblem = draft.dayProblem(today: today)
    do {
      let content = try checked.get()
      guard page.dayProblem == nil, let day = draft.date else { return page.response }
      let response = try ReviewSubmission.add(
        content, to: page.service, at: context.now, on: day, in: transaction)
      try CardStore.add(response, on: today, in: transaction)
      try context.record(
        AuditEvent(
          "reviews.card.entered", subject: "\(response.service)/\(response.id)",
          details: ["place": content.place, "on": day.iso]), in: transaction)
      return .redirect(to: next(after: response, saved: response.id.description))
    } catch let problems as ReviewProblems {
      page.problems = problems
      return page.response
    }
  }

  /// The next card, with what stays from the one before.
  private static func next(after card: ReviewResponse, saved: String = "") -> LocalTarget {
    let (content, day) = (card.content, card.day?.iso ?? "")
    let root = "cards?place=\(content.place)&on=\(day)&card_language=\(content.language.rawValue)"
    return LocalTarget(
      untrusted: "/staff/reviews/services/\(card.service)/\(root)&saved=\(saved)") ?? "/staff"
  }

  private static let tooLate = HTTPProblem.conflict(
    ja: "この回答は取り消せません。取り消せるのは、今日入力し、まだ対応を始めていない回答だけです。",
    en: "This card can’t be undone: it was not entered today, or somebody works on it already.")
}
