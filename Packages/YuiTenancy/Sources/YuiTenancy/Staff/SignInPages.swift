import YuiHTML
import YuiStorage
import YuiText
import YuiWeb

/// Signing in and out, and setting a password by a one-time link.
struct SignInPages: Sendable {
  let hasher: PasswordHasher
  let accountThrottle: SignInThrottle
  let addressThrottle: SignInThrottle

  var routes: [Route] {
    [
      .get("/staff/login", access: .anyone) { context, _ in
        try context.requireSafeSignIn()
        return signInPage(context)
      },
      .post("/staff/login", access: .anyone, slow: signIn),
      .post("/staff/logout", access: .signedIn) { context in
        { transaction in
          let cookie = try context.signOut(in: transaction)
          try context.record(AuditEvent("tenant.session.ended"), in: transaction)
          return Response.redirect(to: "/staff/login").setting(cookie)
            .header("Clear-Site-Data", "\"cache\"")
        }
      },
      .get("/staff/password/{link}", access: .anyone) { context, snapshot in
        try context.requireSafeSignIn()
        return passwordPage(context, account: try linkedAccount(context, in: snapshot))
      },
      .post("/staff/password/{link}", access: .anyone, slow: setPassword),
    ]
  }

  // MARK: Signing in

  private func signIn(_ context: RequestContext) throws -> Response {
    guard !context.request.comesFromAnotherSite else { throw SignInPages.foreignOrigin }
    try context.requireSafeSignIn()
    let form = try context.request.form()
    let email = EmailAddress((form.first("email") ?? "").trimmingWhitespace)
    let password = form.first("password") ?? ""
    let accountKey = "\(context.site.key) \(email?.description ?? "")"
    let addressKey = context.request.peer.map { "\(context.site.key) \($0)" } ?? ""

    let wait = max(
      accountThrottle.wait(for: accountKey, at: context.now),
      addressKey.isEmpty ? 0 : addressThrottle.wait(for: addressKey, at: context.now))
    guard wait == 0 else {
      return signInPage(
        context, email: form.first("email"), next: form.first("next"),
        problem: Self.locked(seconds: wait), status: 429
      )
      .header("Retry-After", String(wait))
    }
    let (account, hash) = try context.site.store.read { snapshot in
      let account = try email.flatMap { try AccountStore.account(email: $0, in: snapshot) }
      let hash = try account.flatMap { try AccountStore.passwordHash(of: $0.id, in: snapshot) }
      return (account, hash)
    }
    guard hasher.verify(password, against: hash), let account, account.isEnabled else {
      accountThrottle.failed(accountKey, at: context.now)
      addressThrottle.failed(addressKey, at: context.now)
      return signInPage(
        context, email: form.first("email"), next: form.first("next"), problem: Self.wrong,
        status: 401)
    }
    accountThrottle.succeeded(accountKey)
    let target = context.start(
      for: account.role, next: form.first("next").flatMap(LocalTarget.init(untrusted:)))
    return try context.site.store.write { transaction in
      // Between the look and now the password may have been reset, or the account ended.
      guard try AccountStore.account(id: account.id, in: transaction)?.isEnabled == true,
        try AccountStore.passwordHash(of: account.id, in: transaction) == hash
      else { throw Refusal(signInPage(context, problem: Self.wrong, status: 401)) }
      let cookie = try context.signIn(account: account.id, in: transaction)
      let actor = AuditActor(.account, name: "\(account.email)", id: "\(account.id)")
      try AuditLog.record(
        AuditEvent("tenant.session.started"), by: actor, at: context.now, in: transaction)
      return Response.redirect(to: target).setting(cookie)
    }
  }

  private func signInPage(
    _ context: RequestContext, email: String? = nil, next: String? = nil,
    problem: LocalizedText? = nil, status: Int = 200
  ) -> Response {
    let language = context.language
    return context.page(
      LocalizedText(ja: "職員サインイン", en: "Staff sign-in"),
      alert: HTML(
        [
          problem.map { NotificationBanner(.error, $0[language], language: language).markup }
        ].compactMap { $0 }),
      hasErrors: problem != nil, width: .reading, status: status
    ) {
      form(.method("post"), .action("/staff/login"), .class("form")) {
        input(.type("hidden"), .name("next"), .value(next ?? context.request.query["next"]))
        FormField(
          "email", label: context.text(ja: "メールアドレス", en: "E-mail address"),
          language: language, need: .unmarked,
          control: .text(email, kind: .email, autocomplete: "username"))
        FormField(
          "password", label: context.text(ja: "パスワード", en: "Password"),
          language: language, need: .unmarked,
          control: .text(nil, kind: .password, autocomplete: "current-password"))
        Button(context.text(ja: "サインイン", en: "Sign in"), style: .solid)
      }
    }
  }

  private static let wrong = LocalizedText(
    ja: "メールアドレスまたはパスワードが正しくありません",
    en: "The e-mail address or the password is not right")

  private static func locked(seconds: Int64) -> LocalizedText {
    LocalizedText(
      ja: "サインインの失敗が続いたため、\(seconds)秒後にもう一度お試しください",
      en: "Too many failed attempts. Try again in \(seconds) seconds")
  }

  // MARK: Setting a password

  private func setPassword(_ context: RequestContext) throws -> Response {
    guard !context.request.comesFromAnotherSite else { throw SignInPages.foreignOrigin }
    try context.requireSafeSignIn()
    let account = try context.site.store.read { snapshot in
      try linkedAccount(context, in: snapshot)
    }
    guard let account else { return passwordPage(context, account: nil) }
    let form = try context.request.form()
    do {
      let password = try Password(form.first("password") ?? "")
      let hash = try hasher.hash(password)
      return try context.site.store.write { transaction in
        guard try linkedAccount(context, in: transaction)?.id == account.id else {
          return passwordPage(context, account: nil)
        }
        try AccountStore.setPasswordHash(hash, of: account.id, in: transaction)
        try SessionStore.revokeAll(of: account.id, in: transaction)
        let actor = AuditActor(.account, name: "\(account.email)", id: "\(account.id)")
        try AuditLog.record(
          AuditEvent("tenant.password.set"), by: actor, at: context.now, in: transaction)
        let cookie = try context.signIn(account: account.id, in: transaction)
        return Response.redirect(to: context.start(for: account.role)).setting(cookie)
      }
    } catch let error as PasswordError {
      return passwordPage(context, account: account, problem: error.message)
    }
  }

  private func linkedAccount(
    _ context: RequestContext, in source: some Queryable
  ) throws -> Account? {
    let secret = try context.request.parameter("link", as: String.self)
    return try PasswordLink.account(secret: secret, at: context.now, in: source)
  }

  private func passwordPage(
    _ context: RequestContext, account: Account?, problem: LocalizedText? = nil
  ) -> Response {
    let language = context.language
    let title = LocalizedText(ja: "パスワードの設定", en: "Set your password")
    guard let account else {
      return context.page(title, width: .reading, status: 404) {
        NotificationBanner(
          .warning,
          context.text(
            ja: "このリンクは使用済みか、期限が切れています",
            en: "This link has been used or has expired"), language: language
        ) {
          p {
            context.text(
              ja: "管理者に新しいリンクの発行を依頼してください。",
              en: "Ask an administrator for a new one.")
          }
        }
      }
    }
    let errors = problem.map { [FieldError("password", $0[language])] } ?? []
    return context.page(
      title, shoulder: [LocalizedText(everywhere: "\(account.email)")],
      alert: ErrorSummary(errors, language: language).markup,
      hasErrors: !errors.isEmpty, width: .reading, status: errors.isEmpty ? 200 : 422
    ) {
      form(.method("post"), .class("form")) {
        FormField(
          "password", label: context.text(ja: "新しいパスワード", en: "New password"),
          language: language,
          support: context.text(
            ja: "\(Password.shortest)文字以上。覚えやすい長い文がおすすめです。",
            en: "At least \(Password.shortest) characters. A long sentence is a good choice."),
          error: errors.message(for: "password"),
          control: .text(nil, kind: .password, autocomplete: "new-password"))
        Button(context.text(ja: "設定してサインイン", en: "Set and sign in"), style: .solid)
      }
    }
  }
}

extension RequestContext {
  /// Where somebody begins who has just signed in; partners never among the staff pages.
  fileprivate func start(for role: Role, next: LocalTarget? = nil) -> LocalTarget {
    guard !role.isStaff else { return next ?? "/staff" }
    let path = next?.text ?? ""
    let isStaffPage = path == "/staff" || path.hasPrefix("/staff/") || path.hasPrefix("/staff?")
    return (isStaffPage ? nil : next) ?? partnerHome
  }
}

extension SignInPages {
  /// A form that carries no token yet must come from this site all the same.
  fileprivate static let foreignOrigin = HTTPProblem.forbidden(
    ja: "ほかのサイトからの送信は受け付けません。", en: "This form can only be sent from this site.")
}
