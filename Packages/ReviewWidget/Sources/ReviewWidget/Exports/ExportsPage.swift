import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/reviews/exports`: what can be taken out, and in which form.
struct ExportsPage {
  static let route = Route.get(
    "/staff/reviews/exports", access: .permission(ReviewPermission.read)
  ) { context, snapshot in
    ExportsPage(
      context: context, services: try ServiceStore.page(after: "", limit: 1000, in: snapshot)
    ).response
  }

  let context: RequestContext
  let services: [ReviewedService]

  private var language: Language { context.language }

  private var response: Response {
    context.page(
      LocalizedText(ja: "評価の書き出し", en: "Export of reviews"),
      lead: LocalizedText(
        ja: "書き出しは監査ログに記録されます。迷惑な投稿とされた回答は含みません。",
        en: "Each export is recorded in the audit log. Spam is left out."),
      breadcrumbs: [
        PageLink(LocalizedText(ja: "評価の概況", en: "Overview of reviews"), "/staff/reviews/overview")
      ]
    ) {
      h2 { context.text(ja: "回答", en: "Responses") }
      responsesForm
      h2 { context.text(ja: "集計", en: "Statistics") }
      ButtonRow {
        LinkButton("CSV", "/staff/reviews/exports/statistics.csv", icon: .download)
        LinkButton("JSON", "/staff/reviews/exports/statistics.json", icon: .download)
      }
      h2 { context.text(ja: "四半期報告（米国A-11様式）", en: "Quarterly report (US A-11)") }
      quarterForm
      h2 { context.text(ja: "公開データ", en: "Open data") }
      p { a(.href("/open-data/")) { context.text(ja: "公開データの一覧", en: "What is published") } }
    }
  }

  private var responsesForm: HTML {
    form(.method("get"), .action("/staff/reviews/exports/responses.csv"), .class("filters")) {
      FormField(
        "service", label: context.text(ja: "サービス", en: "Service"), language: language,
        need: .unmarked,
        control: .select(
          services.map { Choice($0.slug.description, $0.name, in: language) }, selected: nil,
          unchosen: context.text(ja: "すべて", en: "All")))
      FormField(
        "from", label: context.text(ja: "開始日", en: "From"), language: language, need: .unmarked,
        support: context.text(ja: "例）2026-04-01", en: "such as 2026-04-01"),
        control: .text(nil, width: .medium))
      FormField(
        "to", label: context.text(ja: "終了日", en: "To"), language: language, need: .unmarked,
        support: context.text(ja: "例）2026-04-30", en: "such as 2026-04-30"),
        control: .text(nil, width: .medium))
      div(.class("cluster")) {
        for (name, words) in Self.forms(context) {
          Button(words, address: "/staff/reviews/exports/\(name)")
        }
      }
    }
  }

  private static func forms(_ context: RequestContext) -> [(String, String)] {
    [
      ("responses.csv", context.text(ja: "回答（CSV）", en: "Responses (CSV)")),
      ("responses.json", context.text(ja: "回答（JSON）", en: "Responses (JSON)")),
      (
        "feedback-records.csv",
        context.text(ja: "Feedback records（CSV）", en: "Feedback records (CSV)")
      ),
      (
        "feedback-records.json",
        context.text(ja: "Feedback records（JSON）", en: "Feedback records (JSON)")
      ),
      ("a11.csv", context.text(ja: "A-11（CSV）", en: "A-11 (CSV)")),
    ]
  }

  private var quarterForm: HTML {
    let today = context.now.date
    return form(
      .method("get"), .action("/staff/reviews/exports/a11-quarter.csv"), .class("filters")
    ) {
      FormField(
        "year", label: context.text(ja: "年度", en: "Fiscal year"), language: language,
        need: .unmarked, control: .number(String(today.fiscalYear.year)))
      FormField(
        "quarter", label: context.text(ja: "四半期", en: "Quarter"), language: language,
        need: .unmarked,
        control: .select(
          (1...4).map { Choice(String($0), context.text(ja: "第\($0)四半期", en: "Q\($0)")) },
          selected: String(FiscalQuarter.of(today))))
      Button(context.text(ja: "書き出す", en: "Export"), style: .outline)
    }
  }
}
