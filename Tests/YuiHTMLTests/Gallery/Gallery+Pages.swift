import YuiHTML
import YuiText

extension Gallery {
  var portal: Page {
    let site = frame()
    return Page(
      site.siteName, in: site,
      lead: words(
        "区の手続きや施設をよりよくするために、みなさんの声と区のデータを公開しています。",
        "Your voice and our data, in the open, to make the city's services better."),
      alert: NotificationBanner(
        .information, say("表示されているデータは見本です", "The data shown are samples"), language: language
      ).markup
    ) {
      CardList([
        .init(
          say("手続きの評価", "Reviews"), "/reviews",
          text: say("利用した手続きや窓口を10秒で評価できます。", "Rate a procedure or counter in ten seconds."),
          icon: .comment),
        .init(
          say("公衆Wi-Fi", "Public Wi-Fi"), "/wifi",
          text: say("無料で使えるWi-Fiの場所を地図で探せます。", "Find free Wi-Fi on a map."), icon: .globe),
        .init(
          say("共同調達", "Procurement"), "/procurement",
          text: say("ほかの自治体と共同で調達した結果です。", "What we bought together with others."),
          icon: .document),
        .init(
          say("オープンデータ", "Open data"), "/open-data/",
          text: say("すべてのデータをCSVやAPIで入手できます。", "Get all data as CSV or by API."), icon: .chart),
      ])
    }
  }

  var formErrors: [FieldError] {
    [
      FieldError("score", say("評価を1から5の中から選択してください。", "Choose a rating from 1 to 5.")),
      FieldError(
        "comment", say("ご意見は1,000文字以内で入力してください。", "Keep your comment within 1,000 characters.")),
    ]
  }

  func reviewForm(errors: [FieldError]) -> Page {
    let score = errors.isEmpty ? 4 : nil
    return Page(
      words("住民票の写しの交付を評価する", "Rate: copy of your resident record"),
      in: frame(current: "/reviews"), shoulder: [words("市民課・手続き", "Citizens' affairs · procedure")],
      breadcrumbs: [PageLink(words("手続きの評価", "Reviews"), "/reviews")],
      alert: ErrorSummary(errors, language: language).markup, hasErrors: !errors.isEmpty,
      width: .reading
    ) {
      form(.method("post"), .action("/reviews/resident-record/form"), .novalidate()) {
        FormField(
          "score", label: say("この手続きはいかがでしたか", "How was it?"), language: language,
          error: errors.message(for: "score"), control: .rating(score))
        FormField(
          "nps",
          label: LocalizedText(
            ja: "{知人|ちじん}にすすめますか", en: "Would you recommend it?", vi: "Bạn có giới thiệu không?"),
          language: language, need: .optional, support: nil, control: .scale(7, in: 0...10))
        FormField(
          "reasons", label: say("そう思った理由", "Why?"), language: language, need: .optional,
          support: say("あてはまるものをすべて選択してください。", "Choose all that apply."),
          control: .checkboxes(
            [
              Choice("speed", say("手続きにかかった時間", "Time it took")),
              Choice("clear", say("説明のわかりやすさ", "Clear explanations")),
              Choice("staff", say("職員の対応", "Staff")),
            ], selected: ["speed"]))
        FormField(
          "comment", label: say("ご意見・ご要望", "Comment"), language: language, need: .optional,
          support: say("個人を特定できる情報は書かないでください。", "Please leave out personal details."),
          error: errors.message(for: "comment"),
          control: .textArea(
            say("待ち時間が短く、助かりました。", "The wait was short, thank you."), limit: 1000))
        ButtonRow { Button(say("送信する", "Send"), style: .solid) }
      }
    }
  }

  var results: Page {
    let counts = [3617, 7235, 7235, 1607, 402]
    let shares = [18, 36, 36, 8, 2]
    let bars = (1...5).reversed().map { score in
      DistributionChart.Bar(
        "\(score) \(FieldControl.satisfaction[score - 1][language])", count: counts[score - 1],
        percentage: shares[score - 1])
    }
    return Page(
      words("住民票の写しの交付", "Copy of your resident record"), in: frame(current: "/reviews"),
      shoulder: [words("市民課・手続き", "Citizens' affairs · procedure")],
      breadcrumbs: [PageLink(words("手続きの評価", "Reviews"), "/reviews")],
      headLinks: [HeadLink("alternate", "/open-data/review-tallies.csv", mediaType: "text/csv")]
    ) {
      KeyFigures([
        .init(
          say("平均", "Mean"), "2.40", unit: say("／5", "of 5"),
          note: say("前の月より0.2上がりました", "Up 0.2 on the month before")),
        .init(
          say("回答数", "Responses"), "20,096", unit: language == .ja ? "件" : nil,
          note: say("2025年7月〜2026年6月", "July 2025 to June 2026")),
        .init(
          say("満足の割合", "Satisfied"), "10", unit: "%", note: say("4または5の割合", "Rated 4 or 5")),
      ])
      ButtonRow { LinkButton(say("この手続きを評価する", "Rate this procedure"), "form", style: .solid) }
      ChartRow {
        DistributionChart(
          id: "distribution",
          title: say("評価の分布（2025年7月〜2026年6月）", "Ratings (July 2025 to June 2026)"),
          bars: bars, finding: say("2と3がそれぞれ36%を占めています。", "Ratings 2 and 3 hold 36% each."),
          language: language, source: source)
        TrendChart(
          id: "trend", title: say("平均と回答数の推移（月ごと）", "Mean and responses by month"),
          points: points(12),
          finding: say("平均は1年で1.8から3.1に上がりました。", "The mean rose from 1.8 to 3.1 in a year."),
          language: language, source: source)
      }
      TrendChart(
        id: "long-trend", title: say("2年間の推移", "Two years"), points: points(24), language: language)
    }
  }

  @HTMLBuilder private var source: HTML {
    p {
      say("出典：千代田区の評価データ。更新日：", "Source: reviews of Chiyoda City. Updated: ")
      DateText(date, language: language)
      " "
      a(.href("/open-data/review-tallies.csv")) { "CSV" }
    }
  }

  private func points(_ count: Int) -> [TrendChart.Point] {
    var month = YearMonth(iso: "2026-06") ?? .first
    for _ in 1..<count { month = month.previous }
    return (0..<count).map { index in
      defer { month = month.next }
      if index == 4 { return TrendChart.Point(month, responses: nil, mean: nil) }
      let wave = Double((index * 7) % 5) / 10
      return TrendChart.Point(
        month, responses: 400 + (index * 613) % 1900,
        mean: 1.8 + Double(index) / Double(count) + wave)
    }
  }

  var inbox: Page {
    let account = SiteFrame.Account(
      name: say("結 花子", "Hanako Yui"),
      signOut: form(.method("post"), .action("/staff/logout")) {
        Button(say("ログアウト", "Sign out"), size: .small)
      })
    return Page(
      words("届いた評価", "Inbox"), in: frame(current: "/reviews", account: account),
      breadcrumbs: [PageLink(words("職員", "Staff"), "/staff")]
    ) {
      form(.class("filters"), .method("get"), .action("/staff/reviews")) {
        FormField(
          "service", label: say("手続き", "Service"), language: language, need: .unmarked,
          control: .select(
            [Choice("a", say("住民票の写しの交付", "Resident record"))], selected: nil,
            unchosen: say("すべて", "All")))
        FormField(
          "q", label: say("ことば", "Words"), language: language, need: .unmarked,
          control: .text(""))
        Button(say("絞り込む", "Filter"), style: .solid)
      }
      ResourceList([
        .init(
          say("住民票の写しの交付", "Resident record"), "/staff/reviews/1",
          aside: ChipLabel(say("未対応", "New"), color: .red).markup
        ) {
          p(.class("quote")) { say("待ち時間が短く、\n助かりました。", "A short wait,\nthank you.") }
          p { DateText(date, language: language) }
        },
        .init(
          say("窓口の評価", "Counter"), "/staff/reviews/2",
          aside: ChipLabel(say("対応済み", "Done"), color: .green).markup
        ) { p { DateText(date, language: language) } },
      ])
      Pagination(
        say("評価の一覧", "Reviews"), previous: nil, next: "?after=x", language: language)
    }
  }
}
