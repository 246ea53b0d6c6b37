import YuiStatistics
import YuiText

/// How a service stands beside the others, from counts alone.
struct ServiceStanding {
  /// What asks for attention, the most pressing first.
  enum Concern: Int, CaseIterable, Comparable {
    /// The share of the satisfied falls.
    case falling
    /// It is surely lower than that of all services together.
    case low
    /// Comments wait for somebody.
    case unanswered
    /// The form is shown often and hardly answered.
    case hardlyAnswered

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// Less than this share of answers to shown forms is hardly any.
  static let leastAnswered = 0.05
  /// Forms shown before that is said.
  static let leastOffered = 200

  let service: ReviewedService
  /// The satisfied among the respondents of the last twelve months, by month, the oldest first.
  let months: [Proportion]
  let offered: Int
  let answered: Int
  /// Comments that nobody has dealt with.
  let waiting: Int
  let alarm: FallingShare?

  /// The satisfied of the last twelve months.
  var year: Proportion { months.reduce(Proportion(0, of: 0), +) }

  /// What asks for attention beside the share of all services together.
  func concerns(beside all: Proportion) -> [Concern] {
    var concerns: [Concern] = []
    if alarm != nil { concerns.append(.falling) }
    if let upper = year.interval?.upper, let share = all.share, upper < share {
      concerns.append(.low)
    }
    if waiting > 0 { concerns.append(.unanswered) }
    if offered >= Self.leastOffered,
      Double(answered) < Self.leastAnswered * Double(offered)
    {
      concerns.append(.hardlyAnswered)
    }
    return concerns
  }

  /// The order in which services are looked at: the most pressing concern, then the one whose
  /// share is at best the lowest, then the name in paths.
  static func isBefore(
    _ left: (ServiceStanding, [Concern]), _ right: (ServiceStanding, [Concern])
  )
    -> Bool
  {
    let none = Concern.allCases.count
    let (first, second) = (left.1.first?.rawValue ?? none, right.1.first?.rawValue ?? none)
    guard first == second else { return first < second }
    let (best, other) = (left.0.year.interval?.upper ?? 2, right.0.year.interval?.upper ?? 2)
    guard best == other else { return best < other }
    return left.0.service.slug.description < right.0.service.slug.description
  }
}
