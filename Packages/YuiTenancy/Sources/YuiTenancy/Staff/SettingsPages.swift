import YuiHTML
import YuiStorage
import YuiText
import YuiWeb

/// The settings of a tenant's modules, each a form made from its fields.
struct SettingsPages: Sendable {
  let modules: [any Module]

  var routes: [Route] {
    [
      .get("/staff/settings", access: .permission(TenantPermission.settings)) { context, snapshot in
        try page(context, in: snapshot)
      },
      .post("/staff/settings/{module}", access: .permission(TenantPermission.settings)) { context in
        let identifier = try context.request.parameter("module", as: String.self)
        guard let module = modules.first(where: { $0.identifier == identifier }) else {
          throw HTTPProblem.notFound
        }
        let form = try context.request.form()
        let texts = Dictionary(
          form.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
        return { transaction in try save(texts, of: module, context, in: transaction) }
      },
    ]
  }

  private func save(
    _ texts: [String: String], of module: any Module, _ context: RequestContext,
    in transaction: Transaction
  ) throws -> Response {
    let problems = try module.settingsProblems(texts, in: transaction)
    guard problems.isEmpty else {
      return try page(context, in: transaction, entered: (module.identifier, texts, problems))
    }
    let changes = try module.saveSettings(texts, in: transaction)
    if !changes.isEmpty {
      try context.record(
        AuditEvent("tenant.settings.changed", subject: module.identifier, details: changes),
        in: transaction)
      transaction.raisePublicVersion()
    }
    return .redirect(to: "/staff/settings?saved=\(module.identifier)")
  }

  private typealias Entered = (
    module: String, texts: [String: String], problems: [String: LocalizedText]
  )

  private func page(
    _ context: RequestContext, in source: some Queryable, entered: Entered? = nil
  ) throws -> Response {
    let language = context.language
    let forms = try modules.map { module in
      (module, try module.settingsForm(in: source))
    }.filter { !$0.1.isEmpty }
    let errors = (entered?.problems ?? [:]).sorted { $0.key < $1.key }
      .map { FieldError($0.key, $0.value[language]) }
    let saved = context.request.query["saved"] != nil
    let alert =
      saved
      ? NotificationBanner(
        .success, context.text(ja: "設定を保存しました", en: "The settings were saved"),
        language: language
      ).markup
      : ErrorSummary(errors, language: language).markup
    return context.page(
      LocalizedText(ja: "設定", en: "Settings"), alert: alert, hasErrors: !errors.isEmpty,
      width: .reading, status: errors.isEmpty ? 200 : 422
    ) {
      for (module, fields) in forms {
        section {
          h2 { module.name[language] }
          form(
            .method("post"), .action("/staff/settings/\(module.identifier)"), .class("form")
          ) {
            context.antiForgeryField
            for item in fields {
              let mine = entered?.module == module.identifier ? entered : nil
              field(
                item, value: mine?.texts[item.name] ?? item.value,
                error: mine?.problems[item.name]?[language], context)
            }
            Button(context.text(ja: "保存", en: "Save"), style: .solid)
          }
        }
      }
      if forms.isEmpty { p { context.text(ja: "設定項目はありません。", en: "There is nothing to set.") } }
    }
  }

  private func field(
    _ item: SettingsFormField, value: String, error: String?, _ context: RequestContext
  ) -> HTML {
    let control: FieldControl =
      switch item.kind {
      case .toggle:
        .radioButtons(
          [
            Choice("true", context.text(ja: "はい", en: "Yes")),
            Choice("false", context.text(ja: "いいえ", en: "No")),
          ], selected: value)
      case .integer: .number(value)
      case .text: .text(value)
      }
    let isOptional = if case .text = item.kind { true } else { false }
    return FormField(
      item.name, label: item.label[context.language], language: context.language,
      need: isOptional ? .optional : .required, support: item.help[context.language],
      error: error, control: control
    ).markup
  }
}
