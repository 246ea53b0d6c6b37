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
