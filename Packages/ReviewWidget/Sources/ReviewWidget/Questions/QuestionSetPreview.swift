import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/reviews/questions/{set}`: a set as residents see it, in each language.
struct QuestionSetPreview {
  let set: QuestionSet
  let context: RequestContext

  var response: Response {
    context.page(
      set.title, shoulder: [LocalizedText(everywhere: set.version.description)],
      breadcrumbs: [PageLink(LocalizedText(ja: "設問", en: "Questions"), QuestionSetPages.path)],
      width: .reading
    ) {
      if context.may(ReviewPermission.manage) {
        ButtonRow {
          LinkButton(
            context.text(ja: "編集", en: "Edit"),
            "/staff/reviews/questions/\(set.version.slug)/edit")
        }
      }
      for language in Language.allCases {
        h2(.lang(language)) { language.ownName }
        DescriptionList(set.askedQuestions.map { item($0, $1, in: language) })
      }
    }
  }

  private func item(
    _ kind: QuestionKind, _ question: Question, in language: Language
  ) -> DescriptionList.Item {
    DescriptionList.Item(kind.name[context.language]) {
      p { words(question.label, in: language) }
      if !question.support[.ja].isEmpty { p { words(question.support, in: language) } }
      if kind == .reasons {
        ul { for reason in set.reasons { li { words(reason.label, in: language) } } }
      }
    }
  }

  /// The words as a reader of `language` sees them, marked with the language they come in.
  private func words(_ text: LocalizedText, in language: Language) -> HTML {
    let spoken = text.spokenLanguage(in: language)
    return span(.lang(spoken)) { HTML(RubyText(text[spoken])) }
  }
}
