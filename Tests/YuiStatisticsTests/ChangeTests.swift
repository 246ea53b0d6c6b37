import Testing
import YuiStatistics

@Suite("Whether a figure changed")
struct ChangeTests {
  // Computed with SciPy 1.18.
  @Test("Before against after is the test of Mann and Whitney, ties at half")
  func ranks() throws {
    let comparison = try #require(
      RankComparison(before: [4, 6, 10, 8, 2], after: [1, 3, 8, 12, 6]))
    #expect(comparison.u == 605)
    #expect(abs(comparison.pValue - 0.01785) < 0.000005)
    #expect(abs(comparison.probabilityHigher - 0.6722) < 0.00005)
    let backwards = try #require(
      RankComparison(before: [1, 3, 8, 12, 6], after: [4, 6, 10, 8, 2]))
    #expect(backwards.u == 900 - 605)
    #expect(backwards.pValue == comparison.pValue)
  }

  @Test("Where everybody answers alike nothing has changed")
  func alike() throws {
    let same = try #require(RankComparison(before: [0, 0, 7], after: [0, 0, 9]))
    #expect(same.pValue == 1)
    #expect(same.probabilityHigher == 0.5)
  }

  @Test("Weeks with few respondents are joined until they say something")
  func series() {
    let weeks = [(3, 5), (10, 15), (20, 30), (0, 0), (1, 4), (6, 15), (1, 2), (2, 2)]
    let series = ShareSeries(weeks.map { Proportion($0.0, of: $0.1) }, minimum: 20)
    #expect(
      series.points == [Proportion(13, of: 20), Proportion(20, of: 30), Proportion(8, of: 21)])
    #expect(series.ends == [1, 2, 6])
  }

  // By hand: 0.8 ± 3·√(0.8·0.2/100) = 0.68, 0.92.
  @Test("A point beyond three standard deviations lies below chance")
  func chart() throws {
    let chart = try #require(PChart(usual: Proportion(400, of: 500)))
    let limits = chart.limits(of: 100)
    #expect(abs(limits.lower - 0.68) < 1e-12)
    #expect(abs(limits.upper - 0.92) < 1e-12)
    #expect(chart.isBelow(Proportion(67, of: 100)))
    #expect(!chart.isBelow(Proportion(69, of: 100)))
    #expect(!chart.isBelow(Proportion(0, of: 0)))
  }

  // By hand: each point is two standard deviations low (0.04 each), and adds 1.5.
  @Test("A share that falls a little and stays low is noticed at the fourth point")
  func cumulativeSum() {
    let low = Array(repeating: Proportion(72, of: 100), count: 6)
    let sums = CumulativeSum(low, usual: 0.8)
    for (sum, expected) in zip(sums.sums, [1.5, 3, 4.5, 6, 7.5, 9]) {
      #expect(abs(sum - expected) < 1e-9)
    }
    #expect(sums.firstAlarm == 3)
    #expect(
      CumulativeSum(Array(repeating: Proportion(79, of: 100), count: 500), usual: 0.8).firstAlarm
        == nil)
  }

  // Dunning's first example, "the swiss": 110 with, 2,442 without; 111 with, 29,114 without.
  @Test("What is said strikingly often is told from what is said strikingly seldom")
  func likelihood() {
    let part = Proportion(110, of: 110 + 2_442)
    let rest = Proportion(111, of: 111 + 29_114)
    let often = LogLikelihoodRatio.signed(part, against: rest)
    #expect(abs(often - 270.72) < 0.005)
    #expect(LogLikelihoodRatio.signed(rest, against: part) == -often)
    #expect(LogLikelihoodRatio.signed(Proportion(0, of: 0), against: Proportion(1, of: 2)) == 0)
    let usual = LogLikelihoodRatio.signed(Proportion(5, of: 10), against: Proportion(50, of: 100))
    #expect(abs(usual) < 1e-9)
  }
}
