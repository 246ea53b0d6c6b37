import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// The form for one paper card, made for the keyboard: digits choose, Enter saves, the next opens.
struct CardEntryPage {
  let context: RequestContext
  let service: ReviewedService
  let questions: QuestionSet
  let places: [ReviewPlace]
  let draft: CardDraft
  let enteredToday: Int
  /// The card that was saved just now.
  let saved: ReviewResponse?
  var problems = ReviewProblems()
  var dayProblem: LocalizedText?

  private var language: Language { context.language }
  private var path: String { "/staff/reviews/services/\(service.slug)/cards" }

  private var errors: [FieldError] {
    (dayProblem.map { [FieldError("on", $0[language])] } ?? [])
      + problems.all.map { FieldError($0.field.rawValue, $0.message[language]) }
  }

  var response: Response {
    context.page(
      LocalizedText(ja: "紙の回答の入力", en: "Enter paper cards"), shoulder: [service.name],
      lead: LocalizedText(
        ja: "数字キーで選び、Enterキーで保存すると、次の用紙に進みます。",
        en: "Digits choose, Enter saves, and the next card opens."),
      breadcrumbs: [
        PageLink(
          LocalizedText(ja: "評価の対象サービス", en: "Services that can be reviewed"),
          "/staff/reviews/services"),
        PageLink(
          LocalizedText(ja: "場所とポスター", en: "Places and posters"),
          "/staff/reviews/services/\(service.slug)/places"),
      ], alert: alert, hasErrors: !errors.isEmpty, width: .reading,
      status: errors.isEmpty ? 200 : 422
    ) {
      p(.class("card-count")) {
        context.text(
          ja: "今日の入力 \(NumberText.grouped(enteredToday))枚",
          en: "Entered today: \(NumberText.grouped(enteredToday))")
      }
      form(.method("post"), .action(path), .class("form"), .data("digits", "")) {
        context.antiForgeryField
        for (kind, question) in questions.askedQuestions {
          QuestionField(
            kind: kind, question: question, reasons: questions.reasons, language: language,
            draft: draft.answers, error: errors.message(for: kind.rawValue), isNumbered: true)
        }
        ofThePile
        Button(context.text(ja: "保存して次へ", en: "Save and next"), style: .solid)
      }
    }
  }

  /// What stays from card to card.
  @HTMLBuilder private var ofThePile: HTML {
    FormField(
      "place", label: context.text(ja: "場所", en: "Place"), language: language, need: .optional,
      error: errors.message(for: "place"),
      control: .select(
        places.map { Choice($0.code.description, $0.name, in: language) },
        selected: draft.answers.place, unchosen: context.text(ja: "指定しない", en: "None")))
    FormField(
      "on", label: context.text(ja: "記入日", en: "Day of the card"), language: language,
      support: context.text(ja: "例）2026-04-01", en: "such as 2026-04-01"),
      error: errors.message(for: "on"), control: .text(draft.day, width: .medium))
    FormField(
      "card_language", label: context.text(ja: "用紙の言語", en: "Language of the card"),
      language: language, need: .optional,
      control: .select(
        Language.allCases.map { Choice($0) },
        selected: draft.answers.language.rawValue))
  }

  private var alert: HTML {
    if !errors.isEmpty { return ErrorSummary(errors, language: language).markup }
    guard let saved else { return HTML() }
    let score = saved.content.score
    return NotificationBanner(
      .success, context.text(ja: "1枚保存しました", en: "One card was saved"), language: language
    ) {
      form(.method("post"), .action("\(path)/\(saved.id)/undo"), .class("actions")) {
        context.antiForgeryField
        span { "\(score.rawValue) \(RubyText(score.words[language]).plain)" }
        Button(
          context.text(ja: "この1枚を取り消す", en: "Undo this card"), style: .text, size: .small)
      }
    }.markup
  }
}
