import YuiText

/// Made-up improvements: one that worked, one under way, one planned, one only found.
enum SampleImprovement {
  static func file(_ today: CalendarDate) -> DemoFile {
    let day = { (days: Int) in today.adding(days: days).iso }
    return DemoFile(
      "review-improvements", name: "sample-improvements.csv",
      header: [
        "service", "title", "finding", "plan", "owner", "due", "state", "done_on", "public",
      ],
      rows: [
        [
          "general-counter", "入口に案内係を配置", "どの窓口に並べばよいか分からないという声が多くありました。",
          "入口に案内係を置き、番号札の機械に用件の例を示します。", "市民課 窓口係", day(-100), "done",
          day(-GuideAtTheCounter.daysAgo), "yes",
        ],
        [
          "nursery-application", "申請画面の途中保存", "入力の途中で保存できず、やり直しになるという声が増えています。",
          "途中で保存し、あとで続きから入力できるようにします。", "保育課 入園係", day(40), "started", "", "yes",
        ],
        [
          "residence-certificate", "窓口でのキャッシュレス決済", "手数料の支払方法を増やしてほしいという声があります。",
          "来年度の予算で決済端末を導入します。", "市民課 証明係", day(120), "planned", "", "yes",
        ],
        [
          "library-card", "登録用紙の文字の大きさ", "用紙の文字が小さいという声が届いています。", "", "図書館", "", "found", "",
          "no",
        ],
      ])
  }
}
