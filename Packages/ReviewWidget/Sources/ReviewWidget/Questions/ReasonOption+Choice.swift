import YuiHTML
import YuiText

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

  /// The box to tick, there where the score goes with it.
  func choice(in language: Language) -> Choice {
    Choice(
      value, label, in: language,
      when: polarity == nil ? nil : Choice.Condition("score", scores.map(String.init)))
  }
}
