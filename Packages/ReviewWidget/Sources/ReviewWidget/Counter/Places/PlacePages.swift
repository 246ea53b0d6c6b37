import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/reviews/services/{slug}/places`: where a service is rated, kept by staff.
enum PlacePages {
  static let routes: [Route] = [
    .get(root, access: .permission(ReviewPermission.read)) { context, snapshot in
      let service = try context.service(in: snapshot)
      let places = try PlaceStore.places(of: service.slug, in: snapshot)
      return PlaceListPage(context: context, service: service, places: places).response
    },
    .get(root + "/new", access: .permission(ReviewPermission.manage)) { context, snapshot in
      PlaceFormPage(
        context: context, service: try context.service(in: snapshot), draft: PlaceDraft()
      ).response
    },
    .post(root + "/new", access: .permission(ReviewPermission.manage)) { context in
      let draft = PlaceDraft(form: try context.request.form())
      return { transaction in try add(draft, context, in: transaction) }
    },
    .get(root + "/{code}/edit", access: .permission(ReviewPermission.manage)) {
      context, snapshot in
      let service = try context.service(in: snapshot)
      let place = try context.place(of: service, in: snapshot)
      return PlaceFormPage(
        context: context, service: service, draft: PlaceDraft(place), code: place.code
      ).response
    },
    .post(root + "/{code}/edit", access: .permission(ReviewPermission.manage)) { context in
      let draft = PlaceDraft(form: try context.request.form())
      return { transaction in try change(to: draft, context, in: transaction) }
    },
    .post(root + "/{code}/remove", access: .permission(ReviewPermission.manage)) { context in
      { transaction in
        let service = try context.service(in: transaction)
        let place = try context.place(of: service, in: transaction)
        try PlaceStore.remove(place, in: transaction)
        try context.record(
          AuditEvent(
            "reviews.place.removed", subject: place.subject,
            details: ["short": place.short.description]), in: transaction)
        return .redirect(to: "/staff/reviews/services/\(service.slug)/places")
      }
    },
  ]

  private static let root = "/staff/reviews/services/{slug}/places"

  private static func add(
    _ draft: PlaceDraft, _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    let service = try context.service(in: transaction)
    let checked: PlaceDraft.Checked
    switch draft.checked(for: service) {
    case .success(let draft): checked = draft
    case .failure(let problems):
      return PlaceFormPage(
        context: context, service: service, draft: draft, problems: problems
      ).response
    }
    let places = try PlaceStore.places(of: service.slug, in: transaction)
    guard places.count < ReviewPlace.most else {
      throw HTTPProblem(status: 409, detail: ReviewPlace.tooMany)
    }
    if let code = checked.code, places.contains(where: { $0.code == code }) {
      return PlaceFormPage(
        context: context, service: service, draft: draft, problems: ["code": PlaceDraft.codeTaken]
      ).response
    }
    let short = try PlaceStore.freeShort(in: transaction)
    let code =
      try checked.code
      ?? PlaceStore.freeCode(
        for: checked.name.words(in: .en), of: service.slug, in: transaction)
    let place = ReviewPlace(
      service: service.slug, code: code, name: checked.name, channel: checked.channel,
      short: short)
    try PlaceStore.add(place, in: transaction)
    try context.record(
      AuditEvent(
        "reviews.place.added", subject: place.subject,
        details: draft.details.merging(["short": short.description]) { _, new in new }),
      in: transaction)
    return .redirect(to: "/staff/reviews/services/\(service.slug)/places")
  }

  private static func change(
    to draft: PlaceDraft, _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    let service = try context.service(in: transaction)
    let old = try context.place(of: service, in: transaction)
    // The code is on posters and in responses; it is not asked again.
    var draft = draft
    draft.code = old.code.description
    switch draft.checked(for: service) {
    case .failure(let problems):
      return PlaceFormPage(
        context: context, service: service, draft: draft, code: old.code, problems: problems
      ).response
    case .success(let checked):
      var new = old
      (new.name, new.channel) = (checked.name, checked.channel)
      if new != old {
        try PlaceStore.change(new, in: transaction)
        let before = PlaceDraft(old).details
        try context.record(
          AuditEvent(
            "reviews.place.changed", subject: old.subject,
            details: draft.details.filter { before[$0.key] != $0.value }), in: transaction)
      }
      return .redirect(to: "/staff/reviews/services/\(service.slug)/places")
    }
  }
}

extension ReviewPlace {
  /// How the audit log names the place.
  fileprivate var subject: String { "\(service)/\(code)" }
}

extension RequestContext {
  /// The place of a service that the path's `{code}` names.
  ///
  /// - Throws: a 404 where there is none.
  func place(of service: ReviewedService, in source: some Queryable) throws -> ReviewPlace {
    let code = try request.parameter("code", as: Slug.self)
    guard let place = try PlaceStore.place(code, of: service.slug, in: source) else {
      throw HTTPProblem.notFound
    }
    return place
  }
}
