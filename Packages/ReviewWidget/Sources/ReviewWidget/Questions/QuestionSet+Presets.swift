import YuiText

extension QuestionSet {
  /// The sets that Yui brings; the first is what a new service asks.
  static let presets = [short, full, counter, a11]

  /// Ten seconds: the score, what made the difference, and room for words.
  static let short = preset(
    "short", title: LocalizedText(ja: "短い設問（標準）", en: "Short (the usual)"),
    asking: [.score, .reasons, .comment], reasons: ReasonOption.counter)

  /// Everything there is to ask.
  static let full = preset(
    "full", title: LocalizedText(ja: "すべての設問", en: "Everything"),
    asking: Set(QuestionKind.allCases), reasons: ReasonOption.counter)

  /// A counter, by the seven points of a city's survey.
  static let counter = preset(
    "counter", title: LocalizedText(ja: "窓口", en: "Counter"),
    asking: [.score, .clarity, .reasons, .comment], reasons: ReasonOption.counter)

  /// The US form A-11: trust, its drivers for better and for worse, free text.
  static let a11 = preset(
    "a11", title: LocalizedText(ja: "信頼の要因（米国A-11様式）", en: "Drivers of trust (US A-11)"),
    asking: [.score, .reasons, .comment], reasons: ReasonOption.drivers,
    score: LocalizedText(
      ja: "今回のご利用で、自治体への信頼は高まりましたか",
      en: "Did this interaction increase your trust in us?",
      easy: "{役所|やくしょ}を もっと {信|しん}じられるように なりましたか",
      zhHans: "此次办理是否增加了您对我们的信任？", ko: "이번 이용으로 저희에 대한 신뢰가 높아졌습니까?",
      vi: "Lần sử dụng này có làm tăng lòng tin của bạn vào chúng tôi không?"))

  private static func preset(
    _ name: String, title: LocalizedText, asking kinds: Set<QuestionKind>,
    reasons: [ReasonOption], score: LocalizedText? = nil
  ) -> QuestionSet {
    guard let slug = Slug(name) else { preconditionFailure("A preset is named by a slug.") }
    var questions: [QuestionKind: Question] = [:]
    for kind in QuestionKind.allCases {
      var question = kind.usual
      question.isAsked = kinds.contains(kind)
      questions[kind] = question
    }
    if let score { questions[.score]?.label = score }
    return QuestionSet(
      Version(slug, 1), title: title, questions: questions, reasons: reasons)
  }
}

extension QuestionKind {
  /// The question in the words that Yui brings.
  var usual: Question {
    switch self {
    case .score:
      Question(
        LocalizedText(
          ja: "今回のご利用はいかがでしたか", en: "How was the service?",
          easy: "{今日|きょう}の サービスは どうでしたか", zhHans: "您对此次服务满意吗？",
          ko: "이번 이용은 어떠셨습니까?", vi: "Bạn thấy dịch vụ lần này thế nào?"))
    case .goal:
      Question(
        LocalizedText(
          ja: "目的は果たせましたか", en: "Did you get done what you came for?",
          easy: "したいことは できましたか", zhHans: "您要办的事办成了吗？",
          ko: "목적을 이루셨습니까?", vi: "Bạn đã làm xong việc cần làm chưa?"))
    case .ease:
      Question(
        LocalizedText(
          ja: "手続のしやすさ", en: "How easy was it?", easy: "かんたんでしたか",
          zhHans: "办理起来方便吗？", ko: "절차는 쉬웠습니까?", vi: "Có dễ thực hiện không?"),
        support: Self.scale)
    case .clarity:
      Question(
        LocalizedText(
          ja: "説明のわかりやすさ", en: "How clear was the explanation?",
          easy: "{説明|せつめい}は わかりやすかったですか", zhHans: "说明清楚吗？",
          ko: "설명은 이해하기 쉬웠습니까?", vi: "Giải thích có rõ ràng không?"),
        support: Self.scale)
    case .reasons:
      Question(
        LocalizedText(
          ja: "そう感じた理由", en: "What made the difference?", easy: "どうして そう {思|おも}いましたか",
          zhHans: "您这样评价的理由", ko: "그렇게 느끼신 이유", vi: "Lý do bạn thấy như vậy"),
        support: LocalizedText(
          ja: "あてはまるものをすべて選択してください。", en: "Choose all that apply.",
          easy: "あてはまるものを {全部|ぜんぶ} えらんでください。", zhHans: "可选择多项。",
          ko: "해당하는 것을 모두 선택하십시오.", vi: "Chọn tất cả những mục phù hợp."))
    case .nps:
      Question(
        LocalizedText(
          ja: "このサービスを知人にすすめたいと思いますか",
          en: "How likely are you to recommend this service?",
          easy: "この サービスを {友|とも}だちに すすめたいですか", zhHans: "您愿意向他人推荐这项服务吗？",
          ko: "이 서비스를 주위에 추천하고 싶습니까?",
          vi: "Bạn có muốn giới thiệu dịch vụ này cho người khác không?"),
        support: LocalizedText(
          ja: "0（すすめない）から10（ぜひすすめたい）までの数字で選択してください。",
          en: "From 0 (not at all) to 10 (very likely).",
          easy: "0（すすめない）から 10（とても すすめたい）まで", zhHans: "0（完全不愿意）至10（非常愿意）",
          ko: "0(전혀 아니다)부터 10(매우 그렇다)까지",
          vi: "Từ 0 (hoàn toàn không) đến 10 (rất muốn)."))
    case .comment:
      Question(
        LocalizedText(
          ja: "ご意見", en: "In your own words", easy: "あなたの {考|かんが}え", zhHans: "您的意见",
          ko: "의견", vi: "Ý kiến của bạn"),
        support: LocalizedText(
          ja: "氏名や電話番号などの個人情報は書かないでください。",
          en: "Please leave out names, telephone numbers and other personal details.",
          easy: "{名前|なまえ}や {電話番号|でんわばんごう}は {書|か}かないでください。",
          zhHans: "请勿填写姓名、电话号码等个人信息。",
          ko: "이름, 전화번호 등 개인 정보는 적지 마십시오.",
          vi: "Xin đừng ghi họ tên, số điện thoại hay thông tin cá nhân khác."))
    }
  }

  private static let scale = LocalizedText(
    ja: "1（とても悪い）から5（とても良い）までの数字で選択してください。", en: "From 1 (very poor) to 5 (very good).",
    easy: "1（とても {悪|わる}い）から 5（とても {良|よ}い）まで", zhHans: "1（非常差）至5（非常好）",
    ko: "1(매우 나쁨)부터 5(매우 좋음)까지", vi: "Từ 1 (rất tệ) đến 5 (rất tốt).")
}
