import Testing
import YuiText

@Suite("Public holidays of Japan")
struct PublicHolidayTests {
  // The list of the Cabinet Office (syukujitsu.csv, published in February 2026), of years in which
  // something is special: laws that changed, days that were moved, weekends in the way.
  @Test(
    "Holidays are those of the Cabinet Office",
    arguments: [
      (2000, "1/1 1/10 2/11 3/20 4/29 5/3 5/4 5/5 7/20 9/15 9/23 10/9 11/3 11/23 12/23"),
      (
        2001,
        "1/1 1/8 2/11 2/12 3/20 4/29 4/30 5/3 5/4 5/5 7/20 9/15 9/23 9/24 "
          + "10/8 11/3 11/23 12/23 12/24"
      ),
      (
        2002,
        "1/1 1/14 2/11 3/21 4/29 5/3 5/4 5/5 5/6 7/20 9/15 9/16 9/23 10/14 "
          + "11/3 11/4 11/23 12/23"
      ),
      (2003, "1/1 1/13 2/11 3/21 4/29 5/3 5/5 7/21 9/15 9/23 10/13 11/3 11/23 11/24 12/23"),
      (2006, "1/1 1/2 1/9 2/11 3/21 4/29 5/3 5/4 5/5 7/17 9/18 9/23 10/9 11/3 11/23 12/23"),
      (
        2007,
        "1/1 1/8 2/11 2/12 3/21 4/29 4/30 5/3 5/4 5/5 7/16 9/17 9/23 9/24 "
          + "10/8 11/3 11/23 12/23 12/24"
      ),
      (2008, "1/1 1/14 2/11 3/20 4/29 5/3 5/4 5/5 5/6 7/21 9/15 9/23 10/13 11/3 11/23 11/24 12/23"),
      (2009, "1/1 1/12 2/11 3/20 4/29 5/3 5/4 5/5 5/6 7/20 9/21 9/22 9/23 10/12 11/3 11/23 12/23"),
      (
        2012,
        "1/1 1/2 1/9 2/11 3/20 4/29 4/30 5/3 5/4 5/5 7/16 9/17 9/22 10/8 "
          + "11/3 11/23 12/23 12/24"
      ),
      (2016, "1/1 1/11 2/11 3/20 3/21 4/29 5/3 5/4 5/5 7/18 8/11 9/19 9/22 10/10 11/3 11/23 12/23"),
      (
        2019,
        "1/1 1/14 2/11 3/21 4/29 4/30 5/1 5/2 5/3 5/4 5/5 5/6 7/15 8/11 "
          + "8/12 9/16 9/23 10/14 10/22 11/3 11/4 11/23"
      ),
      (
        2020,
        "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/23 7/24 8/10 "
          + "9/21 9/22 11/3 11/23"
      ),
      (2021, "1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9 9/20 9/23 11/3 11/23"),
      (
        2024,
        "1/1 1/8 2/11 2/12 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 "
          + "9/16 9/22 9/23 10/14 11/3 11/4 11/23"
      ),
      (
        2026,
        "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 "
          + "9/23 10/12 11/3 11/23"
      ),
      (2027, "1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23"),
    ])
  func cabinetOffice(year: Int, list: String) throws {
    var day = try #require(CalendarDate(year: year, month: 1, day: 1))
    var holidays: [String] = []
    while day.year == year {
      if day.publicHoliday != nil { holidays.append("\(day.month)/\(day.day)") }
      day = day.adding(days: 1)
    }
    #expect(holidays.joined(separator: " ") == list)
  }

  @Test(
    "A holiday bears its name",
    arguments: [
      ("2006-04-29", "みどりの日"), ("2007-04-29", "昭和の日"), ("2007-05-04", "みどりの日"),
      ("2018-12-23", "天皇誕生日"), ("2019-10-14", "体育の日"), ("2020-07-24", "スポーツの日"),
      ("2026-05-06", "振替休日"), ("2026-09-22", "国民の休日"),
    ])
  func names(day: String, name: String) throws {
    #expect(try #require(CalendarDate(iso: day)).publicHoliday?.name[.ja] == name)
  }

  @Test(
    "No holidays are told of years that are not known", arguments: ["1999-01-01", "2100-01-01"])
  func unknownYears(day: String) throws {
    #expect(try #require(CalendarDate(iso: day)).publicHoliday == nil)
  }
}
