import YuiHTML
import YuiStorage
import YuiText
import YuiWeb

/// The accounts of a tenant: who may sign in, and as what.
enum AccountPages {
  static let routes: [Route] = [
    .get("/staff/accounts", access: .permission(TenantPermission.accounts)) { context, snapshot in
      try list(context, in: snapshot)
    },
    .post("/staff/accounts", access: .permission(TenantPermission.accounts)) { context in
      let form = try context.request.form()
      let email = EmailAddress((form.first("email") ?? "").trimmingWhitespace)
      let role = form.first("role").flatMap(Role.init(rawValue:)).flatMap { $0.isStaff ? $0 : nil }
      return { transaction in
        try add(email: email, text: form.first("email") ?? "", role: role, context, in: transaction)
      }
    },
    .post("/staff/accounts/{id}/role", access: .permission(TenantPermission.accounts)) { context in
      let role = try context.request.form().first("role").flatMap(Role.init(rawValue:))
      return { transaction in
        try change(context, in: transaction) { account in
          guard let role else { throw HTTPProblem.notFound }
          try AccountStore.setRole(role, of: account, in: transaction)
          return AuditEvent(
            "tenant.account.role-changed", subject: "\(account.email)",
            details: ["from": account.role.rawValue, "to": role.rawValue])
        }
      }
    },
    .post("/staff/accounts/{id}/disable", access: .permission(TenantPermission.accounts)) {
      context in
      { transaction in
        try change(context, in: transaction) { account in
          try AccountStore.setEnabled(false, of: account, in: transaction)
          try SessionStore.revokeAll(of: account.id, in: transaction)
          return AuditEvent("tenant.account.disabled", subject: "\(account.email)")
        }
      }
    },
    .post("/staff/accounts/{id}/enable", access: .permission(TenantPermission.accounts)) {
      context in
      { transaction in
        try change(context, in: transaction) { account in
          try AccountStore.setEnabled(true, of: account, in: transaction)
          return AuditEvent("tenant.account.enabled", subject: "\(account.email)")
        }
      }
    },
    .post("/staff/accounts/{id}/link", access: .permission(TenantPermission.accounts)) { context in
      { transaction in
        guard let account = try account(context, in: transaction), account.isEnabled else {
          throw HTTPProblem.notFound
        }
        let link = try PasswordLink.create(for: account.id, at: context.now, in: transaction)
        try context.record(
          AuditEvent("tenant.account.link-made", subject: "\(account.email)"), in: transaction)
        return linkPage(context, account: account, link: link)
      }
    },
  ]

  private static func account(
    _ context: RequestContext, in source: some Queryable
  ) throws -> Account? {
    let id = try context.request.parameter("id", as: UUIDv7.self)
    return try AccountStore.account(id: id, in: source)
  }

  private static func add(
    email: EmailAddress?, text: String, role: Role?, _ context: RequestContext,
    in transaction: Transaction
  ) throws -> Response {
    var errors: [FieldError] = []
    if email == nil {
      errors.append(
        FieldError(
          "email",
          context.text(
            ja: "メールアドレスを「name@example.lg.jp」の形式で入力してください。",
            en: "Enter an address in the form name@example.lg.jp.")))
    }
    if role == nil {
      errors.append(
        FieldError("role", context.text(ja: "役割を選択してください。", en: "Choose a role.")))
    }
    guard let email, let role else {
      return try list(context, in: transaction, entered: text, errors: errors)
    }
    do {
      let account = try AccountStore.add(email, role: role, at: context.now, in: transaction)
      let link = try PasswordLink.create(for: account.id, at: context.now, in: transaction)
      try context.record(
        AuditEvent(
          "tenant.account.added", subject: "\(email)", details: ["role": role.rawValue]),
        in: transaction)
      return linkPage(context, account: account, link: link)
    } catch let error as AccountError {
      return try list(
        context, in: transaction, entered: text,
        errors: [FieldError("email", error.message[context.language])])
    }
  }

  private static func change(
    _ context: RequestContext, in transaction: Transaction,
    _ body: (Account) throws -> AuditEvent
  ) throws -> Response {
    guard let account = try account(context, in: transaction) else { throw HTTPProblem.notFound }
    do {
      try context.record(try body(account), in: transaction)
      return .redirect(to: "/staff/accounts")
    } catch let error as AccountError {
      return try list(
        context, in: transaction, problem: error.message[context.language])
    }
  }

  private static func list(
    _ context: RequestContext, in source: some Queryable, entered: String? = nil,
    errors: [FieldError] = [], problem: String? = nil
  ) throws -> Response {
    let accounts = try AccountStore.all(in: source)
    let language = context.language
    let alert: HTML =
      if let problem { NotificationBanner(.error, problem, language: language).markup } else {
        ErrorSummary(errors, language: language).markup
      }
    return context.page(
      LocalizedText(ja: "職員アカウント", en: "Staff accounts"), alert: alert,
      hasErrors: !alert.isEmpty, status: alert.isEmpty ? 200 : 422
    ) {
      DataTable(
        context.text(ja: "サインインできる職員", en: "Who may sign in"),
        columns: [
          .init(context.text(ja: "メールアドレス", en: "E-mail address")),
          .init(context.text(ja: "役割", en: "Role")),
          .init(context.text(ja: "状態", en: "State")),
          .init(context.text(ja: "操作", en: "Action")),
        ], rows: accounts.map { row($0, context) })
      section {
        h2 { context.text(ja: "アカウントの追加", en: "Add an account") }
        form(.method("post"), .action("/staff/accounts"), .class("form")) {
          context.antiForgeryField
          FormField(
            "email", label: context.text(ja: "メールアドレス", en: "E-mail address"),
            language: language, error: errors.message(for: "email"),
            control: .text(entered, kind: .email))
          FormField(
            "role", label: context.text(ja: "役割", en: "Role"), language: language,
            error: errors.message(for: "role"),
            control: .radioButtons(
              Role.staff.map { Choice($0.rawValue, $0.name, in: language) }, selected: nil))
          Button(
            context.text(ja: "追加して設定リンクを発行", en: "Add and make a link"), style: .solid)
        }
      }
    }
  }

  private static func row(_ account: Account, _ context: RequestContext) -> [HTML] {
    let state =
      account.isEnabled
      ? ChipLabel(context.text(ja: "有効", en: "Enabled"), color: .green)
      : ChipLabel(context.text(ja: "停止中", en: "Disabled"))
    return [
      HTML("\(account.email)"),
      account.role.isStaff
        ? roleForm(account, context) : HTML(account.role.name[context.language]),
      state.markup,
      div(.class("actions")) {
        if account.isEnabled {
          action("link", context.text(ja: "パスワード設定リンク", en: "Password link"), account, context)
          action("disable", context.text(ja: "停止", en: "Disable"), account, context)
        } else {
          action("enable", context.text(ja: "再開", en: "Enable"), account, context)
        }
      },
    ]
  }

  private static func roleForm(_ account: Account, _ context: RequestContext) -> HTML {
    form(
      .method("post"), .action("/staff/accounts/\(account.id)/role"), .class("inline-form")
    ) {
      context.antiForgeryField
      select(
        .name("role"), .class("select"),
        .aria("label", context.text(ja: "役割", en: "Role") + " \(account.email)")
      ) {
        for role in Role.staff {
          option(.value(role.rawValue), .selected(role == account.role)) {
            role.name[context.language]
          }
        }
      }
      Button(context.text(ja: "変更", en: "Change"), size: .small)
    }
  }

  private static func action(
    _ name: String, _ label: String, _ account: Account, _ context: RequestContext
  ) -> HTML {
    form(.method("post"), .action("/staff/accounts/\(account.id)/\(name)")) {
      context.antiForgeryField
      Button(label, size: .small)
    }
  }

  private static func linkPage(
    _ context: RequestContext, account: Account, link: String
  ) -> Response {
    let address = "\(context.siteAddress)/staff/password/\(link)"
    return context.page(
      LocalizedText(ja: "パスワード設定リンク", en: "Link to set a password"),
      shoulder: [LocalizedText(everywhere: "\(account.email)")], width: .reading
    ) {
      NotificationBanner(
        .success,
        context.text(
          ja: "リンクを発行しました。この画面でのみ表示されます",
          en: "The link was made. It is shown only here"), language: context.language
      ) {
        p { code { address } }
        p {
          context.text(
            ja: "本人に直接渡してください。3日間、1回だけ使えます。",
            en: "Hand it to the person. It works once, for three days.")
        }
      }
      LinkButton(context.text(ja: "アカウント一覧へ戻る", en: "Back to the accounts"), "/staff/accounts")
    }
  }
}
