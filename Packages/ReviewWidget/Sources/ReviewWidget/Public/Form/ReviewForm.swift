import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// The questions of a service as a form: on its page, inside another page, on a kiosk.
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
      for kind in QuestionKind.allCases {
        if let question = questions.asked(kind) { field(kind, question) }
      }
      hidden
      p(.class("note")) { HTML(FormWording.privacy, in: language) }
      Button(RubyText(FormWording.send[language]).plain, style: .solid)
    }
  }

  private func field(_ kind: QuestionKind, _ question: Question) -> FormField {
    FormField(
      kind.rawValue, label: question.label, language: language,
      need: kind == .score ? .required : .optional,
      support: question.support[.ja].isEmpty ? nil : question.support,
      error: errors.message(for: kind.rawValue), control: control(kind))
  }

  private func control(_ kind: QuestionKind) -> FieldControl {
    switch kind {
    case .score: .rating(draft.score, words: Score.allCases.map(\.tileWords))
    case .goal:
      .radioButtons(
        Goal.allCases.map { Choice($0.rawValue, $0.words, in: language) }, selected: draft.goal)
    case .ease: .scale(Int(draft.ease), in: 1...5)
    case .clarity: .scale(Int(draft.clarity), in: 1...5)
    case .reasons:
      .checkboxes(
        questions.reasons.map { $0.choice(in: language) }, selected: Set(draft.reasons))
    case .nps: .scale(Int(draft.nps), in: 0...10)
    case .comment: .textArea(draft.comment, limit: ReviewContent.longestComment)
    }
  }

  @HTMLBuilder private var hidden: HTML {
    guardFields
    input(.type("hidden"), .name("channel"), .value(draft.channel))
    input(.type("hidden"), .name("place"), .value(draft.place))
    input(
      .type("hidden"), .name("offered"), .value(draft.wasOffered ? "1" : ""),
      .data("offer", isNew ? "/api/reviews/services/\(service.slug)/offers" : nil))
    for error in errors where error.field == "channel" || error.field == "place" {
      p(.class("field__error"), .id(FormField.id(of: error.field))) { error.message }
    }
  }
}

extension ReasonOption {
  /// What a form sends: `time`, or `positive:time` where the option is offered for that alone.
  var value: String { polarity.map { "\($0.rawValue):\(code)" } ?? code }

  /// The scores beside which it is offered.
  var scores: [Int] {
    switch polarity {
    case .positive: [3, 4, 5]
    case .negative: [1, 2, 3]
    case nil: [1, 2, 3, 4, 5]
    }
  }

  func choice(in language: Language) -> Choice {
    Choice(
      value, label, in: language,
      when: polarity == nil ? nil : Choice.Condition("score", scores.map(String.init)))
  }
}

extension ReviewDraft {
  /// Reads what a form sent.
  init(form: FormData, language: Language) {
    self.init()
    score = form.first("score").flatMap { Int($0) }
    goal = form.first("goal") ?? ""
    ease = form.first("ease") ?? ""
    clarity = form.first("clarity") ?? ""
    nps = form.first("nps") ?? ""
    reasons = form.values(named: "reasons")
    comment = form.first("comment") ?? ""
    channel = form.first("channel") ?? ""
    place = form.first("place") ?? ""
    wasOffered = form.first("offered") == "1"
    self.language = language
  }
}
