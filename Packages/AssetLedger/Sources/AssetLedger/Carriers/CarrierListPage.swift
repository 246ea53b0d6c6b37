import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// The carriers, and the form that adds one.
struct CarrierListPage {
  let context: RequestContext
  let entered: Entered
  let carriers: [Carrier]

  init(
    _ context: RequestContext, _ entered: Entered = Entered(CarrierFields.usual),
    in source: some Queryable
  ) throws {
    self.context = context
    self.entered = entered
    carriers = try CarrierStore.all(in: source)
  }

  static let title = LocalizedText(ja: "通信事業者", en: "Carriers")

  var response: Response {
    context.page(
      Self.title, alert: ErrorSummary(entered.errors, language: context.language).markup,
      hasErrors: !entered.errors.isEmpty, status: entered.errors.isEmpty ? 200 : 422
    ) {
      if carriers.isEmpty {
        p { context.text(ja: "登録された事業者はありません。", en: "No carrier is registered yet.") }
      } else {
        table
      }
      section {
        h2 { context.text(ja: "事業者の追加", en: "Add a carrier") }
        form(.method("post"), .action(CarrierPages.path), .class("form")) {
          context.antiForgeryField
          CarrierFields(entered: entered, context: context).markup
          Button(context.text(ja: "追加", en: "Add"), style: .solid)
        }
      }
    }
  }

  private var table: DataTable {
    let language = context.language
    return DataTable(
      Self.title[language],
      columns: [
        .init(context.text(ja: "名称", en: "Name")),
        .init(context.text(ja: "法人番号", en: "Corporate number")),
        .init(context.text(ja: "閲覧の範囲", en: "Level")),
        .init(context.text(ja: "状態", en: "State")),
      ],
      rows: carriers.map { carrier in
        [
          a(.href("\(CarrierPages.path)/\(carrier.id)")) { carrier.name },
          HTML(carrier.corporateNumber ?? ""), HTML(carrier.level.name[language]),
          ChipLabel(
            carrier.status.name[language], color: carrier.status == .active ? .green : .gray
          ).markup,
        ]
      })
  }
}

/// The fields of a carrier.
struct CarrierFields: Component {
  static let usual = [
    "level": Carrier.Level.registered.rawValue, "status": Carrier.Status.active.rawValue,
  ]

  let entered: Entered
  let context: RequestContext

  @HTMLBuilder var markup: HTML {
    let language = context.language
    FormField(
      "name", label: context.text(ja: "名称", en: "Name"), language: language,
      error: entered.message(for: "name"), control: .text(entered["name"]))
    FormField(
      "corporate_number", label: context.text(ja: "法人番号", en: "Corporate number"),
      language: language, need: .optional,
      support: context.text(ja: "13桁の数字", en: "13 digits"),
      error: entered.message(for: "corporate_number"),
      control: .text(entered["corporate_number"], width: .medium))
    FormField(
      "level", label: context.text(ja: "閲覧の範囲", en: "Level"), language: language,
      error: entered.message(for: "level"),
      control: .radioButtons(
        Carrier.Level.allCases.map { Choice($0.rawValue, $0.name, in: language) },
        selected: entered["level"]))
    FormField(
      "status", label: context.text(ja: "状態", en: "State"), language: language,
      error: entered.message(for: "status"),
      control: .radioButtons(
        Carrier.Status.allCases.map { Choice($0.rawValue, $0.name, in: language) },
        selected: entered["status"]))
  }
}
