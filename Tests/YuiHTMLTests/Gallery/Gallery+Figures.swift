import YuiHTML
import YuiText

extension Gallery {
  /// Charts that say how sure, why, and what changed.
  var figures: Page {
    Page(
      words("図の見本", "Gallery of figures"), in: frame(current: "/reviews"),
      shoulder: [words("見本", "Sample")]
    ) {
      ChartRow {
        EstimateChart(
          id: "sure", title: say("数値の確かさ", "How sure the figures are"),
          rows: [
            .init(
              say("満足の割合", "Satisfied"), value: "80%", rangeText: "49–94%", estimate: 80,
              range: 49...94, scale: 0...100, ends: ["0%", "100%"]),
            .init(
              say("平均", "Mean"), value: "3.7", rangeText: "3.1–4.4", estimate: 3.7,
              range: 3.1...4.4, scale: 1...5, ends: ["1", "5"]),
            .init(
              say("全員が満足", "All satisfied"), value: "100%", rangeText: "72–100%",
              estimate: 100, range: 72...100, scale: 0...100, ends: ["0%", "100%"]),
          ],
          headings: [say("数値", "Figure"), say("値", "Value"), say("範囲", "Range")],
          language: language)
        OpposedChart(
          id: "reasons", title: say("評価の理由（件）", "Reasons (responses)"),
          rows: [
            .init(say("職員の対応", "Staff"), against: 12, inFavour: 1_204),
            .init(say("待ち時間", "Waiting time"), against: 860, inFavour: 45),
            .init(say("手続の分かりやすさ", "Clear procedure"), against: 0, inFavour: 0),
          ],
          headings: [say("理由", "Reason"), say("不満", "Poor"), say("満足", "Good")],
          finding: say("待ち時間への不満が最も多くなっています。", "Waiting is what people mind most."),
          language: language)
      }
      LevelsChart(
        id: "levels", title: say("目的・使いやすさ（％）", "Goal and ease (per cent)"),
        rows: [
          .init(
            say("目的を達成できた", "Goal reached"), value: "71%",
            levels: [
              .init(say("はい", "Yes"), count: 71, percentage: 71),
              .init(say("一部", "Partly"), count: 20, percentage: 20),
              .init(say("いいえ", "No"), count: 9, percentage: 9),
            ]),
          .init(
            say("使いやすさ", "Ease of use"), value: "60%",
            levels: zip(1..., [40, 20, 20, 15, 5]).map { index, share in
              .init(String(6 - index), count: share, percentage: share)
            }),
        ],
        headings: [
          say("質問", "Question"), say("回答", "Answer"), say("件数", "Number"), say("割合", "Share"),
        ], language: language)
      TrendChart(
        id: "periods", title: say("まとめて公表する月と改善", "Months told together, improvements"),
        points: periods,
        markers: [
          .init(day("2025-11-20"), say("窓口に番号札を導入", "Numbered tickets at the counter")),
          .init(
            day("2026-04-01"), say("様式を見直し", "New forms"), address: "/reviews/improvements"),
        ], language: language)
      DataTable(
        say("サービスの一覧", "Services"),
        columns: [
          .init(say("サービス", "Service")), .init(say("満足", "Satisfied")), .init(say("推移", "Trend")),
        ],
        rows: [
          [
            HTML(say("総合窓口", "Counter")),
            HTML([SmallPicture.share(0.8, range: 0.49...0.94, label: "80%"), HTML(" 80%")]),
            SmallPicture.line([0.2, 0.5, nil, 0.8, 0.75], label: say("推移", "Trend")),
          ]
        ])
    }
  }

  private var periods: [TrendChart.Point] {
    [
      TrendChart.Point(
        month("2025-07"), through: month("2025-09"), responses: 14, mean: 3.1, range: 2.4...3.8),
      TrendChart.Point(month("2025-10"), responses: 32, mean: 3.4, range: 3.0...3.9),
      TrendChart.Point(month("2025-11"), responses: 0, mean: nil),
      TrendChart.Point(
        month("2025-12"), through: month("2026-03"), responses: 25, mean: 4.0, range: 3.4...4.4),
      TrendChart.Point(month("2026-04"), responses: 61, mean: 4.3, range: 4.0...4.5),
    ]
  }

  private func month(_ iso: String) -> YearMonth { YearMonth(iso: iso) ?? .first }

  private func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? date }
}
