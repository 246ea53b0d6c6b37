public import YuiText

/// Tells the days on which people work.
public struct WorkCalendar: Sendable {
  private let rule: @Sendable (CalendarDate) -> Bool

  /// Makes a calendar from a rule, which must have working days again and again.
  public init(isWorkday: @escaping @Sendable (CalendarDate) -> Bool) {
    rule = isWorkday
  }

  /// Monday to Friday, whatever the holidays.
  public static let weekdays = WorkCalendar { $0.weekday <= 5 }

  /// Every day of the calendar.
  static let everyDay = WorkCalendar { _ in true }

  /// The days on which public offices of Japan are open (行政機関の休日に関する法律, and the
  /// ordinances of municipalities after it): no weekends, no public holidays, not from 29 December to
  /// 3 January.
  public static let offices = WorkCalendar { day in
    let isNewYear = day.month == 12 && day.day >= 29 || day.month == 1 && day.day <= 3
    return day.weekday <= 5 && !isNewYear && day.publicHoliday == nil
  }

  /// Whether people work on a day.
  public func isWorkday(_ day: CalendarDate) -> Bool { rule(day) }

  /// The day so many working days after another, which itself does not count.
  public func day(_ days: Int, after start: CalendarDate) -> CalendarDate {
    var (day, left) = (start, days)
    while left > 0 {
      day = day.adding(days: 1)
      if isWorkday(day) { left -= 1 }
    }
    return day
  }

  /// How many working days there are after one day, up to another and with it; 0 where the other is
  /// not later.
  public func days(after start: CalendarDate, through end: CalendarDate) -> Int {
    var (day, count) = (start, 0)
    while day < end {
      day = day.adding(days: 1)
      if isWorkday(day) { count += 1 }
    }
    return count
  }
}
