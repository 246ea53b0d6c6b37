import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/reviews/{slug}/form`: ten seconds for a resident, with or without JavaScript.
enum FormPage {
  static let routes: [Route] = [
    .get(
      "/reviews/{slug}/form", access: .anyone, cache: .publicData(query: ["place", "channel"])
    ) { context, snapshot in
      let service = try context.service(in: snapshot)
      var draft = ReviewDraft()
      draft.place = context.request.query["place"] ?? ""
      draft.channel = context.request.query["channel"] ?? ""
      let settings = try ReviewWidget().settings(in: snapshot)
      return page(service, draft: draft, settings: settings, context)
    },
    .post("/reviews/{slug}/form", access: .anyone) { context in
      let draft = draft(from: try context.request.form(), context)
      let checked = draft.checked()
      return { transaction in
        let service = try context.service(in: transaction)
        let settings = try ReviewWidget().settings(in: transaction)
        do {
          let response = try ReviewSubmission.add(
            try checked.get(), to: service, at: context.now, in: transaction)
          return .redirect(to: "/reviews/\(response.service)/thanks")
        } catch let problems as ReviewProblems {
          return page(
            service, draft: draft, settings: settings, problems: problems, context)
        }
      }
    },
    .get(
      "/reviews/{slug}/thanks", access: .anyone, cache: .publicData(query: [])
    ) { context, snapshot in
      let service = try context.service(in: snapshot)
      let settings = try ReviewWidget().settings(in: snapshot)
      return thanks(service, settings: settings, context)
    },
  ]

  private static func draft(from form: FormData, _ context: RequestContext) -> ReviewDraft {
    var draft = ReviewDraft()
    draft.score = form.first("score").flatMap { Int($0) }
    draft.reasons = form.values(named: "reasons")
    draft.comment = form.first("comment") ?? ""
    draft.channel = form.first("channel") ?? ""
    draft.place = form.first("place") ?? ""
    draft.language = context.language
    return draft
  }

  private static func page(
    _ service: ReviewedService, draft: ReviewDraft, settings: ReviewSettings,
    problems: ReviewProblems = ReviewProblems(), _ context: RequestContext
  ) -> Response {
    let errors = problems.all.map { FieldError($0.field.rawValue, $0.message[context.language]) }
    return context.page(
      context.text(ja: "ご利用の評価", en: "How did it go?"),
      shoulder: service.name[context.language],
      breadcrumbs: trail(to: service, context),
      alert: ErrorSummary(errors, language: context.language).markup,
      hasErrors: !errors.isEmpty, width: .reading, status: errors.isEmpty ? 200 : 422
    ) {
      if service.status == .closed {
        closed(service, context)
      } else {
        fields(service, draft: draft, settings: settings, errors: errors, context)
      }
    }
  }

  private static func trail(
    to service: ReviewedService, _ context: RequestContext
  ) -> [PageLink] {
    [
      PageLink(context.text(ja: "サービスの評価", en: "Reviews of our services"), "/reviews"),
      PageLink(service.name[context.language], "/reviews/\(service.slug)"),
    ]
  }

  private static func closed(_ service: ReviewedService, _ context: RequestContext) -> HTML {
    HTML([
      NotificationBanner(
        .information,
        context.text(ja: "評価の受付は終了しました", en: "This service takes no more reviews"),
        language: context.language
      ).markup,
      LinkButton(
        context.text(ja: "これまでの結果を見る", en: "See the results so far"),
        "/reviews/\(service.slug)"
      ).markup,
    ])
  }

  private static func fields(
    _ service: ReviewedService, draft: ReviewDraft, settings: ReviewSettings,
    errors: [FieldError], _ context: RequestContext
  ) -> HTML {
    let language = context.language
    return form(
      .method("post"), .action("/reviews/\(service.slug)/form?lang=\(language.rawValue)"),
      .class("form")
    ) {
      FormField(
        "score",
        label: context.text(
          ja: "今回のご利用はいかがでしたか", en: "How was the service?"),
        language: language, error: errors.message(for: "score"),
        control: .rating(draft.score, words: Score.allCases.map(\.tileWords)))
      FormField(
        "reasons",
        label: context.text(ja: "そう感じた理由", en: "What made the difference?"),
        language: language, need: .optional,
        support: context.text(ja: "あてはまるものをすべて選択してください。", en: "Choose all that apply."),
        error: errors.message(for: "reasons"),
        control: .checkboxes(
          ReasonOption.counter.map { Choice($0.code, $0.label[language]) },
          selected: Set(draft.reasons)))
      if settings.asksForComment {
        FormField(
          "comment", label: context.text(ja: "ご意見", en: "In your own words"),
          language: language, need: .optional,
          support: context.text(
            ja: "氏名や電話番号などの個人情報は書かないでください。",
            en: "Please leave out names, telephone numbers and other personal details."),
          error: errors.message(for: "comment"),
          control: .textArea(draft.comment, limit: ReviewContent.longestComment))
      }
      input(.type("hidden"), .name("channel"), .value(draft.channel))
      input(.type("hidden"), .name("place"), .value(draft.place))
      for error in errors where error.field == "channel" || error.field == "place" {
        p(.class("field__error"), .id(FormField.id(of: error.field))) { error.message }
      }
      Button(context.text(ja: "送信する", en: "Send"), style: .solid)
    }
  }

  private static func thanks(
    _ service: ReviewedService, settings: ReviewSettings, _ context: RequestContext
  ) -> Response {
    let own = context.text(ja: settings.thanksJa, en: settings.thanksEn)
    return context.page(
      context.text(ja: "ありがとうございました", en: "Thank you"),
      shoulder: service.name[context.language], breadcrumbs: trail(to: service, context),
      width: .reading
    ) {
      NotificationBanner(
        .success, context.text(ja: "評価を受け付けました", en: "We have received your review"),
        language: context.language
      ) {
        p {
          own.isEmpty
            ? context.text(
              ja: "いただいた評価は、サービスの改善に役立てます。", en: "We use what you say to improve the service.")
            : own
        }
      }
      LinkButton(
        context.text(ja: "みんなの評価を見る", en: "See what everybody says"),
        "/reviews/\(service.slug)")
    }
  }
}
