/// What can be asked, in the order in which it is.
public enum QuestionKind: String, Sendable, CaseIterable, Codable {
  /// How satisfied somebody was, 1 to 5; always asked.
  case score
  /// Whether they reached what they came for.
  case goal
  /// How easy it was, 1 to 5.
  case ease
  /// How clearly it was explained, 1 to 5.
  case clarity
  /// What made the difference, several from a list.
  case reasons
  /// How likely they would recommend it, 0 to 10.
  case nps
  /// In their own words.
  case comment
}
