extension CalendarDate {
  /// The holiday that the Act on National Holidays (国民の祝日に関する法律) puts on this day itself,
  /// with the special laws for 2019 to 2021, from 2000 on.
  var nationalHoliday: PublicHoliday? {
    switch (month, day) {
    case (1, 1): .newYear
    case (1, monday(2)): .comingOfAge
    case (2, 11): .foundation
    case (2, 23): year >= 2020 ? .emperorsBirthday : nil
    case (3, Equinox.vernal.day(in: year)): .vernalEquinox
    case (4, 29): year >= 2007 ? .showa : .greenery
    case (5, 1): year == 2019 ? .enthronement : nil
    case (5, 3): .constitution
    case (5, 4): year >= 2007 ? .greenery : nil
    case (5, 5): .children
    case (7, marineDay): .marine
    // The Olympic Games moved three holidays, twice.
    case (7, 24) where year == 2020, (7, 23) where year == 2021: .sports
    case (8, mountainDay): year >= 2016 ? .mountain : nil
    case (9, year >= 2003 ? monday(3) : 15): .respectForTheAged
    case (9, Equinox.autumnal.day(in: year)): .autumnalEquinox
    case (10, monday(2)): sportsDay
    case (10, 22): year == 2019 ? .enthronementCeremony : nil
    case (11, 3): .culture
    case (11, 23): .labourThanksgiving
    case (12, 23): year <= 2018 ? .emperorsBirthday : nil
    default: nil
    }
  }

  private var marineDay: Int {
    switch year {
    case 2020: 23
    case 2021: 22
    default: year >= 2003 ? monday(3) : 20
    }
  }

  private var mountainDay: Int {
    switch year {
    case 2020: 10
    case 2021: 8
    default: 11
    }
  }

  private var sportsDay: PublicHoliday? {
    switch year {
    case ..<2020: .healthAndSports
    case 2020, 2021: nil
    default: .sports
    }
  }

  /// The day of the nth Monday of this month.
  private func monday(_ number: Int) -> Int {
    let firstMonday = (day - weekday) % 7 + 1
    return (firstMonday < 1 ? firstMonday + 7 : firstMonday) + 7 * (number - 1)
  }
}
