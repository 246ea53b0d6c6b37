import Testing
import YuiText

@Suite("Eras of the Japanese calendar")
struct JapaneseEraTests {
  // The days of change as the ordinances have them; 1 January 1873 is the first of Meiji 6.
  @Test(
    "A day has its era and year",
    arguments: [
      ("1873-01-01", "明治6年1月1日"), ("1912-07-29", "明治45年7月29日"), ("1912-07-30", "大正元年7月30日"),
      ("1926-12-24", "大正15年12月24日"), ("1926-12-25", "昭和元年12月25日"),
      ("1989-01-07", "昭和64年1月7日"), ("1989-01-08", "平成元年1月8日"), ("2019-04-30", "平成31年4月30日"),
      ("2019-05-01", "令和元年5月1日"), ("2026-04-01", "令和8年4月1日"), ("2024-02-29", "令和6年2月29日"),
    ])
  func days(iso: String, text: String) throws {
    let date = try #require(CalendarDate(iso: iso))
    #expect(date.eraText == text)
    #expect(CalendarDate(era: text) == date)
  }

  @Test(
    "Short forms are read",
    arguments: [
      ("R8.4.1", "2026-04-01"), ("r8/4/1", "2026-04-01"), ("Ｈ３１．４．３０", "2019-04-30"),
      ("S64-1-7", "1989-01-07"), ("令和 8年 4月 1日", "2026-04-01"), ("㋿8年4月1日", "2026-04-01"),
      ("M45.7.29", "1912-07-29"), ("R元.5.1", "2019-05-01"), ("令和8.4.1", "2026-04-01"),
    ])
  func short(text: String, iso: String) {
    #expect(CalendarDate(era: text)?.iso == iso)
  }

  @Test(
    "What lies in no era, or in another, is no date",
    arguments: [
      "令和0年1月1日", "平成31年5月1日", "令和元年4月30日", "昭和64年1月8日", "明治5年12月2日", "令和8年2月30日",
      "2026年4月1日", "令和8年4月", "令和8年4月1", "R8.4/1", "X8.4.1", "", "令和", "R8.4.1.", "R123.4.1",
      "令和元8年4月1日",
    ])
  func none(text: String) {
    #expect(CalendarDate(era: text) == nil)
  }

  @Test(
    "Fiscal years are named for the era on 1 May",
    arguments: [
      (2026, "令和8年度"), (2019, "令和元年度"), (2018, "平成30年度"), (1989, "平成元年度"),
      (1988, "昭和63年度"), (1926, "大正15年度"),
    ])
  func fiscalYears(year: Int, text: String) {
    #expect(FiscalYear(year).eraText == text)
    #expect(FiscalYear(reading: text)?.year == year)
  }

  @Test(
    "A fiscal year is read as people write it",
    arguments: [
      ("2025", 2025), ("２０２５", 2025), ("2025年度", 2025), ("2025 年度", 2025), ("FY2025", 2025),
      ("fy2025", 2025), ("令和7年度", 2025), ("令和7", 2025), ("R7", 2025), ("r7", 2025),
      ("Ｒ７年度", 2025), ("R07", 2025), ("令和元年度", 2019), ("R1", 2019), ("H30", 2018), ("平成31", nil),
      ("R0", nil), ("令和", nil), ("26", nil), ("", nil), ("年度", nil), ("R7.4", nil),
      ("20255", nil), ("令和7年4月", nil), ("-2025", nil), ("X7", nil),
    ] as [(String, Int?)])
  func readFiscalYears(text: String, year: Int?) {
    #expect(FiscalYear(reading: text)?.year == year)
  }

  @Test("Days before 1873 have no era here")
  func before() throws {
    let date = try #require(CalendarDate(iso: "1872-12-31"))
    #expect(JapaneseEra(containing: date) == nil)
    #expect(date.eraText == "1872年12月31日")
  }
}
