import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/reviews/services`: the services that can be reviewed, added and changed by staff.
enum ServicePages {
  static let routes: [Route] = [
    .get("/staff/reviews/services", access: .permission(ReviewPermission.read)) {
      context, snapshot in
      let after = try context.request.query("after", as: String.self) ?? ""
      let services = try ServiceStore.page(after: after, limit: 51, in: snapshot)
      return list(services, context)
    },
    .get("/staff/reviews/services/new", access: .permission(ReviewPermission.manage)) {
      context, snapshot in
      form(
        ServiceDraft(), slug: nil, sets: try QuestionSetStore.newest(in: snapshot), context)
    },
    .post("/staff/reviews/services/new", access: .permission(ReviewPermission.manage)) { context in
      let draft = ServiceDraft(form: try context.request.form())
      return { transaction in try add(draft, context, in: transaction) }
    },
    .get("/staff/reviews/services/{slug}/edit", access: .permission(ReviewPermission.manage)) {
      context, snapshot in
      let service = try context.service(in: snapshot)
      return form(
        ServiceDraft(service), slug: service.slug,
        sets: try QuestionSetStore.newest(in: snapshot), context)
    },
    .post("/staff/reviews/services/{slug}/edit", access: .permission(ReviewPermission.manage)) {
      context in
      let draft = ServiceDraft(form: try context.request.form())
      return { transaction in
        let old = try context.service(in: transaction)
        return try change(old, to: draft, context, in: transaction)
      }
    },
  ]

  private static func add(
    _ draft: ServiceDraft, _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    let sets = try QuestionSetStore.newest(in: transaction)
    switch draft.checked(among: sets) {
    case .failure(let problems):
      return form(draft, slug: nil, sets: sets, problems: problems, context)
    case .success(let checked):
      let slug = try ServiceStore.freeSlug(
        for: checked.name[.en], kind: checked.kind, in: transaction)
      try ServiceStore.put(checked.service(slug: slug), in: transaction)
      try context.record(
        AuditEvent("reviews.service.added", subject: "\(slug)", details: draft.details),
        in: transaction)
      return .redirect(to: "/staff/reviews/services")
    }
  }

  private static func change(
    _ old: ReviewedService, to draft: ServiceDraft, _ context: RequestContext,
    in transaction: Transaction
  ) throws -> Response {
    let sets = try QuestionSetStore.newest(in: transaction)
    switch draft.checked(among: sets) {
    case .failure(let problems):
      return form(draft, slug: old.slug, sets: sets, problems: problems, context)
    case .success(let checked):
      let new = checked.service(slug: old.slug, replacing: old)
      if new != old {
        try ServiceStore.put(new, in: transaction)
        let before = ServiceDraft(old).details
        try context.record(
          AuditEvent(
            "reviews.service.changed", subject: "\(old.slug)",
            details: draft.details.filter { before[$0.key] != $0.value }), in: transaction)
      }
      return .redirect(to: "/staff/reviews/services")
    }
  }

  private static func list(
    _ services: [ReviewedService], _ context: RequestContext
  ) -> Response {
    let language = context.language
    return context.page(LocalizedText(ja: "評価の対象サービス", en: "Services that can be reviewed")) {
      if context.may(ReviewPermission.manage) {
        ButtonRow {
          LinkButton(
            context.text(ja: "サービスを追加", en: "Add a service"), "/staff/reviews/services/new",
            style: .solid)
          LinkButton(context.text(ja: "設問", en: "Questions"), QuestionSetPages.path)
          LinkButton(
            context.text(ja: "CSVで取り込む", en: "Import from CSV"), "/staff/reviews/import")
        }
      }
      DataTable(
        context.text(ja: "登録済みのサービス", en: "Services"),
        columns: [
          .init(context.text(ja: "名称", en: "Name")),
          .init(context.text(ja: "種類", en: "Kind")),
          .init(context.text(ja: "担当", en: "Department")),
          .init(context.text(ja: "状態", en: "State")),
          .init(context.text(ja: "操作", en: "Action")),
        ],
        rows: services.prefix(50).map { service in
          [
            a(.href("/reviews/\(service.slug)")) { HTML(service.name, in: language) },
            HTML(service.kind.name, in: language), HTML(service.departmentName, in: language),
            ChipLabel(
              service.status.name[language], color: service.status == .open ? .green : .gray
            ).markup,
            div(.class("actions")) {
              a(.href("/staff/reviews/services/\(service.slug)/places")) {
                context.text(ja: "場所とポスター", en: "Places and posters")
              }
              if context.may(ReviewPermission.manage) {
                a(.href("/staff/reviews/services/\(service.slug)/publication")) {
                  context.text(ja: "公表する項目", en: "What is published")
                }
                a(.href("/staff/reviews/services/\(service.slug)/edit")) {
                  context.text(ja: "編集", en: "Edit")
                }
              }
            },
          ]
        })
      Pagination(
        context.text(ja: "サービスの一覧", en: "Services"), previous: nil,
        next: services.count > 50 ? "/staff/reviews/services?after=\(services[49].slug)" : nil,
        language: language)
    }
  }

  private static func form(
    _ draft: ServiceDraft, slug: Slug?, sets: [QuestionSet],
    problems: [String: LocalizedText] = [:],
    _ context: RequestContext
  ) -> Response {
    let language = context.language
    let errors = ServiceDraft.fieldOrder.compactMap { name in
      problems[name].map { FieldError(name, $0[language]) }
    }
    let title =
      slug == nil
      ? LocalizedText(ja: "サービスの追加", en: "Add a service")
      : LocalizedText(ja: "サービスの編集", en: "Edit a service")
    return context.page(
      title, shoulder: slug.map { [LocalizedText(everywhere: $0.description)] } ?? [],
      breadcrumbs: [
        PageLink(
          LocalizedText(ja: "評価の対象サービス", en: "Services that can be reviewed"),
          "/staff/reviews/services")
      ], alert: ErrorSummary(errors, language: language).markup, hasErrors: !errors.isEmpty,
      width: .reading, status: errors.isEmpty ? 200 : 422
    ) {
      YuiHTML.form(.method("post"), .class("form")) {
        context.antiForgeryField
        FormField(
          "name_ja", label: context.text(ja: "名称（日本語）", en: "Name (Japanese)"),
          language: language, error: errors.message(for: "name_ja"),
          control: .text(draft.nameJa))
        FormField(
          "name_en", label: context.text(ja: "名称（英語）", en: "Name (English)"),
          language: language, need: .optional, error: errors.message(for: "name_en"),
          control: .text(draft.nameEn))
        FormField(
          "kind", label: context.text(ja: "種類", en: "Kind"), language: language,
          error: errors.message(for: "kind"),
          control: .radioButtons(
            ReviewedService.Kind.allCases.map { Choice($0.rawValue, $0.name, in: language) },
            selected: draft.kind))
        FormField(
          "department", label: context.text(ja: "担当部署", en: "Department"), language: language,
          need: .optional, error: errors.message(for: "department"),
          control: .text(draft.department))
        FormField(
          "channels", label: context.text(ja: "受付方法", en: "Channels"), language: language,
          error: errors.message(for: "channels"),
          control: .checkboxes(
            Channel.allCases.map { Choice($0.rawValue, $0.name, in: language) },
            selected: Set(draft.channels)))
        FormField(
          "status", label: context.text(ja: "状態", en: "State"), language: language,
          error: errors.message(for: "status"),
          control: .radioButtons(
            ReviewedService.Status.allCases.map { Choice($0.rawValue, $0.name, in: language) },
            selected: draft.status))
        FormField(
          "question_set", label: context.text(ja: "設問", en: "Questions"), language: language,
          error: errors.message(for: "question_set"),
          control: .radioButtons(
            sets.map { Choice($0.version.slug.description, $0.title, in: language) },
            selected: draft.questionSet))
        FormField(
          "url", label: context.text(ja: "サービスのページ", en: "Page of the service"),
          language: language, need: .optional,
          support: context.text(
            ja: "例）https://www.example.lg.jp/", en: "such as https://www.example.lg.jp/"),
          error: errors.message(for: "url"), control: .text(draft.url, kind: .url))
        FormField(
          "origins",
          label: context.text(ja: "評価フォームを設置できるサイト", en: "Sites that may show the form"),
          language: language, need: .optional,
          support: context.text(
            ja: "ウィジェットやiframeを置くサイトを、1行に1つ入力してください。空欄の場合はどのサイトにも設置できます。"
              + "例）https://www.example.lg.jp",
            en: "The sites whose pages hold the widget or iframe, one a line, such as "
              + "https://www.example.lg.jp. Left empty, any site may."),
          error: errors.message(for: "origins"), control: .textArea(draft.origins, rows: 3))
        Button(context.text(ja: "保存", en: "Save"), style: .solid)
      }
    }
  }
}
