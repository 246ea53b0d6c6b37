import YuiHTML
import YuiStorage
import YuiText
import YuiWeb

/// The API tokens of a tenant: made, shown once, revoked.
struct TokenPages: Sendable {
  let permissions: [ModulePermission]

  var routes: [Route] {
    [
      .get("/staff/tokens", access: .permission(TenantPermission.tokens)) { context, snapshot in
        try list(context, in: snapshot)
      },
      .post("/staff/tokens", access: .permission(TenantPermission.tokens)) { context in
        let form = try context.request.form()
        let name = (form.first("name") ?? "").trimmingWhitespace
        let scopes = Set(form.values(named: "scope").map(Permission.init(rawValue:)))
        let id = form.first("id").flatMap(UUIDv7.init) ?? UUIDv7(at: context.now)
        return { transaction in
          // Reloading the page that showed the secret sends the form again.
          guard try TokenStore.token(id: id, in: transaction) == nil else {
            return .redirect(to: "/staff/tokens")
          }
          return try create(id: id, name: name, scopes: scopes, context, in: transaction)
        }
      },
      .post("/staff/tokens/{id}/revoke", access: .permission(TenantPermission.tokens)) { context in
        let id = try context.request.parameter("id", as: UUIDv7.self)
        return { transaction in
          guard let token = try TokenStore.token(id: id, in: transaction),
            try TokenStore.revoke(id: id, at: context.now, in: transaction)
          else { throw HTTPProblem.notFound }
          try context.record(
            AuditEvent("tenant.token.revoked", subject: token.name, details: ["id": "\(id)"]),
            in: transaction)
          return .redirect(to: "/staff/tokens")
        }
      },
    ]
  }

  private func create(
    id: UUIDv7, name: String, scopes: Set<Permission>, _ context: RequestContext,
    in transaction: Transaction
  ) throws -> Response {
    var errors: [FieldError] = []
    if !(1...80).contains(name.count) {
      errors.append(
        FieldError(
          "name",
          context.text(ja: "用途を80文字以内で入力してください。", en: "Say what it is for, in 80 characters.")))
    }
    if scopes.isEmpty || !scopes.isSubset(of: permissions.map(\.permission)) {
      errors.append(
        FieldError(
          "scope", context.text(ja: "許可する操作を選択してください。", en: "Choose what it may do.")))
    }
    guard errors.isEmpty else {
      return try list(context, in: transaction, entered: name, errors: errors)
    }
    let (token, secret) = try TokenStore.create(
      id: id, name: name, scopes: scopes, at: context.now, in: transaction)
    try context.record(
      AuditEvent(
        "tenant.token.created", subject: name,
        details: [
          "id": "\(token.id)", "scopes": scopes.map(\.rawValue).sorted().joined(separator: " "),
        ]), in: transaction)
    return context.page(
      LocalizedText(ja: "APIトークン", en: "API token"), shoulder: [LocalizedText(everywhere: name)],
      width: .reading
    ) {
      NotificationBanner(
        .success,
        context.text(
          ja: "トークンを発行しました。この画面でのみ表示されます",
          en: "The token was made. It is shown only here"), language: context.language
      ) {
        p { code { secret } }
      }
      LinkButton(context.text(ja: "トークン一覧へ戻る", en: "Back to the tokens"), "/staff/tokens")
    }
  }

  private func list(
    _ context: RequestContext, in source: some Queryable, entered: String? = nil,
    errors: [FieldError] = []
  ) throws -> Response {
    let tokens = try TokenStore.all(in: source)
    let language = context.language
    return context.page(
      LocalizedText(ja: "APIトークン", en: "API tokens"),
      alert: ErrorSummary(errors, language: language).markup, hasErrors: !errors.isEmpty,
      status: errors.isEmpty ? 200 : 422
    ) {
      if !tokens.isEmpty {
        DataTable(
          context.text(ja: "発行済みのトークン", en: "Tokens made so far"),
          columns: [
            .init(context.text(ja: "用途", en: "For")),
            .init(context.text(ja: "許可", en: "May")),
            .init(context.text(ja: "発行", en: "Made")),
            .init(context.text(ja: "状態", en: "State")),
          ], rows: tokens.map { row($0, context) })
      }
      section {
        h2 { context.text(ja: "トークンの発行", en: "Make a token") }
        form(.method("post"), .action("/staff/tokens"), .class("form")) {
          context.antiForgeryField
          input(.type("hidden"), .name("id"), .value("\(UUIDv7(at: context.now))"))
          FormField(
            "name", label: context.text(ja: "用途", en: "What it is for"), language: language,
            error: errors.message(for: "name"), control: .text(entered))
          FormField(
            "scope", label: context.text(ja: "許可する操作", en: "What it may do"),
            language: language, error: errors.message(for: "scope"),
            control: .checkboxes(
              permissions.map {
                Choice(
                  $0.permission.rawValue, $0.name[language], support: $0.permission.rawValue)
              }, selected: []))
          Button(context.text(ja: "発行", en: "Make"), style: .solid)
        }
      }
    }
  }

  private func row(_ token: APIToken, _ context: RequestContext) -> [HTML] {
    let state: HTML =
      if let revokedAt = token.revokedAt {
        HTML(
          context.text(ja: "失効 ", en: "Revoked ") + revokedAt.text(context.language))
      } else {
        form(.method("post"), .action("/staff/tokens/\(token.id)/revoke")) {
          context.antiForgeryField
          Button(
            context.text(ja: "失効させる", en: "Revoke"), size: .small, isDestructive: true,
            question: context.text(
              ja: "このトークンを使うプログラムは動かなくなります。よろしいですか。",
              en: "Programs that use this token will stop working. Go on?"))
        }
      }
    return [
      HTML(token.name), HTML(token.scopes.map(\.rawValue).sorted().joined(separator: ", ")),
      HTML(token.createdAt.text(context.language)), state,
    ]
  }
}
