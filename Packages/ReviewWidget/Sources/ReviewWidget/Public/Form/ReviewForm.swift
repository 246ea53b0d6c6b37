import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// The questions of a service as a form: on its page and inside another page.
struct ReviewForm: Component {
  let service: ReviewedService
  let questions: QuestionSet
  let draft: ReviewDraft
  let errors: [FieldError]
  let language: Language
  /// Where it is sent.
  let action: String
  /// What the guard of public forms adds.
  let guardFields: HTML
  /// Whether showing it is still to be counted; not where it comes back with mistakes.
  let isNew: Bool

  var markup: HTML {
    form(.method("post"), .action(action), .class("form")) {
      for (kind, question) in questions.askedQuestions {
        QuestionField(
          kind: kind, question: question, reasons: questions.reasons, language: language,
          draft: draft, error: errors.message(for: kind.rawValue))
      }
      hidden
      p(.class("note")) { HTML(FormWording.privacy, in: language) }
      Button(RubyText(FormWording.send[language]).plain, style: .solid)
      p(.role("status"), .data("sending", RubyText(WidgetWording.sending[language]).plain)) {}
    }
  }

  @HTMLBuilder private var hidden: HTML {
    guardFields
    input(.type("hidden"), .name("channel"), .value(draft.channel))
    input(.type("hidden"), .name("place"), .value(draft.place))
    if !draft.ending.isEmpty {
      input(.type("hidden"), .name("ending"), .value(draft.ending))
    }
    input(
      .type("hidden"), .name("offered"), .value(draft.wasOffered ? "1" : ""),
      .data("offer", isNew ? "/api/reviews/services/\(service.slug)/offers" : nil))
    for error in errors where error.field == "channel" || error.field == "place" {
      p(.class("field__error"), .id(FormField.id(of: error.field))) { error.message }
    }
  }
}
