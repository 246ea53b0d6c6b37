import Testing
import YuiStatistics

// Values computed with SciPy 1.18 and statsmodels 0.15, or by hand where it says so.
@Suite("How sure a figure is")
struct IntervalTests {
  @Test(
    "The interval of a share is Wilson's",
    arguments: [
      (0, 5, 0.0000, 0.4345), (3, 5, 0.2307, 0.8824), (8, 10, 0.4902, 0.9433),
      (10, 10, 0.7225, 1.0000), (45, 60, 0.6277, 0.8422),
    ])
  func wilson(count: Int, total: Int, lower: Double, upper: Double) throws {
    let interval = try #require(Proportion(count, of: total).interval)
    #expect(abs(interval.lower - lower) < 0.00005)
    #expect(abs(interval.upper - upper) < 0.00005)
  }

  @Test("The mean of five levels comes with the deviation of its Dirichlet posterior")
  func dirichlet() throws {
    let ratings = RatingDistribution(counts: [1, 0, 1, 3, 5])
    let posterior = ratings.posteriorMean()
    #expect(abs(posterior.mean - 3.7333) < 0.00005)
    #expect(abs(posterior.standardDeviation - 0.3472) < 0.00005)
    let interval = try #require(ratings.meanInterval)
    #expect(abs(interval.lower - 3.0528) < 0.0002)
    #expect(abs(interval.upper - 4.4138) < 0.0002)
  }

  @Test("The plain mean never lies outside of its interval")
  func meanInside() throws {
    for ratings in [
      RatingDistribution(counts: [0, 0, 0, 0, 10]), RatingDistribution(counts: [10, 0, 0, 0, 0]),
      RatingDistribution(counts: [0, 0, 1, 0, 0]),
      RatingDistribution(counts: [0, 0, 0, 0, 1_000_000]),
    ] {
      let mean = try #require(ratings.mean)
      let interval = try #require(ratings.meanInterval)
      #expect(interval.contains(mean))
      #expect(interval.lower >= 1 && interval.upper <= 5)
    }
  }

  @Test("The net promoter score has the adjusted Wald interval")
  func netPromoterScore() throws {
    let score = NetPromoterScore(promoters: 15, passives: 10, detractors: 5)
    #expect(abs(try #require(score.score) - 33.3) < 0.05)
    let interval = try #require(score.interval)
    #expect(abs(interval.lower - 4.8) < 0.05)
    #expect(abs(interval.upper - 55.8) < 0.05)
    #expect(
      NetPromoterScore(counts: [1, 0, 1, 1, 0, 1, 1, 4, 6, 10, 5]) == score)
  }

  @Test("The difference of two shares has Newcombe's interval")
  func newcombe() throws {
    // The example of Newcombe's paper: 56/70 against 48/80.
    let difference = try #require(Proportion(56, of: 70).difference(from: Proportion(48, of: 80)))
    #expect(abs(difference.value - 0.2) < 1e-12)
    #expect(abs(difference.interval.lower - 0.0524) < 0.00005)
    #expect(abs(difference.interval.upper - 0.3339) < 0.00005)
  }

  @Test("Of nobody nothing is said")
  func nobody() {
    #expect(Proportion(0, of: 0).interval == nil)
    #expect(Proportion(0, of: 0).difference(from: Proportion(1, of: 2)) == nil)
    #expect(Proportion(1, of: 2).difference(from: Proportion(0, of: 0)) == nil)
    #expect(RatingDistribution().meanInterval == nil)
    #expect(NetPromoterScore(promoters: 0, passives: 0, detractors: 0).interval == nil)
    #expect(RankComparison(before: [0, 0], after: [1, 2]) == nil)
    #expect(PChart(usual: Proportion(0, of: 0)) == nil)
  }
}
