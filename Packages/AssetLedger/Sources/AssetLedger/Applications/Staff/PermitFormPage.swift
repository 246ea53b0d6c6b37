import YuiCasework
import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// The form with which a permit is given.
struct PermitFormPage {
  let context: RequestContext
  let item: Case
  let application: Application
  let entered: Entered
  let view: ApplicationView

  init(
    _ context: RequestContext, _ item: Case, _ application: Application,
    _ entered: Entered? = nil, in source: some Queryable
  ) throws {
    let permit = try ApplicationStore.permit(of: application.id, in: source)
    self.context = context
    self.item = item
    self.application = application
    self.entered =
      entered
      ?? Entered([
        "number": permit?.number ?? "",
        "from": (permit?.until.adding(days: 1) ?? application.wishedFrom).iso,
        "until": permit == nil ? application.wishedUntil.iso : "",
        "conditions": permit?.conditions ?? "", "fee": permit.map { "\($0.fee)" } ?? "",
      ])
    view = try ApplicationView(application, context, in: source)
  }

  private var language: Language { context.language }

  var response: Response {
    let errors = entered.errors
    return context.page(
      LocalizedText(ja: "許可する", en: "Permit"), shoulder: [view.title],
      breadcrumbs: [
        PageLink(ApplicationDesk().title, ApplicationCases.path),
        PageLink(view.title, "\(ApplicationCases.path)/cases/\(item.number)"),
      ], alert: ErrorSummary(errors, language: language).markup, hasErrors: !errors.isEmpty,
      width: .reading, status: errors.isEmpty ? 200 : 422
    ) {
      form(.method("post"), .class("form")) {
        context.antiForgeryField
        assets
        terms
        Button(
          context.text(ja: "許可する", en: "Permit"), style: .solid,
          question: context.text(
            ja: "この内容で許可します。よろしいですか。", en: "The permit is given as it stands. Go on?"))
      }
    }
  }

  private var granted: Set<String> {
    entered.isSent
      ? Set(entered.values("granted"))
      : Set(application.assets.filter { $0.outcome != .refused }.map(\.asset.description))
  }

  @HTMLBuilder private var assets: HTML {
    FormField(
      "granted", label: context.text(ja: "許可する資産", en: "Assets that are granted"),
      language: language, need: .unmarked, error: entered.message(for: "granted"),
      control: .checkboxes(
        application.assets.map { item in
          Choice(
            item.asset.description, "\(item.asset) \(view.assets[item.asset]?.name ?? "")")
        }, selected: granted))
    for (index, item) in application.assets.enumerated() {
      FormField(
        "reason-\(index + 1)",
        label: context.text(
          ja: "「\(item.asset)」を許可しない理由", en: "Why “\(item.asset)” is not granted"),
        language: language, need: .optional,
        support: context.text(
          ja: "許可しない場合だけ。申請者にも表示されます。", en: "Only then; the applicant reads it."),
        error: entered.message(for: "reason-\(index + 1)"),
        control: .text(entered["reason-\(index + 1)"] ?? item.reason))
    }
  }

  @HTMLBuilder private var terms: HTML {
    FormField(
      "number", label: context.text(ja: "許可番号", en: "Number of the permit"),
      language: language, error: entered.message(for: "number"),
      control: .text(entered["number"], width: .medium))
    FormField(
      "from", label: context.text(ja: "期間の始まり", en: "First day"), language: language,
      error: entered.message(for: "from"), control: .date(entered.day("from")))
    FormField(
      "until", label: context.text(ja: "期間の終わり", en: "Last day"), language: language,
      error: entered.message(for: "until"), control: .date(entered.day("until")))
    FormField(
      "fee", label: context.text(ja: "使用料（年額、円）", en: "Fee a year, in yen"),
      language: language, error: entered.message(for: "fee"), control: .number(entered["fee"]))
    FormField(
      "conditions", label: context.text(ja: "条件", en: "Conditions"), language: language,
      need: .optional, error: entered.message(for: "conditions"),
      control: .textArea(entered["conditions"], limit: 4_000))
  }
}
