import YuiText

extension Wording {
  static let rating = LocalizedText(ja: "評価", en: "Rating")
  static let responseCount = LocalizedText(ja: "回答数（件）", en: "Responses")
  static let share = LocalizedText(ja: "割合", en: "Share")
  static let month = LocalizedText(ja: "月", en: "Month")
  static let mean = LocalizedText(ja: "平均", en: "Mean")
  static let meanOfFive = LocalizedText(ja: "平均（1〜5）", en: "Mean (1–5)")

  static func responses(_ count: Int) -> LocalizedText {
    let number = NumberText.grouped(count)
    return LocalizedText(ja: "\(number)件", en: number)
  }

  static func shortMonth(_ month: YearMonth) -> LocalizedText {
    LocalizedText(ja: "\(month.month)月", en: String(month.text(.en).prefix(3)))
  }

  static func year(_ year: Int) -> LocalizedText {
    LocalizedText(ja: "\(year)年", en: String(year))
  }
}
