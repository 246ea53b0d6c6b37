import YuiHTML
import YuiStatistics
import YuiText

/// What an improvement changed: in a sentence first, then as a picture, then in numbers.
struct ImprovementEffectView: Component {
  private let effect: ImprovementEffect
  private let id: String
  private let period: String
  private let language: Language

  /// - Parameter period: which ratings are compared.
  init(_ effect: ImprovementEffect, id: String, period: String, language: Language) {
    (self.effect, self.id, self.period, self.language) = (effect, id, period, language)
  }

  @HTMLBuilder var markup: HTML {
    section(.aria("labelledby", "\(id)-title")) {
      h3(.id("\(id)-title")) { Self.title[language] }
      p { strong { effect.verdict.sentence[language] } }
      if let shares = effect.sharesSentence(language) {
        p { shares }
        chart
        if let sureness = effect.surenessSentence(language) { p(.class("note")) { sureness } }
        p(.class("note")) { Self.caution[language] }
      } else {
        p(.class("note")) { period }
      }
    }
  }

  private var chart: LevelsChart {
    LevelsChart(
      id: id, title: Self.chartTitle[language],
      rows: [row(Self.before, effect.before), row(Self.after, effect.after)],
      headings: [Self.side, Self.score, Self.answers, Self.share].map { $0[language] },
      language: language, source: HTML(period))
  }

  private func row(_ side: LocalizedText, _ ratings: RatingDistribution) -> LevelsChart.Row {
    let percentages = ratings.percentages
    let total = NumberText.grouped(ratings.total)
    return LevelsChart.Row(
      side[language],
      value: LocalizedText(
        ja: "\(total)件", en: "\(total) answers", easy: "\(total)件", zhHans: "\(total)份",
        ko: "\(total)건", vi: "\(total) câu trả lời")[language],
      levels: Score.allCases.reversed().map { score in
        LevelsChart.Level(
          "\(score.rawValue) \(score.words[language])", count: ratings[score.rawValue],
          percentage: percentages[score.rawValue - 1])
      })
  }

  private static let title = LocalizedText(
    ja: "効果", en: "Effect", easy: "かわったこと", zhHans: "效果", ko: "효과", vi: "Hiệu quả")
  private static let caution = LocalizedText(
    ja: "前と後を比べたもので、同じ時期のほかの出来事の影響も含みます。",
    en: "Before and after are compared; whatever else happened at the time is in it too.",
    easy: "まえと あとを くらべました。おなじ ときの ほかの できごとも 入っています。",
    zhHans: "这是前后对比，也包含同一时期其他事情的影响。", ko: "이전과 이후를 비교한 것으로, 같은 시기의 다른 영향도 포함됩니다.",
    vi: "Đây là so sánh trước và sau, gồm cả ảnh hưởng của những việc khác cùng thời gian.")
  private static let chartTitle = LocalizedText(
    ja: "実施の前と後の評価", en: "Ratings before and after", easy: "まえと あとの こたえ",
    zhHans: "实施前后的评价", ko: "실시 전후의 평가", vi: "Đánh giá trước và sau")
  private static let before = LocalizedText(
    ja: "前", en: "Before", easy: "まえ", zhHans: "之前", ko: "이전", vi: "Trước")
  private static let after = LocalizedText(
    ja: "後", en: "After", easy: "あと", zhHans: "之后", ko: "이후", vi: "Sau")
  private static let side = LocalizedText(
    ja: "時期", en: "When", easy: "いつ", zhHans: "时期", ko: "시기", vi: "Thời gian")
  private static let score = LocalizedText(
    ja: "評価", en: "Rating", easy: "こたえ", zhHans: "评价", ko: "평가", vi: "Đánh giá")
  private static let answers = LocalizedText(
    ja: "件数", en: "Answers", easy: "かず", zhHans: "数量", ko: "건수", vi: "Số lượng")
  private static let share = LocalizedText(
    ja: "割合", en: "Share", easy: "わりあい", zhHans: "比例", ko: "비율", vi: "Tỷ lệ")
}
