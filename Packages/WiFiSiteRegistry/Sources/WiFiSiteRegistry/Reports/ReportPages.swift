import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/wifi/sites/{id}/report`: anybody tells that a site does not work as it should.
struct ReportPages {
  private static let path = "/wifi/sites/{id}/report"

  static let routes: [Route] = [
    .get(path, access: .anyone, cache: .publicData(query: [])) { context, snapshot in
      try ReportPages(ReportDraft(), context, in: snapshot).form()
    },
    Route.post(path, access: .anyone) { context in try post(context) }.guarded(),
    .get("\(path)/thanks", access: .anyone, cache: .publicData(query: [])) { context, snapshot in
      try ReportPages(ReportDraft(), context, in: snapshot).thanks()
    },
  ]

  let draft: ReportDraft
  let context: RequestContext
  let site: WiFiSite
  let guardFields: HTML

  init(_ draft: ReportDraft, _ context: RequestContext, in source: some Queryable) throws {
    self.draft = draft
    self.context = context
    site = try context.reportedSite(in: source)
    guardFields = try FormGuard.fields(for: Self.path, context, in: source)
  }

  private var language: Language { context.language }
  private var address: String { "/wifi/sites/\(site.id)" }

  private static func post(_ context: RequestContext) throws -> Route.Change {
    let form = try context.request.form()
    let draft = ReportDraft(form: form)
    let id = try context.request.parameter("id", as: UUIDv7.self)
    let thanks = Response.redirect(
      to: "/wifi/sites/\(id)/report/thanks?lang=\(context.language.rawValue)")
    if context.formGuard.isFilledByRobot(form) { return { _ in thanks } }
    let checked = draft.checked()
    // Who chooses the same again about the same site tells nothing new, with a text or without.
    let isRepeated = context.formGuard.isRepeated(
      "\(draft.kind)\n\(draft.comment)", about: "\(id)", evenIfShort: true)
    return { transaction in
      let page = try ReportPages(draft, context, in: transaction)
      if try context.formGuard.isHasty(form, in: transaction) { return page.form(again: true) }
      switch checked {
      case .failure(let problems): return page.form(problems: problems)
      case .success(let content):
        if isRepeated { return thanks }
        try ReportStore.add(
          OutageReport(
            id: UUIDv7(at: context.now), site: id, kind: content.kind, comment: content.comment,
            language: context.language, receivedAt: context.now), in: transaction)
        return thanks
      }
    }
  }

  // MARK: Pages

  private func form(problems: [String: LocalizedText] = [:], again: Bool = false) -> Response {
    let errors = ReportDraft.fieldOrder.compactMap { name in
      problems[name].map { FieldError(name, RubyText($0[language]).plain) }
    }
    let alert = again ? onceMore : ErrorSummary(errors, language: language).markup
    return page(
      ReportWording.title, alert: alert, hasErrors: !errors.isEmpty,
      status: again || !errors.isEmpty ? 422 : 200
    ) {
      if [.partly, .out].contains(site.status) { known }
      YuiHTML.form(
        .method("post"), .action("\(address)/report?lang=\(language.rawValue)"), .class("form")
      ) {
        guardFields
        FormField(
          "kind", label: ReportWording.what, language: language, support: nil,
          error: errors.message(for: "kind"),
          control: .radioButtons(
            ReportKind.allCases.map { Choice($0.rawValue, $0.name, in: language) },
            selected: draft.kind))
        FormField(
          "comment", label: ReportWording.more, language: language, need: .optional,
          support: ReportWording.example, error: errors.message(for: "comment"),
          control: .textArea(draft.comment, limit: OutageReport.longestComment, rows: 4))
        p(.class("note")) { HTML(ReportWording.privacy, in: language) }
        Button(RubyText(ReportWording.send[language]).plain, style: .solid)
        p(.role("status"), .data("sending", RubyText(ReportWording.sending[language]).plain)) {}
      }
    }
  }

  private func thanks() -> Response {
    page(ReportWording.thanks) {
      NotificationBanner(
        .success, RubyText(ReportWording.received[language]).plain, language: language
      ) {
        p { HTML(ReportWording.use, in: language) }
      }
      ButtonRow {
        LinkButton(RubyText(ReportWording.back[language]).plain, address)
        if let place = site.place {
          LinkButton(WiFiWording.neighbours[language], "/wifi?near=\(place)")
        }
      }
    }
  }

  private func page(
    _ title: LocalizedText, alert: HTML = HTML(), hasErrors: Bool = false, status: Int = 200,
    @HTMLBuilder content: () -> HTML
  ) -> Response {
    context.page(
      title, shoulder: [site.localizedName],
      breadcrumbs: [
        PageLink(WiFiWording.title, "/wifi"), PageLink(site.localizedName, address),
      ], alert: alert, hasErrors: hasErrors, width: .reading, status: status, content: content)
  }

  private var known: HTML {
    NotificationBanner(
      .information, RubyText(ReportWording.known[language]).plain, language: language
    ) {
      p { HTML(ReportWording.stillTell, in: language) }
    }.markup
  }

  private var onceMore: HTML {
    NotificationBanner(
      .warning, RubyText(ReportWording.sendOnceMore[language]).plain, language: language
    ) {
      p { HTML(ReportWording.nothingLost, in: language) }
    }.markup
  }
}

extension RequestContext {
  /// The site that the address names, if it is there to be used.
  fileprivate func reportedSite(in source: some Queryable) throws -> WiFiSite {
    let site = try publicSite(in: source)
    guard site.status != .planned else { throw HTTPProblem.notFound }
    return site
  }
}
