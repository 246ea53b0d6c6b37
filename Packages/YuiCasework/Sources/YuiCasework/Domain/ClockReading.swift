public import YuiText

/// What a clock shows that runs from entering a state: it follows from where the case has been.
public struct ClockReading: Sendable, Hashable {
  /// What the clock does.
  public enum Phase: Sendable { case running, stopped, ended }

  /// What it does now.
  public internal(set) var phase: Phase
  /// The day on which it started.
  public let startedOn: CalendarDate
  /// The day from which it runs without a stop; while it stands still, the day it stopped.
  public internal(set) var since: CalendarDate
  /// The days that were used before ``since``.
  public internal(set) var used: Int
}

extension CaseClock {
  /// What the clock shows after these stays, in the order of time; nil where it never started.
  public func reading(of stays: [CaseStay]) -> ClockReading? {
    var reading: ClockReading?
    for stay in stays {
      let day = stay.from
      if states.contains(stay.state) {
        switch reading?.phase {
        case .running: break
        case .stopped:
          reading?.phase = .running
          reading?.since = day
        case .ended, nil:
          reading = ClockReading(phase: .running, startedOn: day, since: day, used: 0)
        }
      } else if let old = reading, old.phase != .ended {
        if old.phase == .running {
          reading?.used += term.days(after: old.since, through: day)
          reading?.since = day
        }
        reading?.phase = stopped.contains(stay.state) ? .stopped : .ended
      }
    }
    return reading
  }

  /// The day by which somebody has to act; nil while the clock does not run.
  func due(openedOn day: CalendarDate, stays: [CaseStay], state: String) -> CalendarDate? {
    switch start {
    case .opening: return states.contains(state) ? term.end(from: day) : nil
    case .entry:
      guard let reading = reading(of: stays), reading.phase == .running else { return nil }
      return term.end(from: reading.since, used: reading.used)
    }
  }
}
