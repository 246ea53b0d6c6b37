import YuiText

/// What the results page says, in the languages of residents.
enum ResultsWording {
  static let mean = LocalizedText(
    ja: "平均", en: "Mean", zhHans: "平均分", ko: "평균",
    vi: "Điểm trung bình")
  static let outOfFive = LocalizedText(
    ja: "5段階評価", en: "on a scale from 1 to 5", easy: "1から 5まで", zhHans: "5分制",
    ko: "5점 만점", vi: "thang điểm 1–5")
  static let responses = LocalizedText(
    ja: "回答数", en: "Responses", easy: "答えた 人の 数", zhHans: "回答数", ko: "응답 수",
    vi: "Số câu trả lời")
  static let countUnit = LocalizedText(ja: "件", en: "", easy: "人", zhHans: "份", ko: "건")
  static let satisfied = LocalizedText(
    ja: "満足（4・5）", en: "Good or very good", easy: "よかった（4・5）", zhHans: "满意（4、5分）",
    ko: "만족(4·5점)", vi: "Hài lòng (4, 5)")
  static let satisfiedShare = LocalizedText(
    ja: "満足（4・5）の割合", en: "Share of good or very good", easy: "よかった（4・5）人の 割合",
    zhHans: "满意（4、5分）的比例", ko: "만족(4·5점) 비율", vi: "Tỷ lệ hài lòng (4, 5)")
  static let nps = LocalizedText(
    ja: "すすめたい度合い（NPS、−100〜100）", en: "Net promoter score (−100 to 100)",
    easy: "ほかの 人に すすめたい 気持ち（NPS）", zhHans: "推荐度（NPS，−100～100）",
    ko: "추천 지수(NPS, −100~100)", vi: "Mức sẵn lòng giới thiệu (NPS, −100 đến 100)")

  static let sureTitle = LocalizedText(
    ja: "数値の確かさ", en: "How sure the figures are", easy: "数字は どのくらい たしかか",
    zhHans: "数据的可靠程度", ko: "수치의 확실성", vi: "Độ chắc chắn của các con số")
  static let figure = LocalizedText(
    ja: "項目", en: "Figure", zhHans: "项目", ko: "항목", vi: "Chỉ số")
  static let value = LocalizedText(ja: "値", en: "Value", zhHans: "数值", ko: "값", vi: "Giá trị")
  static let range = LocalizedText(
    ja: "95％の確かさでこの範囲", en: "95 % sure to lie in", zhHans: "95%置信范围",
    ko: "95% 신뢰 범위", vi: "Khoảng tin cậy 95 %")

  static func sure(
    _ satisfied: Int, _ total: Int, _ lower: String, _ upper: String
  )
    -> LocalizedText
  {
    LocalizedText(
      ja:
        "回答した\(total)人のうち\(satisfied)人が満足と答えました。利用者全体では\(lower)〜\(upper)とみられます。回答が増えるほど範囲は狭くなります。",
      en:
        "\(satisfied) of \(total) who answered were satisfied. Among all users it is likely between \(lower) and \(upper). The more people answer, the narrower the range.",
      easy:
        "答えた \(total)人の うち \(satisfied)人が 「よかった」と 言いました。使った 人 みんなでは \(lower)から \(upper)の あいだだと 思われます。答える 人が 多いほど、たしかに なります。",
      zhHans:
        "\(total)位回答者中有\(satisfied)位表示满意。在全体使用者中，满意比例大约在\(lower)到\(upper)之间。回答越多，范围越小。",
      ko:
        "응답자 \(total)명 중 \(satisfied)명이 만족한다고 답했습니다. 전체 이용자 중에서는 \(lower)~\(upper) 사이로 추정됩니다. 응답이 늘수록 범위가 좁아집니다.",
      vi:
        "\(satisfied) trong \(total) người trả lời hài lòng. Trong tất cả người dùng, tỷ lệ này có lẽ nằm giữa \(lower) và \(upper). Càng nhiều người trả lời, khoảng này càng hẹp."
    )
  }

  static func npsTooFew(_ least: Int) -> LocalizedText {
    LocalizedText(
      ja: "すすめたい度合い（NPS）は、回答が\(least)件に満たず、ばらつきが大きいため公表していません。",
      en:
        "The net promoter score is not published: with fewer than \(least) answers it swings too widely.",
      easy: "すすめたい 気持ち（NPS）は、答えた 人が \(least)人より 少ないので、まだ 出しません。",
      zhHans: "推荐度（NPS）的回答不足\(least)份，偏差过大，因此不公布。",
      ko: "추천 지수(NPS)는 응답이 \(least)건 미만으로 편차가 커서 공개하지 않습니다.",
      vi:
        "Điểm NPS không được công bố vì có dưới \(least) câu trả lời nên dao động quá lớn.")
  }

  static let distributionTitle = LocalizedText(
    ja: "評価の分布（件、％）", en: "How the scores spread (responses, per cent)",
    easy: "それぞれの 評価の 数（人、％）", zhHans: "评价分布（份、%）", ko: "평가 분포(건, %)",
    vi: "Phân bố đánh giá (câu trả lời, %)")

  static func mostFrequent(_ label: String, _ percentage: Int) -> LocalizedText {
    LocalizedText(
      ja: "最も多いのは「\(label)」で、\(percentage)％です。",
      en: "The most frequent score is “\(label)”, given by \(percentage) per cent.",
      easy: "いちばん 多いのは 「\(label)」で、\(percentage)％です。",
      zhHans: "最多的是“\(label)”，占\(percentage)%。",
      ko: "가장 많은 평가는 ‘\(label)’로 \(percentage)%입니다.",
      vi: "Nhiều nhất là “\(label)”, chiếm \(percentage) %.")
  }

  static let trendTitle = LocalizedText(
    ja: "月ごとの平均と回答数", en: "Mean and number of responses by month",
    easy: "月ごとの 平均と 答えた 人の 数", zhHans: "每月平均分与回答数",
    ko: "월별 평균과 응답 수", vi: "Điểm trung bình và số câu trả lời theo tháng")
  static let trendWhiskers = LocalizedText(
    ja: "縦の線は、平均が95％の確かさでその中にある範囲です。",
    en: "The upright lines are the range in which the mean lies with 95 % certainty.",
    easy: "たての 線は、平均が この 中に ありそうだと いう しるしです。",
    zhHans: "竖线表示平均分的95%置信范围。", ko: "세로선은 평균의 95% 신뢰 범위입니다.",
    vi: "Các đường dọc là khoảng tin cậy 95 % của điểm trung bình.")

  static func joinedMonths(_ least: Int) -> LocalizedText {
    LocalizedText(
      ja: "回答が\(least)件に満たない月は、個人が特定されないよう、ほかの月とまとめて公表するか、公表していません。",
      en:
        "Months with fewer than \(least) responses are told together with others or not at all, so that nobody can be told apart.",
      easy: "答えた 人が \(least)人より 少ない 月は、だれの 答えか わからないように、ほかの 月と いっしょに しています。",
      zhHans: "回答不足\(least)份的月份，为保护个人隐私，与其他月份合并公布或不公布。",
      ko: "응답이 \(least)건 미만인 달은 개인이 식별되지 않도록 다른 달과 합쳐 공개하거나 공개하지 않습니다.",
      vi:
        "Những tháng có dưới \(least) câu trả lời được gộp với tháng khác hoặc không công bố, để không ai bị nhận ra."
    )
  }

  static func tooFew(_ least: Int) -> LocalizedText {
    LocalizedText(
      ja: "回答が\(least)件集まると結果を公表します",
      en: "Results are published once there are \(least) responses",
      easy: "\(least)人が 答えたら、結果を 出します", zhHans: "收集到\(least)份回答后将公布结果",
      ko: "응답이 \(least)건 모이면 결과를 공개합니다",
      vi: "Kết quả được công bố khi có \(least) câu trả lời")
  }

  static let tooFewClosed = LocalizedText(
    ja: "回答が少ないため、結果は公表していません。",
    en: "There were too few responses to publish results.",
    easy: "答えた 人が 少ないので、結果は 出しません。", zhHans: "由于回答过少，结果不予公布。",
    ko: "응답이 적어 결과를 공개하지 않습니다.", vi: "Có quá ít câu trả lời nên kết quả không được công bố.")
  static let nothingPublished = LocalizedText(
    ja: "このサービスの数値は公表していません。", en: "The figures of this service are not published.",
    easy: "この サービスの 数字は 出していません。", zhHans: "该服务的数据不公布。",
    ko: "이 서비스의 수치는 공개하지 않습니다.", vi: "Số liệu của dịch vụ này không được công bố.")
  static let closed = LocalizedText(
    ja: "評価の受付は終了しました", en: "This service takes no more reviews",
    easy: "評価は もう 終わりました", zhHans: "评价受理已结束", ko: "평가 접수가 종료되었습니다",
    vi: "Dịch vụ này không còn nhận đánh giá")
  static let comments = LocalizedText(
    ja: "みなさんのご意見", en: "What people wrote", easy: "みんなの 意見", zhHans: "大家的意见",
    ko: "여러분의 의견", vi: "Ý kiến của mọi người")
  static let reviewIt = LocalizedText(
    ja: "このサービスを評価する", en: "Review this service", easy: "この サービスを 評価する",
    zhHans: "评价该服务", ko: "이 서비스 평가하기", vi: "Đánh giá dịch vụ này")
  static let toService = LocalizedText(
    ja: "サービスのページへ", en: "To the service itself", easy: "サービスの ページへ",
    zhHans: "前往服务页面", ko: "서비스 페이지로", vi: "Đến trang dịch vụ")
  static let reviews = LocalizedText(
    ja: "サービスの評価", en: "Reviews of our services", easy: "サービスの 評価",
    zhHans: "服务评价", ko: "서비스 평가", vi: "Đánh giá dịch vụ")
  static let asOf = LocalizedText(
    ja: "集計日 ", en: "As of ", easy: "数えた 日 ", zhHans: "统计日期 ", ko: "집계일 ", vi: "Tính đến ")
  static let dataJSON = LocalizedText(
    ja: "データ（JSON）", en: "Data (JSON)", zhHans: "数据（JSON）", ko: "데이터(JSON)",
    vi: "Dữ liệu (JSON)")
  static let dataCSV = LocalizedText(
    ja: "データ（CSV）", en: "Data (CSV)", zhHans: "数据（CSV）", ko: "데이터(CSV)",
    vi: "Dữ liệu (CSV)")
}
