/// A date of the Gregorian calendar, without a time; days begin at midnight in Japan.
public struct CalendarDate: Sendable, Hashable {
  /// The year, such as 2026.
  public let year: Int
  /// The month, 1–12.
  public let month: Int
  /// The day of the month, 1–31.
  public let day: Int

  /// Creates a date, or returns `nil` where there is none; years reach from 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard
      1...9999 ~= year, 1...12 ~= month,
      1...CivilCalendar.daysInMonth(year: year, month: month) ~= day
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  init(daysSince1970: Int) {
    (year, month, day) = CivilCalendar.civil(days: daysSince1970)
  }

  var daysSince1970: Int {
    CivilCalendar.days(year: year, month: month, day: day)
  }

  /// Midnight in Japan, when the date begins.
  public var start: Timestamp {
    Timestamp(milliseconds: Int64(daysSince1970) * millisecondsPerDay - japanOffset)
  }

  /// The month that holds the date.
  public var yearMonth: YearMonth { YearMonth(containing: self) }

  /// The fiscal year, April to March, that holds the date.
  public var fiscalYear: FiscalYear { FiscalYear(containing: self) }

  /// The day of the week as ISO 8601 counts them: 1 for Monday to 7 for Sunday.
  public var weekday: Int {
    let daysSinceMonday = daysSince1970 + 3
    return ((daysSinceMonday % 7) + 7) % 7 + 1
  }

  /// Returns the date `days` later, or earlier for a negative number.
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(daysSince1970: daysSince1970 + days)
  }
}

extension CalendarDate: Comparable {
  /// Orders by time.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
