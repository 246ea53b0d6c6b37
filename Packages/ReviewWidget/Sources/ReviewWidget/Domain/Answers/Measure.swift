public import YuiStorage

/// What is counted of responses beside their scores, each answer for itself.
public enum Measure: String, Sendable, CaseIterable, SQLBindable {
  /// The answers `yes`, `partly` and `no`.
  case goal
  /// The answers 1 to 5.
  case ease, clarity
  /// The answers 0 to 10.
  case nps
  /// The reasons in their text form; the empty text counts the respondents who gave any.
  case reason
  /// The channels of the responses; tallies have none.
  case channel
  /// How it ended, of the responses that were asked for with their ending.
  case ending
  /// The same with the score (`refused 2`), which is not published.
  case endingScore = "ending-score"
  /// The respondents with a published score and no published reason, under the empty text.
  case unexplained
  /// How often the form was shown, under the empty text; at least once for each response.
  case offered
  /// The comments whose words are counted, under the empty text.
  case keyword

  /// Whether one respondent may count under several values.
  var isMultiple: Bool { self == .reason || self == .keyword }
}
