/// Whether a reason speaks for a service or against it.
public enum Polarity: String, Sendable, CaseIterable, Codable {
  case positive, negative

  /// What a score alone lets one suppose; nil in the middle.
  public init?(of score: Score) {
    switch score.rawValue {
    case 4...: self = .positive
    case ...2: self = .negative
    default: return nil
    }
  }
}
