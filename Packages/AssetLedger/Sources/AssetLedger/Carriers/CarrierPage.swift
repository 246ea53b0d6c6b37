import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// One carrier: what it is, and who may sign in for it.
struct CarrierPage {
  let context: RequestContext
  let carrier: Carrier
  let entered: Entered
  let people: [Account]

  init(
    _ context: RequestContext, _ entered: Entered? = nil, in source: some Queryable
  ) throws {
    let carrier = try context.asked(in: source)
    self.context = context
    self.carrier = carrier
    self.entered =
      entered
      ?? Entered([
        "name": carrier.name, "corporate_number": carrier.corporateNumber ?? "",
        "level": carrier.level.rawValue, "status": carrier.status.rawValue,
      ])
    people = try CarrierStore.people(of: carrier.id, in: source)
  }

  private var path: String { "\(CarrierPages.path)/\(carrier.id)" }

  var response: Response {
    context.page(
      LocalizedText(everywhere: carrier.name),
      breadcrumbs: [PageLink(CarrierListPage.title, CarrierPages.path)], alert: alert,
      hasErrors: !entered.errors.isEmpty, status: entered.errors.isEmpty ? 200 : 422
    ) {
      section {
        h2 { context.text(ja: "利用者", en: "People") }
        if people.isEmpty {
          p { context.text(ja: "まだ招待していません。", en: "Nobody is invited yet.") }
        } else {
          table
        }
        invitation
      }
      section {
        h2 { context.text(ja: "事業者の情報", en: "The carrier") }
        form(.method("post"), .action(path), .class("form")) {
          context.antiForgeryField
          CarrierFields(entered: entered, context: context).markup
          Button(context.text(ja: "保存", en: "Save"))
        }
      }
    }
  }

  private var alert: HTML {
    let language = context.language
    let words: LocalizedText? =
      switch context.request.query["done"] {
      case "saved": LocalizedText(ja: "保存しました", en: "Saved")
      case "mailed": LocalizedText(ja: "招待のメールを送ります", en: "The invitation is on its way by mail")
      default: nil
      }
    guard entered.errors.isEmpty, let words else {
      return ErrorSummary(entered.errors, language: language).markup
    }
    return NotificationBanner(.success, words[language], language: language).markup
  }

  private var table: DataTable {
    DataTable(
      context.text(ja: "サインインできる利用者", en: "Who may sign in"),
      columns: [
        .init(context.text(ja: "メールアドレス", en: "E-mail address")),
        .init(context.text(ja: "状態", en: "State")), .init(context.text(ja: "操作", en: "Action")),
      ],
      rows: people.map { person in
        [
          HTML("\(person.email)"),
          person.isEnabled
            ? ChipLabel(context.text(ja: "有効", en: "Enabled"), color: .green).markup
            : ChipLabel(context.text(ja: "停止中", en: "Disabled")).markup,
          div(.class("actions")) {
            if person.isEnabled {
              action("link", context.text(ja: "パスワード設定リンク", en: "Password link"), person)
              action("disable", context.text(ja: "停止", en: "Disable"), person)
            } else {
              action("enable", context.text(ja: "再開", en: "Enable"), person)
            }
          },
        ]
      })
  }

  private func action(_ name: String, _ label: String, _ person: Account) -> HTML {
    form(.method("post"), .action("\(path)/people/\(person.id)/\(name)")) {
      context.antiForgeryField
      Button(label, size: .small)
    }
  }

  private var invitation: HTML {
    form(.method("post"), .action("\(path)/people"), .class("form")) {
      context.antiForgeryField
      FormField(
        "email", label: context.text(ja: "招待する人のメールアドレス", en: "Whom to invite"),
        language: context.language, error: entered.message(for: "email"),
        control: .text(entered["email"], kind: .email))
      ButtonRow {
        Button(
          context.text(ja: "メールで招待", en: "Invite by mail"), size: .medium, name: "by",
          value: "mail")
        Button(
          context.text(ja: "設定リンクを表示", en: "Show a link"), size: .medium, name: "by",
          value: "link")
      }
    }
  }
}
