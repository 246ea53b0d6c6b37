import YuiHTML
import YuiText

/// One question of a set as a field, wherever it is asked: on a page, inside another page, at a
/// kiosk, and where staff type in paper cards.
struct QuestionField: Component {
  let kind: QuestionKind
  let question: Question
  let reasons: [ReasonOption]
  let language: Language
  let draft: ReviewDraft
  /// What is wrong with the answer.
  var error: String?
  /// Whether choices show the digit that picks them.
  ///
  /// Reasons are all there then, as on the printed card; otherwise only those that go with the score.
  var isNumbered = false

  var markup: HTML {
    FormField(
      kind.rawValue, label: question.label, language: language,
      need: kind == .score ? .required : .optional,
      support: question.support[.ja].isEmpty ? nil : question.support,
      error: error, control: control
    ).markup
  }

  private var control: FieldControl {
    switch kind {
    case .score: .rating(draft.score, words: Score.allCases.map(\.tileWords))
    case .goal:
      .radioButtons(
        numbered(Goal.allCases.map { Choice($0.rawValue, $0.words, in: language) }),
        selected: draft.goal)
    case .ease: .scale(Int(draft.ease), in: 1...5)
    case .clarity: .scale(Int(draft.clarity), in: 1...5)
    case .reasons:
      .checkboxes(
        numbered(reasons.map { $0.choice(in: language) }), selected: Set(draft.reasons))
    case .nps: .scale(Int(draft.nps), in: 0...10)
    case .comment: .textArea(draft.comment, limit: ReviewContent.longestComment)
    }
  }

  private func numbered(_ choices: [Choice]) -> [Choice] {
    guard isNumbered else { return choices }
    return choices.enumerated().map { index, choice in
      var choice = choice
      choice.label = "\(index + 1)  \(choice.label)"
      choice.condition = nil
      return choice
    }
  }
}
