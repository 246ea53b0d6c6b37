import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// The form of an application: a new one, or one that is changed.
struct ApplicationFormPage {
  let context: RequestContext
  let application: Application?
  let entered: Entered

  init(_ context: RequestContext, _ application: Application? = nil, entered: Entered) {
    (self.context, self.application, self.entered) = (context, application, entered)
  }

  private var language: Language { context.language }

  var response: Response {
    let errors = entered.errors
    return context.page(
      application == nil
        ? LocalizedText(ja: "申請書の作成", en: "Write an application")
        : LocalizedText(ja: "申請書の編集", en: "Change the application"),
      breadcrumbs: [PageLink(ApplicantPages.title, ApplicantPages.path)],
      alert: ErrorSummary(errors, language: language).markup, hasErrors: !errors.isEmpty,
      width: .reading, status: errors.isEmpty ? 200 : 422
    ) {
      form(.method("post"), .class("form")) {
        context.antiForgeryField
        fields
        for row in 1...rows { equipment(row) }
        p(.class("note")) {
          context.text(
            ja: "欄が足りないときは、保存してからもう一度編集してください。",
            en: "To enter more, save and edit it again.")
        }
        Button(context.text(ja: "下書きを保存", en: "Save"), style: .solid)
      }
    }
  }

  /// As many as there are, and one that is empty.
  private var rows: Int {
    let filled = (1...Equipment.most).last { !(entered["kind-\($0)"] ?? "").isEmpty } ?? 0
    return min(max(filled + 1, 2), Equipment.most)
  }

  @HTMLBuilder private var fields: HTML {
    FormField(
      "assets", label: context.text(ja: "申請する資産の番号", en: "Ids of the assets"),
      language: language,
      support: context.text(
        ja: "1行に1つ、\(Application.mostAssets)件まで。",
        en: "One on each line, at most \(Application.mostAssets)."),
      error: entered.message(for: "assets"), control: .textArea(entered["assets"], rows: 6))
    FormField(
      "purpose", label: context.text(ja: "目的", en: "Purpose"), language: language,
      error: entered.message(for: "purpose"),
      control: .textArea(entered["purpose"], limit: 2_000, rows: 4))
    FormField(
      "partners", label: context.text(ja: "共用する事業者", en: "Sharing partners"),
      language: language, need: .optional, error: entered.message(for: "partners"),
      control: .textArea(entered["partners"], limit: 500, rows: 2))
    FormField(
      "from", label: context.text(ja: "希望する期間の始まり", en: "Wished from"), language: language,
      error: entered.message(for: "from"), control: .date(entered.day("from")))
    FormField(
      "until", label: context.text(ja: "希望する期間の終わり", en: "Wished until"), language: language,
      error: entered.message(for: "until"), control: .date(entered.day("until")))
  }

  private func equipment(_ row: Int) -> HTML {
    func number(_ name: String, _ label: String, need: FormField.Need = .required) -> FormField {
      FormField(
        "\(name)-\(row)", label: label, language: language, need: need,
        error: entered.message(for: "\(name)-\(row)"), control: .number(entered["\(name)-\(row)"]))
    }
    return section(.class("panel")) {
      h2 { context.text(ja: "設備 \(row)", en: "Equipment \(row)") }
      FormField(
        "kind-\(row)", label: context.text(ja: "種類", en: "Kind"), language: language,
        need: row == 1 ? .required : .optional, error: entered.message(for: "kind-\(row)"),
        control: .select(
          Equipment.Kind.allCases.map { Choice($0.rawValue, $0.name, in: language) },
          selected: entered["kind-\(row)"], unchosen: context.text(ja: "なし", en: "none")))
      number("width", context.text(ja: "幅（cm）", en: "Width (cm)"), need: .unmarked)
      number("height", context.text(ja: "高さ（cm）", en: "Height (cm)"), need: .unmarked)
      number("depth", context.text(ja: "奥行（cm）", en: "Depth (cm)"), need: .unmarked)
      number("weight", context.text(ja: "質量（kg）", en: "Weight (kg)"), need: .unmarked)
      FormField(
        "bands-\(row)", label: context.text(ja: "周波数帯", en: "Bands"), language: language,
        need: .optional,
        support: context.text(ja: "例）3.7GHz、4.5GHz", en: "such as 3.7 GHz, 4.5 GHz"),
        error: entered.message(for: "bands-\(row)"), control: .text(entered["bands-\(row)"]))
      number("power", context.text(ja: "電力（W）", en: "Power (W)"), need: .optional)
    }
  }
}
