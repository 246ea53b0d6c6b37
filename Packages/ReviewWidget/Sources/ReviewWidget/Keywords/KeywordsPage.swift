import YuiHTML
import YuiStatistics
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/reviews/keywords`: what comments speak of, by service and score, against what is usual.
struct KeywordsPage {
  static let route = Route.get(
    "/staff/reviews/keywords", access: .permission(ReviewPermission.read)
  ) { context, snapshot in
    let service = try context.request.query("service", as: Slug.self)
    let band = context.request.query["score"].flatMap(ScoreBand.init(rawValue:))
    return KeywordsPage(
      context: context, service: service, band: band,
      services: try ServiceStore.page(after: "", limit: 1000, in: snapshot),
      comparison: try KeywordComparison(of: service, band, in: snapshot),
      lag: try KeywordStore.lag(snapshot)
    ).response
  }

  private static let most = 30

  let context: RequestContext
  let service: Slug?
  let band: ScoreBand?
  let services: [ReviewedService]
  let comparison: KeywordComparison
  let lag: Int

  private var language: Language { context.language }

  private var response: Response {
    context.page(
      LocalizedText(ja: "ご意見の言葉", en: "Words of the comments"),
      lead: LocalizedText(
        ja: "日本語のご意見に出てくる名詞を数え、ふだんと比べて多い言葉を上に並べます。",
        en: "Nouns of Japanese comments, those said more often than usual first."),
      breadcrumbs: [
        PageLink(LocalizedText(ja: "評価の概況", en: "Overview of reviews"), "/staff/reviews/overview")
      ]
    ) {
      filters
      if lag > 0 {
        p(.class("note")) {
          context.text(
            ja: "あと\(NumberText.grouped(lag))件のご意見を処理中です。辞書（mecab-ipadic-utf8）がない場合は処理されません。",
            en:
              "\(NumberText.grouped(lag)) comments are still to be read. Without the dictionary (mecab-ipadic-utf8) none are."
          )
        }
      }
      if comparison.words.isEmpty {
        p { context.text(ja: "該当するご意見はまだありません。", en: "There are no such comments yet.") }
      } else {
        strikingWords
        allWords
      }
    }
  }

  private var filters: HTML {
    let all = context.text(ja: "すべて", en: "All")
    return form(
      .method("get"), .action("/staff/reviews/keywords"), .class("filters"), .role("search")
    ) {
      FormField(
        "service", label: context.text(ja: "サービス", en: "Service"), language: language,
        need: .unmarked,
        control: .select(
          services.map { Choice($0.slug.description, $0.name, in: language) },
          selected: service?.description, unchosen: all))
      FormField(
        "score", label: context.text(ja: "評価", en: "Score"), language: language,
        need: .unmarked,
        control: .select(
          ScoreBand.allCases.map { Choice($0.rawValue, $0.name, in: language) },
          selected: band?.rawValue, unchosen: all))
      Button(context.text(ja: "表示する", en: "Show"), style: .solid)
    }
  }

  @HTMLBuilder private var strikingWords: HTML {
    let words = comparison.striking.prefix(12)
    if !words.isEmpty {
      DistributionChart(
        id: "striking",
        title: context.text(ja: "ふだんより目立つ言葉（件）", en: "Words said strikingly often (comments)"),
        bars: words.map {
          .init(
            $0.text, count: $0.here.count, percentage: Int((100 * ($0.here.share ?? 0)).rounded()))
        }, heading: context.text(ja: "言葉", en: "Word"),
        finding: context.text(
          ja: "\(NumberText.grouped(comparison.comments))件のご意見を、\(usualText)と比べました。",
          en:
            "\(NumberText.grouped(comparison.comments)) comments, compared with \(usualText)."),
        language: language)
    } else {
      p {
        context.text(
          ja: "ふだんと比べて目立って多い言葉はありません。", en: "No word stands out against what is usual.")
      }
    }
  }

  private var usualText: String {
    service == nil
      ? context.text(ja: "ほかの評価のご意見", en: "comments with other scores")
      : context.text(ja: "ほかのサービスのご意見", en: "comments on other services")
  }

  private var allWords: DataTable {
    DataTable(
      context.text(ja: "多い言葉", en: "Frequent words"),
      columns: [
        .init(context.text(ja: "言葉", en: "Word")),
        .init(context.text(ja: "件数", en: "Comments"), .number),
        .init(context.text(ja: "割合", en: "Share"), .number),
        .init(context.text(ja: "ふだん", en: "Usual"), .number),
        .init(context.text(ja: "ふだんとの比較", en: "Against the usual")),
      ],
      rows: comparison.words.prefix(Self.most).map { word in
        [
          a(.href(inbox(for: word.text))) { word.text },
          HTML(NumberText.grouped(word.here.count)),
          HTML(word.here.share.map(Percent.text) ?? "–"),
          HTML(word.elsewhere.share.map(Percent.text) ?? "–"),
          direction(word),
        ]
      }, isDense: true)
  }

  private func direction(_ word: KeywordComparison.Word) -> HTML {
    if word.weight >= LogLikelihoodRatio.striking {
      return ChipLabel(context.text(ja: "▲ 多い", en: "▲ more"), color: .orange).markup
    }
    if word.weight <= -LogLikelihoodRatio.striking {
      return ChipLabel(context.text(ja: "▼ 少ない", en: "▼ fewer"), color: .blue).markup
    }
    return HTML(context.text(ja: "ふだん並み", en: "as usual"))
  }

  private func inbox(for word: String) -> String {
    let place = service.map { "&service=\($0)" } ?? ""
    return "/staff/reviews?q=\(PercentCoding.encode(word))\(place)"
  }
}
