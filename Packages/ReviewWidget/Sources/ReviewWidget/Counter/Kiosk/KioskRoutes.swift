import YuiHTML
import YuiStorage
import YuiText
import YuiWeb

/// `/reviews/{slug}/kiosk`: a screen at the counter, for one visitor after the other.
///
/// The script sends to the API and starts over by itself; without it, it is a form that leads to a
/// page of thanks and from there back.
enum KioskRoutes {
  static let all: [Route] = [
    .get(
      "/reviews/{slug}/kiosk", access: .anyone, cache: .publicData(query: ["place"])
    ) { context, snapshot in
      try page(context, in: snapshot).response
    },
    .post("/reviews/{slug}/kiosk", access: .anyone) { context in
      let draft = ReviewDraft(
        form: try context.request.form(), channel: .kiosk, language: context.language)
      let checked = draft.checked()
      return { transaction in
        var page = try page(context, in: transaction)
        do {
          _ = try ReviewSubmission.add(
            try checked.get(), to: page.service, at: context.now, in: transaction)
          return .redirect(
            to: "/reviews/\(page.service.slug)/kiosk/thanks?place=\(page.placeCode)")
        } catch let problems as ReviewProblems {
          (page.draft, page.problems) = (draft, problems)
          return page.response
        }
      }
    }.guarded(),
    .get(
      "/reviews/{slug}/kiosk/thanks", access: .anyone, cache: .publicData(query: ["place"])
    ) { context, snapshot in
      try page(context, in: snapshot).thanks
    },
  ]

  /// A place that staff did not enter is kept as it stands in the address.
  private static func page(
    _ context: RequestContext, in source: some Queryable
  ) throws -> KioskPage {
    let service = try context.service(in: source)
    // By code points: a character may carry any number of marks, an address may not.
    let asked = context.request.query["place"] ?? ""
    let code = String(
      String.UnicodeScalarView(asked.unicodeScalars.prefix(ReviewContent.longestPlace)))
    return KioskPage(
      context: context, service: service,
      placeCode: code,
      place: try PlaceStore.place(named: code, of: service, in: source),
      questions: try service.questions(in: source))
  }
}
