@testable import ReviewWidget
import Testing

@Suite struct SetTextTests {
  private static func lines(_ text: SetText) -> [String] {
    text.lines.map { $0.map(\.words).joined() }
  }

  @Test("A short text has the largest size, a longer one a smaller one")
  func sizes() {
    #expect(SetText("総合窓口", width: 100, sizes: [20, 10], lines: 1).size == 20)
    #expect(SetText("総合窓口の案内", width: 100, sizes: [20, 10], lines: 1).size == 10)
    #expect(SetText("総合窓口の案内", width: 100, sizes: [20, 10], lines: 2).size == 20)
  }

  @Test("Lines are about as long as each other")
  func balance() {
    let text = SetText("一二三四五六七八九十百", width: 100, sizes: [10], lines: 2)
    #expect(Self.lines(text) == ["一二三四五六", "七八九十百"])
  }

  @Test("Words of letters and of katakana, readings and the punctuation behind them stay whole")
  func words() {
    let text = SetText("区役所{第二|だいに}分庁舎エレベーター前、Window 3", width: 60, sizes: [10], lines: 9)
    let lines = Self.lines(text)
    #expect(lines.joined() == "区役所第二分庁舎エレベーター前、Window 3")
    for word in ["第二", "エレベーター", "前、", "Window"] {
      #expect(lines.contains { $0.contains(word) })
    }
    #expect(text.hasReadings)
  }

  @Test("A word without end is broken rather than drawn over the edge")
  func endless() {
    let text = SetText(String(repeating: "ア", count: 60), width: 150, sizes: [10], lines: 2)
    #expect(text.lines.allSatisfy { $0.reduce(0) { $0 + $1.width } <= 15 })
  }
}
