extension CalendarDate {
  /// The years whose public holidays are known: since there are holidays on Mondays, and as long as
  /// the rule for equinoxes holds.
  public static let yearsOfPublicHolidays = 2000...Equinox.years.upperBound

  /// The public holiday of Japan on this day; nil on every other, and in years that are not known.
  ///
  /// Holidays of years to come follow from the law as it is now.
  public var publicHoliday: PublicHoliday? {
    guard Self.yearsOfPublicHolidays.contains(year) else { return nil }
    if let nationalHoliday { return nationalHoliday }
    if isSubstitute { return .substitute }
    let isBetween =
      adding(days: -1).nationalHoliday != nil && adding(days: 1).nationalHoliday != nil
    // Before 2007 a Sunday was no such day.
    return isBetween && (year >= 2007 || weekday != 7) ? .between : nil
  }

  /// Article 3, paragraph 2: until 2006 the Monday after a holiday on a Sunday, since then the first
  /// day after it that is no holiday itself.
  private var isSubstitute: Bool {
    var day = adding(days: -1)
    while day.nationalHoliday != nil {
      if day.weekday == 7 { return true }
      guard year >= 2007 else { return false }
      day = day.adding(days: -1)
    }
    return false
  }
}
