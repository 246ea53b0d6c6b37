public import YuiText

/// A term that runs from the day a case is opened, as long as the case is in one of some states.
public struct CaseClock: Sendable {
  /// How long a case may take.
  public enum Term: Sendable {
    /// Days of the calendar.
    case days(Int)
    /// Days on which people work.
    case workingDays(Int, WorkCalendar)

    /// The last day of the term.
    public func end(from start: CalendarDate) -> CalendarDate {
      switch self {
      case .days(let days): start.adding(days: days)
      case .workingDays(let days, let calendar): calendar.day(days, after: start)
      }
    }
  }

  /// What the clock is about, for people.
  public let name: LocalizedText
  /// How long it runs.
  public let term: Term
  /// The states in which it runs.
  public let states: Set<String>

  /// Declares a clock.
  public init(name: LocalizedText, term: Term, states: Set<String>) {
    self.name = name
    self.term = term
    self.states = states
  }
}
