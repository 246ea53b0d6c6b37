import YuiText

extension Wording {
  static let rating = LocalizedText(
    ja: "評価", en: "Rating", zhHans: "评价", ko: "평가", vi: "Đánh giá")
  static let responseCount = LocalizedText(
    ja: "回答数（件）", en: "Responses", easy: "答えの数", zhHans: "回答数", ko: "응답 수",
    vi: "Số câu trả lời")
  static let share = LocalizedText(
    ja: "割合", en: "Share", zhHans: "比例", ko: "비율", vi: "Tỷ lệ")
  static let month = LocalizedText(ja: "月", en: "Month", zhHans: "月份", ko: "월", vi: "Tháng")
  static let mean = LocalizedText(
    ja: "平均", en: "Mean", zhHans: "平均", ko: "평균", vi: "Trung bình")
  static let meanOfFive = LocalizedText(
    ja: "平均（1〜5）", en: "Mean (1–5)", zhHans: "平均（1～5）", ko: "평균(1~5)",
    vi: "Trung bình (1–5)")

  static func responses(_ count: Int) -> LocalizedText {
    let number = NumberText.grouped(count)
    return LocalizedText(ja: "\(number)件", en: number, zhHans: "\(number)份", ko: "\(number)건")
  }

  static func shortMonth(_ month: YearMonth) -> LocalizedText {
    LocalizedText(
      ja: "\(month.month)月", en: String(month.text(.en).prefix(3)), zhHans: "\(month.month)月",
      ko: "\(month.month)월", vi: "T\(month.month)")
  }

  static func year(_ year: Int) -> LocalizedText {
    LocalizedText(ja: "\(year)年", en: String(year), zhHans: "\(year)年", ko: "\(year)년")
  }
}
