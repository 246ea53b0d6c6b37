import YuiText

extension ResultsWording {
  static let levelsTitle = LocalizedText(
    ja: "目的の達成と使いやすさ（％）", en: "Goal, ease and clarity (per cent)",
    easy: "できたか、使いやすいか、わかりやすいか（％）", zhHans: "目的达成与易用性（%）",
    ko: "목적 달성과 이용 편의(%)", vi: "Mục đích, dễ dùng và rõ ràng (%)")
  static let question = LocalizedText(
    ja: "質問", en: "Question", zhHans: "问题", ko: "질문", vi: "Câu hỏi")
  static let answer = LocalizedText(
    ja: "回答", en: "Answer", easy: "答え", zhHans: "回答", ko: "응답", vi: "Trả lời")
  static let share = LocalizedText(ja: "割合", en: "Share", zhHans: "比例", ko: "비율", vi: "Tỷ lệ")

  static func question(_ measure: Measure) -> LocalizedText {
    switch measure {
    case .goal:
      LocalizedText(
        ja: "目的を達成できた", en: "Goal reached", easy: "したい ことが できた", zhHans: "达成目的",
        ko: "목적 달성", vi: "Đạt được mục đích")
    case .ease:
      LocalizedText(
        ja: "使いやすさ", en: "Ease of use", zhHans: "易用性", ko: "이용 편의성", vi: "Dễ sử dụng")
    default:
      LocalizedText(
        ja: "説明の分かりやすさ", en: "Clear explanations", easy: "説明の わかりやすさ",
        zhHans: "说明是否清楚", ko: "설명의 명확성", vi: "Giải thích rõ ràng")
    }
  }

  static func goal(_ goal: Goal) -> LocalizedText {
    switch goal {
    case .yes:
      LocalizedText(ja: "はい", en: "Yes", zhHans: "是", ko: "예", vi: "Có")
    case .partly:
      LocalizedText(ja: "一部", en: "Partly", easy: "すこし", zhHans: "部分", ko: "일부", vi: "Một phần")
    case .no:
      LocalizedText(ja: "いいえ", en: "No", zhHans: "否", ko: "아니오", vi: "Không")
    }
  }

  static let veryGood = LocalizedText(
    ja: "5 とても良い", en: "5 very good", easy: "5 とても よい", zhHans: "5 非常好", ko: "5 매우 좋음",
    vi: "5 rất tốt")
  static let veryPoor = LocalizedText(
    ja: "1 とても悪い", en: "1 very poor", easy: "1 とても 悪い", zhHans: "1 非常差",
    ko: "1 매우 나쁨", vi: "1 rất kém")

  static let reasonsTitle = LocalizedText(
    ja: "評価の理由（件）", en: "Reasons for the scores (responses)", easy: "評価の 理由（人）",
    zhHans: "评价理由（份）", ko: "평가 이유(건)", vi: "Lý do đánh giá (câu trả lời)")
  static let reason = LocalizedText(
    ja: "理由", en: "Reason", zhHans: "理由", ko: "이유", vi: "Lý do")
  static let against = LocalizedText(
    ja: "不満", en: "Went badly", easy: "よくなかった", zhHans: "不满意", ko: "불만", vi: "Chưa tốt")
  static let inFavour = LocalizedText(
    ja: "満足", en: "Went well", easy: "よかった", zhHans: "满意", ko: "만족", vi: "Tốt")
  static let otherReasons = LocalizedText(
    ja: "その他", en: "Other", easy: "ほかの 理由", zhHans: "其他", ko: "기타", vi: "Khác")

  static func worst(_ reason: String) -> LocalizedText {
    LocalizedText(
      ja: "不満の理由で最も多いのは「\(reason)」です。", en: "Most often named as bad: “\(reason)”.",
      easy: "よくない 理由で いちばん 多いのは 「\(reason)」です。",
      zhHans: "不满意的理由中最多的是“\(reason)”。", ko: "불만 이유 중 가장 많은 것은 ‘\(reason)’입니다.",
      vi: "Lý do chưa tốt được nêu nhiều nhất: “\(reason)”.")
  }

  static func answeredOf(_ offered: String, _ percentage: String) -> LocalizedText {
    LocalizedText(
      ja: "表示\(offered)回の\(percentage)", en: "\(percentage) of \(offered) forms shown",
      easy: "\(offered)回 見た うち \(percentage)", zhHans: "占\(offered)次展示的\(percentage)",
      ko: "\(offered)회 표시 중 \(percentage)", vi: "\(percentage) trong \(offered) lần hiển thị")
  }

  static let channelsTitle = LocalizedText(
    ja: "回答の方法（件、％）", en: "How people answered (responses, per cent)",
    easy: "どうやって 答えたか（人、％）", zhHans: "回答方式（份、%）", ko: "응답 방법(건, %)",
    vi: "Cách trả lời (câu trả lời, %)")
  static let channel = LocalizedText(
    ja: "方法", en: "Channel", zhHans: "方式", ko: "방법", vi: "Cách")
  static let endingsTitle = LocalizedText(
    ja: "どのように終わったか（件、％）", en: "How it ended (responses, per cent)",
    easy: "どう 終わったか（人、％）", zhHans: "办理结果（份、%）", ko: "처리 결과(건, %)",
    vi: "Kết thúc thế nào (câu trả lời, %)")
  static let ending = LocalizedText(
    ja: "終わり方", en: "Ending", easy: "終わり方", zhHans: "结果", ko: "결과", vi: "Kết thúc")
  static let word = LocalizedText(
    ja: "言葉", en: "Word", easy: "ことば", zhHans: "词语", ko: "낱말", vi: "Từ")
  static let wordsTitle = LocalizedText(
    ja: "ご意見に多い言葉（件）", en: "Frequent words of the comments (comments)",
    easy: "よく 使われた ことば（人）", zhHans: "意见中的常用词（份）", ko: "의견에 많은 낱말(건)",
    vi: "Từ thường gặp trong ý kiến (ý kiến)")
}
