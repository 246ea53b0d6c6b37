import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/api/reviews/…`: services, their statistics, and sending a response.
enum ReviewAPI {
  static let routes: [Route] = [
    Route.get(
      "/api/reviews/services", access: .anyone, cache: .publicData(query: ["limit", "after"])
    ) { context, snapshot in
      let limit = min(try context.request.query("limit", as: Int.self) ?? 100, 1000)
      guard limit > 0 else {
        throw HTTPProblem.badRequest(
          ja: "limitは1以上で指定してください。", en: "Give a limit of 1 or more.")
      }
      let after = try context.request.query("after", as: String.self) ?? ""
      let found = try ServiceStore.page(after: after, limit: limit + 1, in: snapshot)
      let items = found.prefix(limit)
      return try .json(
        ListDocument(
          items: items.map(ServiceDocument.init),
          next: found.count > limit ? items.last?.slug.description : nil))
    }.documented(ReviewOperations.listServices),

    Route.get(
      "/api/reviews/services/{slug}", access: .anyone, cache: .publicData(query: [])
    ) { context, snapshot in
      try .json(ServiceDocument(try context.service(in: snapshot)))
    }.documented(ReviewOperations.getService),

    Route.get(
      "/api/reviews/services/{slug}/statistics",
      access: .anyoneSeesMore(ReviewPermission.read), cache: .publicData(query: [])
    ) { context, snapshot in
      let service = try context.service(in: snapshot)
      let seesAll = context.may(ReviewPermission.read)
      let view =
        seesAll
        ? ResultsView(all: try LiveFigures.of(service.slug, in: snapshot))
        : ResultsView(
          try PublishedFigures.of(service.slug, in: snapshot), publishing: service.publishedFields)
      return try .json(StatisticsDocument(view))
    }.documented(ReviewOperations.getStatistics),

    Route.post(
      "/api/reviews/services/{slug}/responses", access: .anyoneSeesMore(ReviewPermission.manage)
    ) { context in
      let input = try context.request.json(as: ResponseInput.self)
      let content = try checked(input, context)
      let slug = try context.request.parameter("slug", as: Slug.self)
      let isRepeated = context.formGuard.isRepeated(content.comment, about: "\(slug)")
      return { transaction in
        let service = try context.service(in: transaction)
        try context.formGuard.requireOrigin(among: service.allowedOrigins)
        if isRepeated { return repeated(content, of: service, context) }
        do {
          let response = try ReviewSubmission.add(
            content, to: service, at: context.now, wasOffered: input.offered == true,
            in: transaction)
          return .created(
            "/api/reviews/services/\(service.slug)/responses/\(response.id)",
            json: response.receipt)
        } catch let problems as ReviewProblems {
          throw problems.asHTTPProblem
        }
      }
    }.guarded().openToOtherOrigins().documented(ReviewOperations.addResponse),

    Route.get(
      "/api/reviews/services/{slug}/responses/{id}", access: .permission(ReviewPermission.read)
    ) { context, snapshot in
      let id = try context.request.parameter("id", as: UUIDv7.self)
      guard let response = try ResponseStore.response(id, in: snapshot),
        response.service == (try context.service(in: snapshot)).slug
      else { throw HTTPProblem.notFound }
      return try .json(ResponseDocument(response))
    }.documented(ReviewOperations.getResponse),
  ]

  /// What is answered to a text that was stored the first time: that it was received.
  private static func repeated(
    _ content: ReviewContent, of service: ReviewedService, _ context: RequestContext
  ) -> Response {
    let response = ReviewResponse(
      id: UUIDv7(at: context.now), service: service.slug, content: content,
      receivedAt: context.now, isDated: true)
    return .created(
      "/api/reviews/services/\(service.slug)/responses/\(response.id)", json: response.receipt)
  }

  private static func checked(
    _ input: ResponseInput, _ context: RequestContext
  ) throws -> ReviewContent {
    var draft = ReviewDraft()
    draft.score = Int(exactly: input.score)
    draft.goal = input.goal ?? ""
    draft.ease = input.ease.map(text) ?? ""
    draft.clarity = input.clarity.map(text) ?? ""
    draft.nps = input.nps.map(text) ?? ""
    draft.reasons = input.reasons ?? []
    draft.comment = (input.comment ?? "").withUnixNewlines
    draft.channel = input.channel ?? ""
    draft.place = input.place ?? ""
    draft.ending = input.ending ?? ""
    draft.language = input.language.flatMap(Language.init(rawValue:)) ?? context.language
    do {
      return try draft.checked().get()
    } catch {
      throw error.asHTTPProblem
    }
  }

  private static func text(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}

extension ReviewProblems {
  /// The problems as a program reads them, by property.
  var asHTTPProblem: HTTPProblem {
    .invalid(all.map { HTTPProblem.InvalidField($0.field.rawValue, $0.message) })
  }
}
