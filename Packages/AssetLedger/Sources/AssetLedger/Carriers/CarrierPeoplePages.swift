import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/assets/carriers/{id}/people`: who may sign in for a carrier.
enum CarrierPeoplePages {
  private static let path = "\(CarrierPages.path)/{id}/people"
  private static let access = Access.permission(AssetPermission.carriers)

  static let routes: [Route] = [
    .post(path, access: access) { context in
      let form = try context.request.form()
      return { transaction in
        do {
          return try invite(form, context, in: transaction)
        } catch let problem as HTTPProblem where !problem.fieldErrors.isEmpty {
          return try CarrierPage(
            context, Entered(form, problem, context.language), in: transaction
          ).response
        }
      }
    },
    .post("\(path)/{account}/link", access: access) { context in
      { transaction in
        let (carrier, account) = try context.person(in: transaction)
        guard account.isEnabled else { throw HTTPProblem.notFound }
        let link = try PasswordLink.create(for: account.id, at: context.now, in: transaction)
        try context.record(
          AuditEvent("assets.carrier.link-made", subject: "\(account.email)"), in: transaction)
        return page(of: link, for: account, of: carrier, context)
      }
    },
    setting("disable", isEnabled: false), setting("enable", isEnabled: true),
  ]

  private static func setting(_ name: String, isEnabled: Bool) -> Route {
    .post("\(path)/{account}/\(name)", access: access) { context in
      { transaction in
        let (carrier, account) = try context.person(in: transaction)
        try AccountStore.setEnabled(isEnabled, of: account, in: transaction)
        if !isEnabled { try SessionStore.revokeAll(of: account.id, in: transaction) }
        try context.record(
          AuditEvent("assets.carrier.person-\(name)d", subject: "\(account.email)"),
          in: transaction)
        return .redirect(to: "/staff/assets/carriers/\(carrier.id)?done=saved")
      }
    }
  }

  private static func invite(
    _ form: FormData, _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    let carrier = try context.asked(in: transaction)
    guard let email = EmailAddress((form.first("email") ?? "").trimmingWhitespace) else {
      throw refusal(
        ja: "メールアドレスを「name@example.jp」の形式で入力してください。",
        en: "Enter an address in the form name@example.jp.")
    }
    let people = try CarrierStore.people(of: carrier.id, in: transaction)
    guard people.count < CarrierStore.mostPeople else {
      throw refusal(
        ja: "1事業者の利用者は\(CarrierStore.mostPeople)人までです。",
        en: "A carrier has at most \(CarrierStore.mostPeople) people.")
    }
    guard try AccountStore.account(email: email, in: transaction) == nil else {
      throw refusal(
        ja: AccountError.emailTaken.message[.ja], en: AccountError.emailTaken.message[.en])
    }
    let account = try AccountStore.add(email, role: .partner, at: context.now, in: transaction)
    try CarrierStore.add(account, to: carrier.id, in: transaction)
    let link = try PasswordLink.create(for: account.id, at: context.now, in: transaction)
    try context.record(
      AuditEvent(
        "assets.carrier.person-invited", subject: "\(email)",
        details: ["carrier": carrier.id.description]), in: transaction)
    guard form.first("by") == "mail" else {
      return page(of: link, for: account, of: carrier, context)
    }
    try Outbox.mail(
      to: email, subject: context.text(ja: "公有資産の窓口への招待", en: "Your access to the asset desk"),
      text: letter(context.address(of: link), carrier, context), at: context.now, in: transaction)
    return .redirect(to: "/staff/assets/carriers/\(carrier.id)?done=mailed")
  }

  private static func refusal(ja: String, en: String) -> HTTPProblem {
    .invalid([HTTPProblem.InvalidField("email", LocalizedText(ja: ja, en: en))])
  }

  private static func letter(
    _ address: String, _ carrier: Carrier, _ context: RequestContext
  ) -> String {
    context.text(
      ja: """
        \(carrier.name) 御中

        公有資産の申請窓口を利用できるようになりました。
        次のリンクから3日以内にパスワードを設定してください。一度だけ使えます。

        \(address)
        """,
      en: """
        \(carrier.name)

        You can now use the desk for public assets.
        Set your password within three days. The link works once.

        \(address)
        """)
  }

  private static func page(
    of link: String, for account: Account, of carrier: Carrier, _ context: RequestContext
  ) -> Response {
    context.page(
      LocalizedText(ja: "パスワード設定リンク", en: "Link to set a password"),
      shoulder: [LocalizedText(everywhere: "\(account.email)")],
      breadcrumbs: [
        PageLink(CarrierListPage.title, CarrierPages.path),
        PageLink(LocalizedText(everywhere: carrier.name), "\(CarrierPages.path)/\(carrier.id)"),
      ], width: .reading
    ) {
      p {
        context.text(
          ja: "このリンクを本人に渡してください。3日間、一度だけ使えます。もう一度は表示されません。",
          en: "Hand this link to the person. It works once, for three days, and is not shown again."
        )
      }
      p(.class("quote")) { context.address(of: link) }
    }
  }
}

extension RequestContext {
  fileprivate func address(of link: String) -> String { "\(siteAddress)/staff/password/\(link)" }

  /// The person that the address names, who must belong to the carrier it names.
  fileprivate func person(in source: some Queryable) throws -> (Carrier, Account) {
    let carrier = try asked(in: source)
    let id = try request.parameter("account", as: UUIDv7.self)
    let people = try CarrierStore.people(of: carrier.id, in: source)
    guard let account = people.first(where: { $0.id == id }) else { throw HTTPProblem.notFound }
    return (carrier, account)
  }
}
