import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/reviews/questions/{set}/edit`: the words of a set, in every language.
struct QuestionSetForm {
  let draft: QuestionSetDraft
  let context: RequestContext

  private var language: Language { context.language }
  private var errors: [FieldError] {
    draft.problems.map { FieldError($0.field, $0.message[language]) }
  }

  var response: Response {
    context.page(
      LocalizedText(ja: "設問の編集", en: "Edit questions"),
      shoulder: [LocalizedText(everywhere: draft.set.version.description)],
      breadcrumbs: [PageLink(LocalizedText(ja: "設問", en: "Questions"), QuestionSetPages.path)],
      alert: ErrorSummary(errors, language: language).markup, hasErrors: !errors.isEmpty,
      width: .reading, status: errors.isEmpty ? 200 : 422
    ) {
      form(.method("post"), .class("form")) {
        context.antiForgeryField
        input(.type("hidden"), .name("version"), .value("\(draft.set.version.number)"))
        texts("title", context.text(ja: "名称", en: "Name"), draft.set.title, in: Language.working)
        FormField(
          "asked", label: context.text(ja: "たずねること", en: "What is asked"), language: language,
          need: .optional,
          support: context.text(ja: "満足度は必ずたずねます。", en: "The score is always asked."),
          control: .checkboxes(
            QuestionKind.allCases.filter { $0 != .score }.map {
              Choice($0.rawValue, $0.name, in: language)
            }, selected: Set(QuestionKind.allCases.filter(isAsked).map(\.rawValue))))
        for kind in QuestionKind.allCases { question(kind) }
        h2 { context.text(ja: "理由の選択肢", en: "Reasons to choose from") }
        p {
          context.text(
            ja: "符号を空欄にした行は使いません。", en: "A row without a code is left out.")
        }
        for index in 0..<rows { reason(index) }
        Button(context.text(ja: "新しい版として保存", en: "Save as a new version"), style: .solid)
      }
    }
  }

  private var rows: Int {
    min(draft.set.reasons.count + QuestionSetDraft.freeRows, QuestionSetDraft.mostReasons)
  }

  private func isAsked(_ kind: QuestionKind) -> Bool {
    draft.set.questions[kind]?.isAsked == true
  }

  @HTMLBuilder private func question(_ kind: QuestionKind) -> HTML {
    let question = draft.set.questions[kind] ?? kind.usual
    h2 { kind.name[language] }
    texts(
      "label-\(kind.rawValue)", context.text(ja: "質問", en: "Question"), question.label,
      in: Language.allCases, isNeeded: kind == .score || isAsked(kind))
    texts(
      "support-\(kind.rawValue)", context.text(ja: "補足", en: "Help"), question.support,
      in: Language.allCases, isNeeded: false)
  }

  @HTMLBuilder private func reason(_ index: Int) -> HTML {
    let reasons = draft.set.reasons
    let option = reasons.indices.contains(index) ? reasons[index] : nil
    details(.class("disclosure")) {
      summary {
        option?.label[language] ?? context.text(ja: "理由を追加", en: "Add a reason")
      }
      FormField(
        "reason-\(index)-code", label: context.text(ja: "符号", en: "Code"), language: language,
        need: .optional, support: context.text(ja: "例）waiting-time", en: "such as waiting-time"),
        error: errors.message(for: "reason-\(index)-code"), control: .text(option?.code))
      FormField(
        "reason-\(index)-polarity", label: context.text(ja: "示す場面", en: "Offered as"),
        language: language, need: .optional,
        control: .select(
          Polarity.allCases.map { Choice($0.rawValue, $0.name, in: language) },
          selected: option?.polarity?.rawValue, unchosen: context.text(ja: "どちらも", en: "Both")))
      FormField(
        "reason-\(index)-driver", label: context.text(ja: "要因（A-11）", en: "Driver (A-11)"),
        language: language, need: .optional,
        control: .select(
          ReasonOption.Driver.allCases.map { Choice($0.rawValue, $0.name, in: language) },
          selected: option?.driver?.rawValue, unchosen: context.text(ja: "なし", en: "None")))
      texts(
        "reason-\(index)", context.text(ja: "文言", en: "Words"),
        option?.label ?? LocalizedText(ja: "", en: ""), in: Language.allCases, isNeeded: false)
    }
  }

  /// A field for each language; Japanese is needed, the others fall back.
  private func texts(
    _ name: String, _ label: String, _ text: LocalizedText, in languages: [Language],
    isNeeded: Bool = true
  ) -> HTML {
    HTML(
      languages.map { written in
        let field = "\(name)-\(written.rawValue)"
        return FormField(
          field, label: "\(label)（\(written.ownName)）", language: language,
          need: isNeeded && written == .ja ? .required : .optional,
          error: errors.message(for: field), control: .text(text.words(in: written))
        ).markup
      })
  }
}
