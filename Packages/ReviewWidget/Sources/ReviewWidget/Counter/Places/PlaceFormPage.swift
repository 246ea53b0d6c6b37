import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// The form of a place: a new one, or one that is changed or taken away.
struct PlaceFormPage {
  let context: RequestContext
  let service: ReviewedService
  let draft: PlaceDraft
  /// The code of a place that exists.
  var code: Slug?
  var problems: [String: LocalizedText] = [:]

  private var language: Language { context.language }
  private var list: String { "/staff/reviews/services/\(service.slug)/places" }

  private var errors: [FieldError] {
    PlaceDraft.fieldOrder.compactMap { name in
      problems[name].map { FieldError(name, $0[language]) }
    }
  }

  var response: Response {
    context.page(
      code == nil
        ? LocalizedText(ja: "場所の追加", en: "Add a place")
        : LocalizedText(ja: "場所の編集", en: "Edit a place"),
      shoulder: [service.name],
      breadcrumbs: [
        PageLink(
          LocalizedText(ja: "評価の対象サービス", en: "Services that can be reviewed"),
          "/staff/reviews/services"),
        PageLink(LocalizedText(ja: "場所とポスター", en: "Places and posters"), list),
      ], alert: ErrorSummary(errors, language: language).markup, hasErrors: !errors.isEmpty,
      width: .reading, status: errors.isEmpty ? 200 : 422
    ) {
      form(.method("post"), .class("form")) {
        context.antiForgeryField
        fields
        Button(context.text(ja: "保存", en: "Save"), style: .solid)
      }
      if let code { removal(of: code) }
    }
  }

  @HTMLBuilder private var fields: HTML {
    FormField(
      "name_ja", label: context.text(ja: "名称（日本語）", en: "Name (Japanese)"), language: language,
      support: context.text(ja: "例）3番窓口", en: "such as 3番窓口"),
      error: errors.message(for: "name_ja"), control: .text(draft.nameJa))
    FormField(
      "name_en", label: context.text(ja: "名称（英語）", en: "Name (English)"), language: language,
      need: .optional, support: context.text(ja: "例）Window 3", en: "such as Window 3"),
      error: errors.message(for: "name_en"), control: .text(draft.nameEn))
    FormField(
      "channel", label: context.text(ja: "受付方法", en: "Channel"), language: language,
      error: errors.message(for: "channel"),
      control: .radioButtons(
        Channel.allCases.filter(service.channels.contains).map {
          Choice($0.rawValue, $0.name, in: language)
        }, selected: draft.channel))
    if code == nil {
      FormField(
        "code", label: context.text(ja: "記号", en: "Code"), language: language, need: .optional,
        support: context.text(
          ja: "評価に付く記号です。例）window-3 空欄の場合は自動で付け、後から変えられません。",
          en: "Responses carry it, such as window-3. Left empty, one is made; it never changes."),
        error: errors.message(for: "code"), control: .text(draft.code, width: .medium))
    }
  }

  private func removal(of code: Slug) -> HTML {
    section(.class("panel")) {
      h2 { context.text(ja: "場所の削除", en: "Take the place away") }
      p {
        context.text(
          ja: "掲示中のポスターの短いアドレスは使えなくなり、元に戻せません。届いた評価は残ります。",
          en:
            "The short address on posters stops working for good. Responses that came stay."
        )
      }
      form(.method("post"), .action("\(list)/\(code)/remove")) {
        context.antiForgeryField
        Button(
          context.text(ja: "削除する", en: "Take it away"), isDestructive: true,
          question: context.text(
            ja: "この場所を削除しますか。短いアドレスは使えなくなります。",
            en: "Take this place away? Its short address stops working."))
      }
    }
  }
}
