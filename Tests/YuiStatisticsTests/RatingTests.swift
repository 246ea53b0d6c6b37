import Testing
import YuiStatistics

@Suite("Ratings and rounding")
struct RatingTests {
  @Test(
    "Whole per cents add up to 100",
    arguments: [
      // Tokyo's staff survey of November 2020, as published.
      ([3557, 7274, 7209, 1712, 344], [18, 36, 36, 8, 2]),
      // Seats of a house of 100 by Hare quota: the textbook case of Hamilton's method.
      ([47_000, 16_000, 15_900, 12_000, 6_000, 3_100], [47, 16, 16, 12, 6, 3]),
      ([1, 1, 1], [34, 33, 33]),
      ([1, 1, 1, 1, 1, 1, 1], [15, 15, 14, 14, 14, 14, 14]),
      ([2, 1], [67, 33]),
      ([1, 2], [33, 67]),
      ([199, 1], [100, 0]),
      ([0, 0, 7], [0, 0, 100]),
      ([0, 0], [0, 0]),
      ([], []),
      ([.max, .max, .max], [34, 33, 33]),
    ] as [([Int], [Int])])
  func percentages(counts: [Int], percentages: [Int]) {
    #expect(LargestRemainder.percentages(counts) == percentages)
  }

  // 20,096 answers, mean 2.4 as published; (1712 + 344) / 20096 by hand.
  @Test("The staff survey of 2020 comes out as it was published")
  func staffSurvey() throws {
    var survey = RatingDistribution()
    for (score, count) in zip(1..., [3557, 7274, 7209, 1712, 344]) { survey[score] = count }
    #expect(survey.total == 20_096)
    #expect(survey.percentages == [18, 36, 36, 8, 2])
    #expect(abs(try #require(survey.mean) - 2.4) < 0.05)
    #expect(try #require(survey.mean) == 48_300 / 20_096.0)
    #expect(try #require(survey.topTwoShare) == 2_056 / 20_096.0)
    #expect((survey + survey).total == 40_192)
    #expect((survey + survey).mean == survey.mean)
  }

  @Test("No ratings have no mean")
  func empty() {
    #expect(RatingDistribution().mean == nil)
    #expect(RatingDistribution().topTwoShare == nil)
    #expect(RatingDistribution().percentages == [0, 0, 0, 0, 0])
  }
}
