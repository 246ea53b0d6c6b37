/// A month of a year.
public struct YearMonth: Sendable, Hashable {
  /// The year, such as 2026.
  public let year: Int
  /// The month, 1–12.
  public let month: Int

  /// Creates a month, or returns `nil` where there is none; years reach from 1 to 9999.
  public init?(year: Int, month: Int) {
    guard 1...9999 ~= year, 1...12 ~= month else { return nil }
    (self.year, self.month) = (year, month)
  }

  /// Creates the month that holds `date`.
  public init(containing date: CalendarDate) {
    (year, month) = (date.year, date.month)
  }

  private init(monthsSinceYear0 months: Int) {
    year = CivilCalendar.floorDivide(months, 12)
    month = months - year * 12 + 1
  }

  private var monthsSinceYear0: Int { year * 12 + month - 1 }

  /// The month after this one.
  public var next: YearMonth { YearMonth(monthsSinceYear0: monthsSinceYear0 + 1) }

  /// The month before this one.
  public var previous: YearMonth { YearMonth(monthsSinceYear0: monthsSinceYear0 - 1) }

  /// The month so many months later, or earlier for a negative number.
  public func adding(months: Int) -> YearMonth {
    YearMonth(monthsSinceYear0: monthsSinceYear0 + months)
  }

  /// The first day of the month.
  public var firstDay: CalendarDate {
    CalendarDate(daysSince1970: CivilCalendar.days(year: year, month: month, day: 1))
  }

  /// The last day of the month.
  public var lastDay: CalendarDate { next.firstDay.adding(days: -1) }
}

extension YearMonth: Comparable {
  /// Orders by time.
  public static func < (left: YearMonth, right: YearMonth) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }
}

extension YearMonth {
  /// The month as ISO 8601, `2026-04`.
  public var iso: String {
    DigitWriter.text { text in
      text.put(year, 4)
      text.put("-")
      text.put(month, 2)
    }
  }

  /// Reads `YYYY-MM`; returns `nil` for anything else.
  public init?(iso: String) {
    var reader = DigitReader(iso)
    guard
      let year = reader.number(digits: 4), reader.take(UInt8(ascii: "-")),
      let month = reader.number(digits: 2), reader.isAtEnd
    else { return nil }
    self.init(year: year, month: month)
  }

  /// The month as people write it: `2024年7月`, `July 2024`.
  public func text(_ language: Language) -> String {
    switch language {
    case .ja, .easy, .zhHans: "\(year)年\(month)月"
    case .en: "\(englishMonthNames[month - 1]) \(year)"
    case .ko: "\(year)년 \(month)월"
    case .vi: "\(month)/\(year)"
    }
  }
}

extension YearMonth: LosslessStringConvertible {
  /// Reads `YYYY-MM`.
  public init?(_ description: String) { self.init(iso: description) }

  /// The month as ISO 8601.
  public var description: String { iso }
}

extension YearMonth: Codable {
  /// Reads a `YYYY-MM` string.
  public init(from decoder: any Decoder) throws {
    self = try decoder.decodeText("a month (YYYY-MM)") { YearMonth(iso: $0) }
  }

  /// Writes a `YYYY-MM` string.
  public func encode(to encoder: any Encoder) throws {
    try encoder.encodeText(iso)
  }
}
