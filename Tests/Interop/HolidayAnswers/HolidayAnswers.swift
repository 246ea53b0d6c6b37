import YuiText

/// Tells the public holidays of the years from one to another, a day and its name on each line:
/// `2026-05-06 振替休日`.
@main
enum HolidayAnswers {
  static func main() {
    let years = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    guard let first = years.first, let last = years.last,
      var day = CalendarDate(year: first, month: 1, day: 1)
    else { return }
    while day.year <= last {
      if let holiday = day.publicHoliday { print(day.iso, holiday.name[.ja]) }
      day = day.adding(days: 1)
    }
  }
}
