/// A fiscal year of Japanese public bodies, April to March, named for the year it begins in.
public struct FiscalYear: Sendable, Hashable {
  /// The calendar year in which the fiscal year begins.
  public let year: Int

  /// Creates the fiscal year that begins in April of `year`.
  public init(_ year: Int) {
    self.year = year
  }

  /// Creates the fiscal year that holds `date`.
  public init(containing date: CalendarDate) {
    year = date.month >= 4 ? date.year : date.year - 1
  }

  /// The first day, 1 April.
  public var start: CalendarDate {
    CalendarDate(daysSince1970: CivilCalendar.days(year: year, month: 4, day: 1))
  }

  /// The last day, 31 March of the year after.
  public var end: CalendarDate {
    CalendarDate(daysSince1970: CivilCalendar.days(year: year + 1, month: 3, day: 31))
  }

  /// The fiscal year as people write it: `2026年度`, `FY2026`.
  public func text(_ language: Language) -> String {
    switch language {
    case .ja, .easy, .zhHans: "\(year)年度"
    case .en: "FY\(year)"
    case .ko: "\(year)년도"
    case .vi: "Năm tài chính \(year)"
    }
  }
}

extension FiscalYear: Comparable {
  /// Orders by time.
  public static func < (left: FiscalYear, right: FiscalYear) -> Bool {
    left.year < right.year
  }
}
