import YuiText

extension ReasonOption {
  /// The reasons that Yui brings, by code; what a response says in words, whichever set it came from.
  static let known: [String: ReasonOption] = Dictionary(
    (counter + drivers).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The seven points of a city's counter survey, and room for others.
  static let counter = [
    ReasonOption(
      "explanation",
      LocalizedText(
        ja: "説明のわかりやすさ", en: "Clear explanation", easy: "{説明|せつめい}の わかりやすさ",
        zhHans: "说明是否易懂", ko: "설명의 이해도", vi: "Giải thích dễ hiểu"),
      driver: .transparency),
    ReasonOption(
      "attitude",
      LocalizedText(
        ja: "職員の対応", en: "Staff attitude", easy: "{役所|やくしょ}の {人|ひと}の {態度|たいど}",
        zhHans: "工作人员的态度", ko: "직원의 응대", vi: "Thái độ của nhân viên"),
      driver: .employee),
    ReasonOption(
      "procedure",
      LocalizedText(
        ja: "手続の方法", en: "How the procedure works", easy: "{手続|てつづ}きの やり{方|かた}",
        zhHans: "办理手续的方式", ko: "절차 방법", vi: "Cách làm thủ tục"),
      driver: .ease),
    ReasonOption(
      "time",
      LocalizedText(
        ja: "かかった時間", en: "Time it took", easy: "かかった {時間|じかん}",
        zhHans: "所花的时间", ko: "걸린 시간", vi: "Thời gian thực hiện"),
      driver: .efficiency),
    ReasonOption(
      "privacy",
      LocalizedText(
        ja: "プライバシーへの配慮", en: "Privacy", easy: "{秘密|ひみつ}を {守|まも}ること",
        zhHans: "对隐私的保护", ko: "사생활 배려", vi: "Bảo vệ riêng tư"),
      driver: .humanity),
    ReasonOption(
      "guidance",
      LocalizedText(
        ja: "案内表示", en: "Signs and guidance", easy: "{案内|あんない}の {表示|ひょうじ}",
        zhHans: "指引标识", ko: "안내 표시", vi: "Biển chỉ dẫn"),
      driver: .ease),
    ReasonOption(
      "cleanliness",
      LocalizedText(
        ja: "清潔さ", en: "Cleanliness", easy: "きれいさ", zhHans: "清洁程度", ko: "청결",
        vi: "Sự sạch sẽ"),
      driver: .other),
  ]

  /// What drives trust in a public service, as form A-11 of the US asks it.
  static let drivers = [
    ReasonOption(
      "effectiveness",
      LocalizedText(
        ja: "用件が済んだ", en: "My need was addressed", easy: "したいことが できた",
        zhHans: "事情得到了解决", ko: "용건이 해결됨", vi: "Việc cần làm đã được giải quyết"),
      driver: .effectiveness),
    ReasonOption(
      "ease",
      LocalizedText(
        ja: "手続のしやすさ", en: "It was easy to do what I needed", easy: "かんたんに できた",
        zhHans: "办理是否简便", ko: "절차의 간편함", vi: "Dễ thực hiện"),
      driver: .ease),
    ReasonOption(
      "efficiency",
      LocalizedText(
        ja: "かかった時間の妥当さ", en: "It took a reasonable amount of time",
        easy: "{時間|じかん}は ちょうど よかった", zhHans: "所花时间是否合理", ko: "적절한 소요 시간",
        vi: "Thời gian hợp lý"),
      driver: .efficiency),
    ReasonOption(
      "transparency",
      LocalizedText(
        ja: "次に何をすべきかの明確さ", en: "I understood what was being asked of me throughout",
        easy: "{次|つぎ}に することが わかった", zhHans: "清楚需要做什么", ko: "다음에 할 일이 분명함",
        vi: "Hiểu rõ cần làm gì"),
      driver: .transparency),
    ReasonOption(
      "humanity",
      LocalizedText(
        ja: "公平で尊重された", en: "I was treated fairly",
        easy: "{同|おな}じように {大切|たいせつ}に してくれた", zhHans: "受到公平的对待",
        ko: "공정하게 대우받음", vi: "Được đối xử công bằng"),
      driver: .humanity),
    ReasonOption(
      "employee",
      LocalizedText(
        ja: "職員が役に立った", en: "Employees I interacted with were helpful",
        easy: "{役所|やくしょ}の {人|ひと}が {助|たす}けてくれた", zhHans: "工作人员提供了帮助",
        ko: "직원이 도움이 됨", vi: "Nhân viên giúp ích"),
      driver: .employee),
    ReasonOption(
      Reason.other,
      LocalizedText(
        ja: "その他", en: "Something else", easy: "ほかの こと", zhHans: "其他", ko: "기타",
        vi: "Điều khác"),
      driver: .other),
  ]
}
