import Testing
import YuiText

@Suite("Dates and times in Japan")
struct CalendarTests {
  // date -u -d @N
  @Test(
    "Times read and write as RFC 3339",
    arguments: [
      (0, "1970-01-01T00:00:00Z"),
      (951_782_400_000, "2000-02-29T00:00:00Z"),
      (1_000_000_000_000, "2001-09-09T01:46:40Z"),
      (1_234_567_890_123, "2009-02-13T23:31:30.123Z"),
      (4_102_444_799_999, "2099-12-31T23:59:59.999Z"),
      (-1, "1969-12-31T23:59:59.999Z"),
      (-62_135_596_800_000, "0001-01-01T00:00:00Z"),
    ] as [(Int64, String)])
  func rfc3339(milliseconds: Int64, text: String) {
    #expect(Timestamp(milliseconds: milliseconds).rfc3339 == text)
    #expect(Timestamp(rfc3339: text)?.milliseconds == milliseconds)
  }

  // The examples of RFC 3339, section 5.8.
  @Test(
    "Offsets and fractions of any length are read",
    arguments: [
      ("1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50.520Z"),
      ("1996-12-19T16:39:57-08:00", "1996-12-20T00:39:57Z"),
      ("1937-01-01T12:00:27.87+00:20", "1937-01-01T11:40:27.870Z"),
      ("2026-04-01t09:00:00.1239999+09:00", "2026-04-01T00:00:00.123Z"),
    ])
  func offsets(text: String, utc: String) {
    #expect(Timestamp(rfc3339: text)?.rfc3339 == utc)
  }

  @Test(
    "What is not RFC 3339 is not read",
    arguments: [
      "", "2026-04-01", "2026-04-01T00:00:00", "2026-04-01 00:00:00Z", "2026-02-29T00:00:00Z",
      "2026-04-01T24:00:00Z", "2026-04-01T00:60:00Z", "1990-12-31T23:59:60Z",
      "2026-04-01T00:00:00.Z", "2026-04-01T00:00:00+9:00", "2026-04-01T00:00:00ZZ",
      "２026-04-01T00:00:00Z", "+026-04-01T00:00:00Z",
    ])
  func notRFC3339(text: String) {
    #expect(Timestamp(rfc3339: text) == nil)
  }

  @Test("The day changes at midnight in Japan")
  func midnight() throws {
    let before = try #require(Timestamp(rfc3339: "2026-03-31T14:59:59.999Z"))
    let after = try #require(Timestamp(rfc3339: "2026-03-31T15:00:00Z"))
    #expect(before.date.iso == "2026-03-31")
    #expect(after.date.iso == "2026-04-01")
    #expect(after.date.start == after)
    #expect(after.adding(seconds: 32_700).text(.ja) == "2026年4月1日 9:05")
    #expect(before.text(.en) == "31 March 2026, 23:59")
  }

  @Test("The fiscal year begins in April")
  func fiscalYear() throws {
    let march = try #require(CalendarDate(iso: "2026-03-31"))
    #expect(march.fiscalYear.text(.ja) == "2025年度")
    #expect(march.adding(days: 1).fiscalYear.text(.en) == "FY2026")
    #expect(FiscalYear(2025).start.iso == "2025-04-01")
    #expect(FiscalYear(2025).end == march)
  }

  // The years 1 to 9999 have 3,652,059 days (Python: date.max.toordinal()).
  @Test("The first and last day of every month follow each other as the Gregorian calendar has it")
  func everyDay() throws {
    var date = try #require(CalendarDate(year: 1, month: 1, day: 1))
    var days = 0
    for year in 1...9999 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (month, length) in zip(1...12, lengths) {
        for day in [1, length] {
          guard date.year == year, date.month == month, date.day == day else {
            Issue.record("\(date) is not \(year)-\(month)-\(day)")
            return
          }
          let step = day == 1 ? length - 1 : 1
          date = date.adding(days: step)
          days += step
        }
      }
    }
    #expect(days == 3_652_059)
  }

  @Test(
    "Days that do not exist are refused",
    arguments: [
      "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
      "0000-01-01", "2026-1-1", "20260101", "2026-01-01 ", "",
    ])
  func impossible(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test("Months follow each other over the year's end")
  func months() throws {
    let december = try #require(YearMonth(iso: "2025-12"))
    #expect(december.next.iso == "2026-01")
    #expect(december.next.previous == december)
    #expect(december < december.next)
    #expect(december.lastDay.iso == "2025-12-31")
    #expect(december.next.next.lastDay.iso == "2026-02-28")
    #expect(YearMonth(iso: "2026-13") == nil)
    #expect(YearMonth(iso: "2026-1") == nil)
  }

  @Test("Dates are written as people write them")
  func texts() throws {
    let date = try #require(CalendarDate(iso: "2024-07-01"))
    #expect(date.text(.ja) == "2024年7月1日")
    #expect(date.text(.en) == "1 July 2024")
    #expect(date.yearMonth.text(.ja) == "2024年7月")
    #expect(date.yearMonth.text(.en) == "July 2024")
  }

  @Test("The machine's clock tells a time of this century")
  func systemClock() {
    #expect((2024...2100).contains(Clock.system.now().date.year))
  }
}
