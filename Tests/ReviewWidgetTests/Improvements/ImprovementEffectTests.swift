import Testing
import YuiStatistics
import YuiText

@testable import ReviewWidget

@Suite("Effects of improvements")
struct ImprovementEffectTests {
  private static func effect(_ before: [Int], _ after: [Int]) -> ImprovementEffect {
    ImprovementEffect(
      before: RatingDistribution(counts: before), after: RatingDistribution(counts: after))
  }

  @Test("Ratings that rose are called better, with the figures that scipy and Newcombe give")
  func better() throws {
    // scipy.stats.mannwhitneyu: p 0.01785, P 0.6722; 10 of 30 and 18 of 30 satisfied.
    let effect = Self.effect([4, 6, 10, 8, 2], [1, 3, 8, 12, 6])
    #expect(effect.verdict == .better)
    #expect(abs(try #require(effect.probabilityHigher) - 0.6722) < 0.0001)
    #expect(abs(try #require(effect.difference).value - 8.0 / 30) < 1e-9)
    #expect(effect.verdict.sentence[.ja] == "その後の評価は良くなっています。")
    #expect(effect.sharesSentence(.en) == "Satisfied (4 or 5) were 33% before and 60% after.")
    let sureness = try #require(effect.surenessSentence(.en))
    #expect(sureness.contains("+27 points"))
    #expect(sureness.contains("in 67% of pairs"))
  }

  @Test("The other way round they are called worse")
  func worse() {
    let effect = Self.effect([1, 3, 8, 12, 6], [4, 6, 10, 8, 2])
    #expect(effect.verdict == .worse)
    #expect(effect.surenessSentence(.ja)?.contains("−27ポイント") == true)
  }

  @Test("A difference that chance may make is no clear change")
  func unclear() {
    #expect(Self.effect([4, 6, 10, 8, 2], [4, 5, 10, 9, 2]).verdict == .noClearChange)
    #expect(Self.effect([0, 0, 0, 0, 20], [0, 0, 0, 0, 20]).verdict == .noClearChange)
  }

  @Test(
    "Fewer than ten ratings on a side are too few, however they differ",
    arguments: [([9, 0, 0, 0, 0], [0, 0, 0, 0, 50]), ([50, 0, 0, 0, 0], [0, 0, 0, 0, 9])])
  func tooFew(before: [Int], after: [Int]) {
    let effect = Self.effect(before, after)
    #expect(effect.verdict == .tooFew)
    #expect(effect.sharesSentence(.ja) == nil)
    #expect(effect.surenessSentence(.ja) == nil)
  }

  @Test("Every answer has words of its own in every language", arguments: Language.allCases)
  func words(language: Language) {
    let sentences = ImprovementEffect.Verdict.allCases.map(\.sentence)
    #expect(sentences.allSatisfy { $0.spokenLanguage(in: language) == language })
    #expect(Set(sentences.map { $0[language] }).count == sentences.count)
    let names = Improvement.State.allCases.map(\.name)
    #expect(names.allSatisfy { $0.spokenLanguage(in: language) == language })
  }
}
