public import YuiText

/// Tells the days on which people work.
public struct WorkCalendar: Sendable {
  private let isWorkday: @Sendable (CalendarDate) -> Bool

  /// Makes a calendar from a rule.
  public init(isWorkday: @escaping @Sendable (CalendarDate) -> Bool) {
    self.isWorkday = isWorkday
  }

  /// Monday to Friday, whatever the holidays.
  public static let weekdays = WorkCalendar { $0.weekday <= 5 }

  /// The day so many working days after another, which itself does not count.
  public func day(_ days: Int, after start: CalendarDate) -> CalendarDate {
    var (day, left) = (start, days)
    while left > 0 {
      day = day.adding(days: 1)
      if isWorkday(day) { left -= 1 }
    }
    return day
  }
}
