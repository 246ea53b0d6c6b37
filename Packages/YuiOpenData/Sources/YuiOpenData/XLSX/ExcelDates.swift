import YuiText

/// The two ways in which workbooks number days (ECMA-376-1, 18.17.4.1).
///
/// Times have no zone in a spreadsheet: they are Japan's.
enum ExcelDates {
  /// 1 January 1900 is day 1, and 29 February 1900, which never was, is day 60.
  case since1900
  /// 1 January 1904 is day 0.
  case since1904

  /// What a number shown in a format says: `2026-04-01`, `2026-04`, `09:30`,
  /// `2026-04-01T09:30:00+09:00`; `nil` where there is no such day or time.
  func text(_ serial: Double, as format: NumberFormat) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    // A day of 2026 is told apart to less than a microsecond; what is shorter is noise.
    let milliseconds = Int((serial * 86_400_000).rounded())
    let (day, time) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
    switch format {
    case .number: return nil
    case .date: return date(day)?.iso
    case .month: return date(day)?.yearMonth.iso
    case .dateAndTime: return date(day).map { "\($0.iso)T\(clock(time, shortens: false))+09:00" }
    case .time: return clock(time)
    case .duration: return clock(milliseconds)
    }
  }

  /// The number of a day; `nil` before 1 March 1900, where programs disagree.
  static func serial(of date: CalendarDate) -> Int? {
    let days = (date.start.milliseconds - FiscalYear(1900).start.start.milliseconds) / 86_400_000
    return days + 92 > 60 ? Int(days) + 92 : nil
  }

  private func date(_ day: Int) -> CalendarDate? {
    switch self {
    // 1 April 1900 is day 92, and 1 April 1904 day 91 from January.
    case .since1904: FiscalYear(1904).start.adding(days: day - 91)
    case .since1900 where day > 60: FiscalYear(1900).start.adding(days: day - 92)
    case .since1900 where 1...59 ~= day: FiscalYear(1900).start.adding(days: day - 91)
    case .since1900: nil
    }
  }

  private func clock(_ milliseconds: Int, shortens: Bool = true) -> String {
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1_000)
    let (minutes, second) = seconds.quotientAndRemainder(dividingBy: 60)
    var text = "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    if !shortens || second != 0 || rest != 0 { text += ":\(padded(second, 2))" }
    if rest != 0 { text += ".\(padded(rest, 3))" }
    return text
  }

  private func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
