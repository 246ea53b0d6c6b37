import Testing
import YuiText

@testable import WiFiSiteRegistry

@Suite("The progress of OpenRoaming")
struct RolloutProgressTests {
  private static func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(iso: text))
  }

  @Test("Sites are counted at the end of each fiscal year, milestones among them")
  func points() throws {
    let progress = RolloutProgress(
      beginnings: [
        (try Self.day("2024-03-31"), 2), (try Self.day("2024-04-01"), 3),
        (try Self.day("2026-03-31"), 4), (nil, 5),
      ],
      milestones: [.init(day: try Self.day("2024-07-31"), sites: 638, note: "")],
      targets: [], today: try Self.day("2026-04-01"))
    #expect(
      progress.points.map { "\($0.day.iso) \($0.sites)" } == [
        "2024-03-31 2", "2024-07-31 638", "2025-03-31 5", "2026-03-31 9", "2026-04-01 14",
      ])
    #expect(progress.now == 14 && progress.undated == 5 && progress.target == nil)
  }

  @Test(
    "The next target counts, or the last one that passed",
    arguments: [("2025-03-31", 2024), ("2025-04-01", 2025), ("2030-01-01", 2025)])
  func target(today: String, year: Int) throws {
    let progress = RolloutProgress(
      beginnings: [], milestones: [],
      targets: [2024, 2025].map { .init(year: FiscalYear($0), sites: 1_300, note: "") },
      today: try Self.day(today))
    #expect(progress.target?.year == FiscalYear(year))
  }
}
