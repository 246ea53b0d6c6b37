import ReviewWidget
import Testing
import YuiText

@Suite struct ScoreTests {
  @Test("There are five scores", arguments: [(0, false), (1, true), (5, true), (6, false)])
  func bounds(value: Int, exists: Bool) {
    #expect((Score(rawValue: value) != nil) == exists)
    #expect(Score.allCases.map(\.rawValue) == [1, 2, 3, 4, 5])
    #expect(Score.allCases.max()?.rawValue == 5)
  }

  // The words of the staff survey of 2020.
  @Test("A score has words")
  func words() {
    #expect(Score.allCases.map { $0.words[.ja] } == ["大いに不満", "やや不満", "普通", "やや満足", "大いに満足"])
  }

  @Test(
    "A reason of the form has words, another program's stands for itself",
    arguments: [
      ("time", Language.ja, "かかった時間"), ("negative:time", .en, "Time it took"),
      ("positive:time", .ko, "걸린 시간"), ("駐車場", .en, "駐車場"),
      ("positive:other:駐車場", .en, "駐車場"), ("other", .en, "Something else"),
    ])
  func reasons(text: String, language: Language, words: String) {
    #expect(Reason(text).words(in: language) == words)
    #expect(Reason(text).description == text)
  }
}
