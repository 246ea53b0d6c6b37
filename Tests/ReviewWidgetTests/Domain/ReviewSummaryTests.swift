import ReviewWidget
import Testing
import YuiStatistics
import YuiText

@Suite struct ReviewSummaryTests {
  // Tokyo's staff survey of November 2020: 20,096 answers, mean 2.4, and 18, 36, 36, 8 and 2
  // per cent, as it was published.
  @Test("The staff survey sums up to what was published")
  func survey() throws {
    let summary = ReviewSummary(counts: counts([3_557, 7_274, 7_209, 1_712, 344], month: nil))
    let distribution = try #require(summary.distribution)
    #expect(distribution.total == 20_096)
    #expect(distribution.percentages == [18, 36, 36, 8, 2])
    #expect(NumberText.fixed(try #require(distribution.mean), decimals: 1) == "2.4")
    #expect(summary.months.isEmpty)
  }

  @Test("Nothing is published of one to nine respondents", arguments: 1...9)
  func few(total: Int) {
    let summary = ReviewSummary(counts: counts([0, 0, 0, 0, total], month: "2026-04"))
    #expect(summary.distribution == nil)
    #expect(summary.months.allSatisfy { $0.distribution == nil })
  }

  @Test("Ten respondents are published", arguments: [10, 11, 1_000_000])
  func enough(total: Int) {
    let summary = ReviewSummary(counts: counts([0, 0, 0, 0, total], month: "2026-04"))
    #expect(summary.distribution?.total == total)
    #expect(summary.months.map { $0.distribution?.total } == [total])
  }

  @Test("Who may see all sees all")
  func unsuppressed() {
    let summary = ReviewSummary(
      counts: counts([1, 0, 0, 0, 1], month: "2026-04"), suppression: nil)
    #expect(summary.distribution?.total == 2)
    #expect(summary.distribution?.mean == 3)
    #expect(summary.months.map { $0.distribution?.total } == [2])
  }

  // What must be hidden beside a small month was worked out by hand: 68 - 40 - 25 would tell the 3.
  @Test(
    "A month of few is hidden, and with it what it would follow from",
    arguments: [
      ([40, 3, 25], [40, nil, nil]), ([40, 10, 25], [40, 10, 25]), ([12, 3, 4], [nil, nil, nil]),
      ([40, 0, 25], [40, 0, 25]), ([5, 5, 30], [nil, nil, 30]), ([1, 1, 30], [nil, nil, nil]),
    ] as [([Int], [Int?])])
  func secondary(totals: [Int], shown: [Int?]) {
    let months = ["2026-02", "2026-03", "2026-04"]
    let summary = ReviewSummary(
      counts: zip(totals, months).flatMap { counts([0, 0, $0, 0, 0], month: $1) })
    #expect(summary.distribution?.total == totals.reduce(0, +))
    #expect(summary.months.map { $0.distribution?.total } == shown)
  }

  @Test("Responses without a month count as a group that nobody may work out")
  func undated() {
    let summary = ReviewSummary(
      counts: counts([0, 0, 30, 0, 0], month: "2026-03")
        + counts([0, 0, 20, 0, 0], month: "2026-04")
        + counts([3, 0, 0, 0, 0], month: nil))
    #expect(summary.distribution?.total == 53)
    #expect(summary.months.map { $0.distribution?.total } == [30, nil])
  }

  @Test("Months stand from the first to the last with responses, the empty ones too")
  func span() {
    let summary = ReviewSummary(
      counts: counts([0, 10, 0, 0, 0], month: "2025-11")
        + counts([0, 0, 0, 20, 0], month: "2026-02")
        + counts([0, 0, 0, 0, 0], month: "2026-09"))
    #expect(summary.months.map(\.month.iso) == ["2025-11", "2025-12", "2026-01", "2026-02"])
    #expect(summary.months.map { $0.distribution?.total } == [10, 0, 0, 20])
    #expect(summary.months.map { $0.distribution?.mean } == [2, nil, nil, 4])
  }

  @Test("A chart takes the last twelve months")
  func recent() {
    let summary = ReviewSummary(
      counts: counts([0, 10, 0, 0, 0], month: "2025-01")
        + counts([0, 10, 0, 0, 0], month: "2026-04"))
    #expect(summary.months.count == 16)
    #expect(summary.recentMonths.count == 12)
    #expect(summary.recentMonths.first?.month.iso == "2025-05")
    #expect(summary.recentMonths.last?.month.iso == "2026-04")
  }

  @Test("Nothing counted is nothing hidden")
  func none() {
    let summary = ReviewSummary(counts: [])
    #expect(summary.distribution?.total == 0)
    #expect(summary.distribution?.mean == nil)
    #expect(summary.months.isEmpty)
  }

  private func counts(
    _ counts: [Int], month: String?
  ) -> [(month: YearMonth?, score: Score, responses: Int)] {
    zip(Score.allCases, counts).map { (month.flatMap { YearMonth(iso: $0) }, $0, $1) }
  }
}
