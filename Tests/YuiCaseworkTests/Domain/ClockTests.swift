import Testing
import YuiCasework
import YuiText

@Suite struct CaseClocks {
  @Test(
    "A term in working days leaves out weekends",
    arguments: [
      // From a calendar on the wall: 18 September 2026 is a Friday.
      ("2026-09-18", 1, "2026-09-21"), ("2026-09-18", 5, "2026-09-25"),
      ("2026-09-19", 1, "2026-09-21"), ("2026-09-20", 1, "2026-09-21"),
      ("2026-09-21", 1, "2026-09-22"), ("2026-12-31", 1, "2027-01-01"),
      ("2026-09-18", 0, "2026-09-18"),
    ])
  func workingDays(start: String, days: Int, end: String) throws {
    let start = try #require(CalendarDate(iso: start))
    #expect(CaseClock.Term.workingDays(days, .weekdays).end(from: start).iso == end)
  }

  @Test("A calendar with holidays of its own leaves them out too")
  func holidays() throws {
    let culture = try #require(CalendarDate(iso: "2026-11-03"))
    let calendar = WorkCalendar { $0.weekday <= 5 && $0 != culture }
    let start = try #require(CalendarDate(iso: "2026-11-02"))
    #expect(calendar.day(1, after: start).iso == "2026-11-04")
  }

  @Test(
    "Public offices are closed at weekends, on public holidays and around New Year",
    arguments: [
      // Act on Holidays of Administrative Organs, article 1.
      ("2026-12-28", 1, "2027-01-04"), ("2026-12-25", 2, "2027-01-04"),
      // 3 to 6 May 2026 are a Sunday, two holidays and a substitute.
      ("2026-05-01", 1, "2026-05-07"), ("2026-04-28", 10, "2026-05-18"),
      // 21 to 23 September 2026: a holiday, a day between two, a holiday.
      ("2026-09-18", 1, "2026-09-24"),
    ])
  func offices(start: String, days: Int, end: String) throws {
    let start = try #require(CalendarDate(iso: start))
    let end = try #require(CalendarDate(iso: end))
    #expect(WorkCalendar.offices.day(days, after: start) == end)
    #expect(WorkCalendar.offices.days(after: start, through: end) == days)
    #expect(WorkCalendar.offices.days(after: end, through: start) == 0)
  }

  @Test("A term in days counts every day")
  func days() throws {
    let start = try #require(CalendarDate(iso: "2026-02-27"))
    #expect(CaseClock.Term.days(3).end(from: start).iso == "2026-03-02")
  }

  @Test("Of the clocks that run in a state the first to end counts, and none where none runs")
  func due() throws {
    let friday = try #require(CalendarDate(iso: "2026-09-18"))
    #expect(Permits.cases.due(in: "new", openedOn: friday)?.iso == "2026-09-23")
    #expect(Permits.cases.due(in: "work", openedOn: friday)?.iso == "2026-10-18")
    #expect(Permits.cases.due(in: "granted", openedOn: friday) == nil)
  }
}
