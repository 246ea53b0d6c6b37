import YuiHTML
import YuiMaps
import YuiStatistics
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/assets/dashboard`: how much is open, of what and where, and what other prefectures have opened.
struct DashboardPage {
  static let path = "/assets/dashboard"
  static let title = LocalizedText(ja: "開放の状況", en: "What is open")
  private static let mostRows = 30

  static let route = Route.get(
    path, access: .anyone, cache: .publicData(query: [])
  ) { context, snapshot in
    DashboardPage(context: context, totals: try AssetTotals(in: snapshot)).response
  }

  let context: RequestContext
  let totals: AssetTotals

  private var language: Language { context.language }

  private var response: Response {
    context.page(
      Self.title,
      breadcrumbs: [PageLink(AssetWording.title, "/assets")]
    ) {
      KeyFigures([
        .init(
          context.text(ja: "公開している資産", en: "Assets published"),
          NumberText.grouped(totals.assets), unit: context.text(ja: "件", en: "")),
        .init(
          context.text(ja: "申請できる資産", en: "Open for applications"),
          NumberText.grouped(totals.open), unit: context.text(ja: "件", en: ""),
          note: share),
      ])
      if totals.assets > 0 {
        chart(
          "classes", context.text(ja: "種類ごとの開放の状況", en: "Assets by class and state"),
          context.text(ja: "種類", en: "Class"), totals.classes)
        chart(
          "municipalities",
          context.text(ja: "市区町村ごとの開放の状況", en: "Assets by municipality and state"),
          context.text(ja: "市区町村", en: "Municipality"),
          Array(totals.municipalities.prefix(Self.mostRows)))
      }
      national
    }
  }

  private var share: String? {
    guard totals.assets > 0 else { return nil }
    let share = LargestRemainder.percentages([totals.open, totals.assets - totals.open])[0]
    return context.text(ja: "公開している資産の\(share)%", en: "\(share)% of those published")
  }

  private func chart(
    _ id: String, _ title: String, _ heading: String, _ rows: [AssetTotals.Row]
  ) -> LevelsChart {
    LevelsChart(
      id: id, title: title,
      rows: rows.map { row in
        let counts = Availability.allCases.map { row.counts[$0] ?? 0 }
        return LevelsChart.Row(
          row.name[language],
          value: context.text(
            ja: "\(NumberText.grouped(row.total))件", en: NumberText.grouped(row.total)),
          levels: zip(Availability.allCases, zip(counts, LargestRemainder.percentages(counts))).map
          {
            .init($0.name[language], count: $1.0, percentage: $1.1)
          })
      },
      headings: [
        heading, context.text(ja: "利用の状況", en: "State"), context.text(ja: "件数", en: "Assets"),
        context.text(ja: "割合", en: "Share"),
      ], isRestOpen: true, language: language)
  }

  private var national: PrefectureMap {
    PrefectureMap(
      context.text(
        ja: "都道府県ごとの開放資産（2024年6月）", en: "Assets opened by prefecture, June 2024"),
      finding: context.text(
        ja: "全国で約9万件が開放されています。数字が公表されている15の都県を示します。",
        en: """
          About 90,000 are open in the whole country. Shown are the 15 prefectures whose numbers are \
          published.
          """),
      heading: context.text(ja: "開放資産", en: "Assets"), values: NationalOpenings.byPrefecture,
      home: Prefecture.of(code: context.site.key),
      source: HTML(
        context.text(
          ja: "出典：東京都副知事の講演（2024年6月）。色のない都道府県は、公表された数字がありません。",
          en: """
            Source: talk of Tokyo's vice governor, June 2024. Nothing is published of prefectures \
            without a colour.
            """)), language: language)
  }
}
