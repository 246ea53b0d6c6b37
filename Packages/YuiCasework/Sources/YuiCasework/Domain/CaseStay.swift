public import YuiText

/// A time that a case was in a state.
public struct CaseStay: Sendable, Hashable {
  /// The code of the state.
  public let state: String
  /// The day on which the case entered it.
  public let from: CalendarDate
  /// The day on which it left; nil while it is there.
  public let until: CalendarDate?

  /// Describes a stay.
  public init(_ state: String, from: CalendarDate, until: CalendarDate? = nil) {
    self.state = state
    self.from = from
    self.until = until
  }
}
