import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/reviews/{slug}/form`: ten seconds for a resident, with or without JavaScript; and `…/embed`,
/// the same inside another page.
struct FormPage {
  static let routes: [Route] = Setting.allCases.flatMap { setting in
    [
      Route.get(
        setting.path, access: .anyone, cache: .publicData(query: ["place", "channel", "ending"])
      ) { context, snapshot in
        var draft = ReviewDraft()
        draft.place = context.request.query["place"] ?? ""
        draft.channel = context.request.query["channel"] ?? ""
        draft.ending = Ending(in: context.request)?.rawValue ?? ""
        return try FormPage(setting, draft, context, in: snapshot).response()
      },
      Route.post(setting.path, access: .anyone) { context in
        try post(setting, context)
      }.guarded(),
      Route.get(
        setting.thanksPath, access: .anyone, cache: .publicData(query: [])
      ) { context, snapshot in
        try FormPage(setting, ReviewDraft(), context, in: snapshot).thanks()
      },
    ]
  }

  /// Where the form stands.
  enum Setting: String, CaseIterable {
    case form, embed

    var path: String { "/reviews/{slug}/\(rawValue)" }

    var thanksPath: String {
      self == .form ? "/reviews/{slug}/thanks" : "/reviews/{slug}/\(rawValue)/thanks"
    }

    func thanks(_ slug: Slug, _ language: Language) -> Response {
      self == .form
        ? .redirect(to: "/reviews/\(slug)/thanks?lang=\(language.rawValue)")
        : .redirect(to: "/reviews/\(slug)/\(rawValue)/thanks?lang=\(language.rawValue)")
    }

    func address(_ service: ReviewedService) -> String { "/reviews/\(service.slug)/\(rawValue)" }
  }

  let setting: Setting
  let draft: ReviewDraft
  let context: RequestContext
  let service: ReviewedService
  let questions: QuestionSet
  let settings: ReviewSettings
  let guardFields: HTML

  init(
    _ setting: Setting, _ draft: ReviewDraft, _ context: RequestContext, in source: some Queryable
  ) throws {
    self.setting = setting
    self.draft = draft
    self.context = context
    service = try context.service(in: source)
    settings = try ReviewWidget().settings(in: source)
    questions = try service.questions(settings, in: source)
    guardFields = try FormGuard.fields(for: setting.path, context, in: source)
  }

  private var language: Language { context.language }
  private var ending: Ending? { Ending(rawValue: draft.ending) }

  // MARK: - What is sent

  private static func post(
    _ setting: Setting, _ context: RequestContext
  ) throws -> Route.Change {
    let form = try context.request.form()
    let draft = ReviewDraft(form: form, language: context.language)
    let slug = try context.request.parameter("slug", as: Slug.self)
    let thanks = setting.thanks(slug, context.language)
    if context.formGuard.isFilledByRobot(form) { return { _ in thanks } }
    let checked = draft.checked()
    let isRepeated = context.formGuard.isRepeated(draft.comment, about: "\(slug)")
    return { transaction in
      func page() throws -> FormPage { try FormPage(setting, draft, context, in: transaction) }
      if try context.formGuard.isHasty(form, in: transaction) {
        return try page().response(again: true)
      }
      do {
        let service = try context.service(in: transaction)
        try context.formGuard.requireOrigin(among: service.allowedOrigins)
        let content = try checked.get()
        if isRepeated { return thanks }
        _ = try ReviewSubmission.add(
          content, to: service, at: context.now, wasOffered: draft.wasOffered, in: transaction)
        return thanks
      } catch let problems as ReviewProblems {
        return try page().response(problems: problems)
      }
    }
  }

  // MARK: - Pages

  func response(problems: ReviewProblems = ReviewProblems(), again: Bool = false) -> Response {
    let errors = problems.all.map { FieldError($0.field.rawValue, $0.message[language]) }
    let isBack = again || !errors.isEmpty
    let alert = again ? onceMore : ErrorSummary(errors, language: language).markup
    return page(
      FormWording.title, alert: alert, hasErrors: !errors.isEmpty,
      status: isBack ? 422 : 200
    ) {
      if service.status == .closed {
        closed
      } else {
        if let words = ending?.words { p { HTML(words, in: language) } }
        ReviewForm(
          service: service, questions: questions, draft: draft, errors: errors,
          language: language,
          action: address,
          guardFields: guardFields, isNew: !isBack)
      }
    }
  }

  /// Where the form is sent: with the ending, which a change of the language then keeps.
  private var address: String {
    let ending = ending.map { "&ending=\($0.rawValue)" } ?? ""
    return "\(setting.address(service))?lang=\(language.rawValue)\(ending)"
  }

  func thanks() -> Response {
    let own = context.text(ja: settings.thanksJa, en: settings.thanksEn)
    return page(FormWording.thanks) {
      div(.data("done", "\(service.slug)")) {
        NotificationBanner(
          .success, RubyText(FormWording.received[language]).plain, language: language
        ) {
          p { own.isEmpty ? HTML(FormWording.use, in: language) : HTML(own) }
        }
      }
      if setting == .form { results(FormWording.everybody) }
    }
  }

  private func page(
    _ title: LocalizedText, alert: HTML = HTML(), hasErrors: Bool = false, status: Int = 200,
    @HTMLBuilder content: () -> HTML
  ) -> Response {
    let response = context.page(
      title, shoulder: [service.name],
      breadcrumbs: [
        PageLink(FormWording.services, "/reviews"),
        PageLink(service.name, "/reviews/\(service.slug)"),
      ], alert: alert, hasErrors: hasErrors, width: .reading, isBare: setting == .embed,
      status: status, content: content)
    guard setting == .embed else { return response }
    let origins = service.allowedOrigins
    return origins.isEmpty ? response.embeddableAnywhere() : response.embeddable(in: origins)
  }

  private var onceMore: HTML {
    NotificationBanner(
      .warning, RubyText(FormWording.sendOnceMore[language]).plain, language: language
    ) {
      p { HTML(FormWording.nothingLost, in: language) }
    }.markup
  }

  private var closed: HTML {
    HTML([
      NotificationBanner(
        .information, RubyText(FormWording.closed[language]).plain, language: language
      ).markup,
      setting == .form ? results(FormWording.resultsSoFar) : HTML(),
    ])
  }

  private func results(_ words: LocalizedText) -> HTML {
    LinkButton(RubyText(words[language]).plain, "/reviews/\(service.slug)").markup
  }
}
