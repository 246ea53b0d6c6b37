import YuiHTML
import YuiHTTPClient
import YuiStorage
import YuiText
import YuiWeb

/// The webhooks of a tenant: made with a secret that is shown once, tried, taken away.
struct WebhookPages: Sendable {
  let modules: [any Module]
  /// Whether they may lead into this machine's own networks, also without encryption.
  let reachesPrivateAddresses: Bool

  var routes: [Route] {
    [
      .get("/staff/webhooks", access: .permission(TenantPermission.settings)) {
        context, snapshot in
        try list(context, in: snapshot)
      },
      .post("/staff/webhooks", access: .permission(TenantPermission.settings)) { context in
        let form = try context.request.form()
        let url = (form.first("url") ?? "").trimmingWhitespace
        let chosen = Set(form.values(named: "events"))
        let id = form.first("id").flatMap(UUIDv7.init) ?? UUIDv7(at: context.now)
        let secret = Webhook.newSecret()
        return { transaction in
          // Reloading the page that showed the secret sends the form again.
          guard try WebhookStore.webhook(id, in: transaction) == nil else {
            return .redirect(to: "/staff/webhooks")
          }
          return try add(
            Webhook(id: id, url: url, events: chosen, secret: secret), context, in: transaction)
        }
      },
      .post("/staff/webhooks/{id}/test", access: .permission(TenantPermission.settings)) {
        context in
        let id = try context.request.parameter("id", as: UUIDv7.self)
        return { transaction in
          guard let hook = try WebhookStore.webhook(id, in: transaction) else {
            throw HTTPProblem.notFound
          }
          try Outbox.event(
            "webhook.test", data: ["message": "これは試験です。 / This is a test."], to: hook,
            at: context.now, in: transaction)
          return .redirect(to: "/staff/outbox")
        }
      },
      .post("/staff/webhooks/{id}/delete", access: .permission(TenantPermission.settings)) {
        context in
        let id = try context.request.parameter("id", as: UUIDv7.self)
        return { transaction in
          guard let hook = try WebhookStore.webhook(id, in: transaction) else {
            throw HTTPProblem.notFound
          }
          try WebhookStore.remove(id, in: transaction)
          try context.record(
            AuditEvent("tenant.webhook.removed", subject: hook.url), in: transaction)
          return .redirect(to: "/staff/webhooks")
        }
      },
    ]
  }

  private func add(
    _ hook: Webhook, _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    var errors: [FieldError] = []
    if let wrong = whatIsWrong(with: hook.url) {
      errors.append(FieldError("url", wrong[context.language]))
    }
    if hook.events.isEmpty || !hook.events.isSubset(of: events.map(\.name)) {
      errors.append(
        FieldError("events", context.text(ja: "知らせる内容を選択してください。", en: "Choose what to tell.")))
    }
    if try WebhookStore.all(in: transaction).count >= WebhookStore.most {
      errors.append(
        FieldError(
          "url",
          context.text(
            ja: "登録できるのは\(WebhookStore.most)件までです。",
            en: "There may be \(WebhookStore.most) at most.")))
    }
    guard errors.isEmpty else {
      return try list(context, in: transaction, entered: hook, errors: errors)
    }
    try WebhookStore.add(hook, in: transaction)
    try context.record(
      AuditEvent(
        "tenant.webhook.added", subject: hook.url,
        details: ["events": hook.events.sorted().joined(separator: " ")]), in: transaction)
    return context.page(
      LocalizedText(ja: "Webhook", en: "Webhook"), shoulder: [LocalizedText(everywhere: hook.url)],
      width: .reading
    ) {
      NotificationBanner(
        .success,
        context.text(
          ja: "登録しました。署名の鍵はこの画面でのみ表示されます",
          en: "It is set up. The key of its signatures is shown only here"),
        language: context.language
      ) {
        p { code { hook.secret } }
      }
      LinkButton(context.text(ja: "一覧へ戻る", en: "Back to the list"), "/staff/webhooks")
    }
  }

  /// Only https beyond one's own machines; where a name leads, the courier sees when it sends.
  private func whatIsWrong(with url: String) -> LocalizedText? {
    let isWeb =
      url.hasPrefix("https://") || (reachesPrivateAddresses && url.hasPrefix("http://"))
    guard isWeb, url.utf8.count <= 500, !url.contains("@"),
      url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), let host = URLHost(url)
    else {
      return LocalizedText(
        ja: "https:// で始まるアドレスを入力してください。", en: "Enter an address that begins with https://.")
    }
    guard host.isPrivate, !reachesPrivateAddresses else { return nil }
    return LocalizedText(
      ja: "このサーバー自身や組織内のネットワークのアドレスには送れません。インターネットのアドレスを入力してください。",
      en: "Enter an address of the internet: this machine and private networks are not reached.")
  }

  /// Every kind of event that a webhook can hear.
  private var events: [(name: String, title: LocalizedText)] {
    modules.flatMap { module in
      module.digests.flatMap { digest in
        DigestPeriod.allCases.map { period in
          (
            "\(module.identifier).\(digest.name).\(period.rawValue)",
            LocalizedText(
              ja: "\(digest.title[.ja])（\(period.name[.ja])）",
              en: "\(digest.title[.en]) (\(period.name[.en].lowercased()))")
          )
        }
      }
    }
  }

  private func list(
    _ context: RequestContext, in source: some Queryable, entered: Webhook? = nil,
    errors: [FieldError] = []
  ) throws -> Response {
    let hooks = try WebhookStore.all(in: source)
    let language = context.language
    return context.page(
      LocalizedText(ja: "Webhook", en: "Webhooks"),
      lead: LocalizedText(
        ja: "ほかのシステムに、署名を付けて知らせます。", en: "Tell other programs, with a signature."),
      alert: ErrorSummary(errors, language: language).markup, hasErrors: !errors.isEmpty,
      status: errors.isEmpty ? 200 : 422
    ) {
      if !hooks.isEmpty {
        DataTable(
          context.text(ja: "登録済みのWebhook", en: "Webhooks"),
          columns: [
            .init(context.text(ja: "送信先", en: "Address")),
            .init(context.text(ja: "内容", en: "Tells")),
            .init(context.text(ja: "操作", en: "Action")),
          ], rows: hooks.map { row($0, context) })
      }
      section {
        h2 { context.text(ja: "Webhookの登録", en: "Set up a webhook") }
        form(.method("post"), .action("/staff/webhooks"), .class("form")) {
          context.antiForgeryField
          input(.type("hidden"), .name("id"), .value("\(UUIDv7(at: context.now))"))
          FormField(
            "url", label: context.text(ja: "送信先のアドレス", en: "Address"), language: language,
            error: errors.message(for: "url"), control: .text(entered?.url, kind: .url))
          FormField(
            "events", label: context.text(ja: "知らせる内容", en: "What to tell"),
            language: language, error: errors.message(for: "events"),
            control: .checkboxes(
              events.map { Choice($0.name, $0.title[language], support: $0.name) },
              selected: entered?.events ?? []))
          Button(context.text(ja: "登録", en: "Set up"), style: .solid)
        }
      }
      LinkButton(
        context.text(ja: "送信待ちと失敗を見る", en: "What waits and what failed"), "/staff/outbox")
    }
  }

  private func row(_ hook: Webhook, _ context: RequestContext) -> [HTML] {
    [
      HTML(hook.url), HTML(hook.events.sorted().joined(separator: ", ")),
      div(.class("actions")) {
        form(.method("post"), .action("/staff/webhooks/\(hook.id)/test")) {
          context.antiForgeryField
          Button(context.text(ja: "試しに送る", en: "Send a test"), size: .small)
        }
        form(.method("post"), .action("/staff/webhooks/\(hook.id)/delete")) {
          context.antiForgeryField
          Button(
            context.text(ja: "削除", en: "Remove"), size: .small, isDestructive: true,
            question: context.text(
              ja: "このWebhookを削除します。送信待ちのものも消えます。よろしいですか。",
              en: "This webhook and what waits for it will be gone. Go on?"))
        }
      },
    ]
  }
}
