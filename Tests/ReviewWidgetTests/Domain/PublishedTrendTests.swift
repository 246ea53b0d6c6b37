@testable import ReviewWidget
import Testing
import YuiStatistics
import YuiText

@Suite struct PublishedTrendTests {
  // Worked out by hand.
  @Test(
    "Months are told alone where they can be, else as a period",
    arguments: [
      (["2026-01": 40, "2026-02/2026-03": 28], ["40", "-", "-"], ["2026-02/2026-03: 28"]),
      (["2026-01": 40, "2026-03": 25], ["40", "-", "25"], []),
      // A batch over the turn of a month is small beside the month in which it was full.
      (["2026-01": 90, "2026-01/2026-02": 10, "2026-02": 100], ["90", "110"], []),
      (
        ["2026-01": 90, "2026-01/2026-02": 10, "2026-02": 99], ["-", "-"],
        ["2026-01/2026-02: 199"]
      ),
      (
        ["2026-01/2026-02": 10, "2026-02/2026-04": 12, "2026-05": 10], ["-", "-", "-", "-", "10"],
        ["2026-01/2026-04: 22"]
      ),
      // Undated responses among them cannot be told apart from the month's.
      (["2026-01": 30, "2026-02/-": 23], ["30", "-"], []),
      (["2026-01": 300, "2026-01/-": 23], ["300"], []), (["-": 30], [], []), ([:], [], []),
    ] as [([String: Int], [String], [String])])
  func trend(groups: [String: Int], months: [String], periods: [String]) throws {
    let trend = PublishedTrend(
      try groups.reduce(into: [:]) { states, group in
        var state = FigureState()
        state["4"] = group.value
        states[try #require(ScoreGroup(group.key))] = state
      })
    #expect(trend.months.map { $0.distribution.map { "\($0.total)" } ?? "-" } == months)
    #expect(
      trend.periods.map { period in
        "\(ScoreGroup(period.months)): \(period.distribution.total)"
      } == periods)
  }

  @Test("A chart takes the last twelve months")
  func recent() throws {
    var figures = ReviewFigures()
    let first = try #require(YearMonth(iso: "2025-01"))
    let last = try #require(YearMonth(iso: "2026-04"))
    figures.months = ReviewFigures.span(from: first, to: last).map {
      .init(month: $0, distribution: nil)
    }
    #expect(figures.months.count == 16)
    #expect(figures.recentMonths.count == 12)
    #expect(figures.recentMonths.first?.month.iso == "2025-05")
    #expect(figures.recentMonths.last?.month.iso == "2026-04")
  }
}
