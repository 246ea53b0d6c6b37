public import YuiText

/// A term within which something has to be done, as long as the case is in one of some states.
public struct CaseClock: Sendable {
  /// How long a case may take.
  public enum Term: Sendable {
    /// Days of the calendar.
    case days(Int)
    /// Days on which people work.
    case workingDays(Int, WorkCalendar)

    /// The last day of the term, of which some days were used before it goes on.
    ///
    /// A term that was used up ends where it goes on.
    public func end(from start: CalendarDate, used: Int = 0) -> CalendarDate {
      calendar.day(max(0, length - used), after: start)
    }

    /// How many days are used after one day, up to another and with it.
    public func days(after start: CalendarDate, through end: CalendarDate) -> Int {
      calendar.days(after: start, through: end)
    }

    /// How many days the term has.
    public var length: Int {
      switch self {
      case .days(let days), .workingDays(let days, _): days
      }
    }

    private var calendar: WorkCalendar {
      switch self {
      case .days: .everyDay
      case .workingDays(_, let calendar): calendar
      }
    }
  }

  /// From when a term runs.
  public enum Start: Sendable {
    /// From the day the case was opened, whatever happens to it.
    case opening
    /// From the day the case enters a state in which the clock runs, anew each time it comes back
    /// from a state in which the clock has ended.
    case entry
  }

  /// What the clock is about, for people.
  public let name: LocalizedText
  /// How long it runs.
  public let term: Term
  /// From when it runs.
  public let start: Start
  /// The states in which it runs.
  public let states: Set<String>
  /// The states in which it stands still and keeps what is left, such as waiting for an answer.
  public let stopped: Set<String>

  /// Declares a clock that runs from the day a case is opened.
  public init(name: LocalizedText, term: Term, states: Set<String>) {
    self.init(name: name, term: term, start: .opening, states: states, stopped: [])
  }

  /// Declares a clock that runs from the day a case enters one of its states.
  public init(
    name: LocalizedText, term: Term, fromEntering states: Set<String>, stopped: Set<String> = []
  ) {
    self.init(name: name, term: term, start: .entry, states: states, stopped: stopped)
  }

  private init(
    name: LocalizedText, term: Term, start: Start, states: Set<String>, stopped: Set<String>
  ) {
    precondition(states.isDisjoint(with: stopped), "a clock cannot run and stand still in a state")
    self.name = name
    self.term = term
    self.start = start
    self.states = states
    self.stopped = stopped
  }
}
