import YuiHTML
import YuiText

/// The field of one question of a set, for kiosks and cards.
struct QuestionField: Component {
  let kind: QuestionKind
  let question: Question
  let reasons: [ReasonOption]
  let language: Language
  var draft = ReviewDraft()
  var error: String?
  /// Whether choices show the digit that picks them.
  var isNumbered = false

  var markup: HTML {
    FormField(
      kind.rawValue, label: question.label[language], language: language,
      need: kind == .score ? .required : .optional,
      support: question.support[language].isEmpty ? nil : question.support[language],
      error: error, control: control
    ).markup
  }

  private var control: FieldControl {
    switch kind {
    case .score: .rating(draft.score, words: Score.allCases.map(\.tileWords))
    case .goal:
      .radioButtons(
        numbered(Goal.allCases.map { Choice($0.rawValue, $0.words[language]) }),
        selected: draft.goal)
    case .ease: .radioButtons(Self.numbers(1...5), selected: draft.ease)
    case .clarity: .radioButtons(Self.numbers(1...5), selected: draft.clarity)
    case .nps: .radioButtons(Self.numbers(0...10), selected: draft.nps)
    case .reasons:
      .checkboxes(
        numbered(reasons.map { Choice($0.stored, $0.label[language]) }),
        selected: Set(draft.reasons))
    case .comment: .textArea(draft.comment, limit: ReviewContent.longestComment)
    }
  }

  private func numbered(_ choices: [Choice]) -> [Choice] {
    guard isNumbered else { return choices }
    return choices.enumerated().map { index, choice in
      Choice(choice.value, "\(index + 1)  \(choice.label)")
    }
  }

  private static func numbers(_ range: ClosedRange<Int>) -> [Choice] {
    range.map { Choice("\($0)", "\($0)") }
  }
}

extension ReasonOption {
  /// What a form sends for it: with its polarity, where it is offered with one.
  fileprivate var stored: String { polarity.map { "\($0.rawValue):\(code)" } ?? code }
}

extension QuestionSet {
  /// The questions that are asked, in their order.
  var askedQuestions: [(kind: QuestionKind, question: Question)] {
    QuestionKind.allCases.compactMap { kind in asked(kind).map { (kind, $0) } }
  }
}
