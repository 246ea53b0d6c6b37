import ReviewWidget
import YuiStorage
import YuiTenancy
import YuiText

/// Made-up services and responses of one municipality, the same each time for a given day.
///
/// The general counter got better when it was given a guide, applying for a nursery is getting worse:
/// so the pages have something to tell.
struct SampleReviews {
  private let government: LocalGovernment
  private let today: CalendarDate
  private let voices: [SampleVoice]

  init(_ government: LocalGovernment, today: CalendarDate) {
    self.government = government
    self.today = today
    voices = SampleVoice.all(today)
  }

  /// What there is of it, in the order in which it came to be.
  var steps: [DemoStep] {
    [
      .load(
        DemoFile(
          "review-services", name: "sample-services.csv",
          header: ["slug", "kind", "name_ja", "name_en", "department", "status"],
          rows: SampleService.all.map {
            [$0.slug, $0.kind, $0.name[.ja], $0.name[.en], $0.department, "open"]
          })),
      .change(askQuestions),
      .load(SamplePlace.file),
      .load(
        DemoFile(
          "review-responses", name: "sample-responses.csv",
          header: [
            "service", "score", "reasons", "comment", "channel", "place", "at", "goal", "ease",
            "clarity", "nps", "id",
          ], rows: responses + voices.map(\.row))),
      .change(publishVoices),
      .load(SampleImprovement.file(today)),
    ]
  }

  private func askQuestions(_ transaction: Transaction) throws {
    for service in SampleService.all {
      guard let set = Slug(service.questionSet), let slug = Slug(service.slug) else { continue }
      try ReviewWidget().ask(set, of: slug, in: transaction)
    }
  }

  private func publishVoices(_ transaction: Transaction) throws {
    for voice in voices {
      try ReviewWidget().publish(
        voice.id, reply: voice.reply, by: Workspace.actor("demo"), at: voice.repliedAt,
        in: transaction)
    }
  }

  /// About five responses a service and week, over the last year; more where something happens.
  private var responses: [[String]] {
    var random = SplitMix64(seed: UInt64(government.code) ?? 0)
    return SampleService.all.flatMap { service in
      service.daysAgo.map { daysAgo in
        response(to: service, daysAgo: 1 + Int(random.next() % UInt64(daysAgo)), &random)
      }
    }
  }

  private func response(
    to service: SampleService, daysAgo: Int, _ random: inout SplitMix64
  ) -> [String] {
    let score = random.pick(weighted: service.weights(daysAgo)) + 1
    let at = today.adding(days: -daysAgo).start
      .adding(seconds: 9 * 3600 + Int64(random.next() % (8 * 3600)))
    let reasons = random.next() % 2 == 0 ? random.pick(Self.reasons) : ""
    let hasComment = random.next() % 4 == 0
    let comment = hasComment ? random.pick(Self.comments[score - 1]) : ""
    let place: SamplePlace? = random.pick([nil] + SamplePlace.all)
    return [
      service.slug, "\(score)", reasons, comment, place?.channel ?? "web", place?.code ?? "",
      at.rfc3339,
    ] + answers(to: service, score: score, &random) + [""]
  }

  /// Goal, ease, clarity and recommendation, each asked by some sets of questions only.
  private func answers(
    to service: SampleService, score: Int, _ random: inout SplitMix64
  ) -> [String] {
    let near = { (random: inout SplitMix64) in
      "\(min(5, max(1, score - 1 + Int(random.next() % 3))))"
    }
    let clarity = service.asksClarity ? near(&random) : ""
    guard service.asksEverything else { return ["", "", clarity, ""] }
    let goal = random.pick(score >= 4 ? ["yes", "yes", "partly"] : ["yes", "partly", "no"])
    let recommendation = min(10, max(0, 2 * score - 1 + Int(random.next() % 3)))
    return [goal, near(&random), clarity, "\(recommendation)"]
  }

  private static let reasons = [
    "explanation", "attitude", "procedure", "time", "guidance", "time;procedure",
    "explanation;attitude", "positive:attitude;negative:time", "cleanliness",
  ]

  private static let comments = [
    [
      "待ち時間が長く、説明もありませんでした。", "同じ書類を何度も書かされました。",
      "番号札の順番が分からず、子どもを連れて1時間待ちました。",
    ],
    [
      "どの窓口に行けばよいか分かりにくかったです。", "オンラインで完結できると助かります。",
      "申請書の記入例が小さくて読めませんでした。",
    ],
    [
      "特に問題はありませんでした。", "混雑状況が事前に分かるとよいです。",
      "待ち時間は普通でした。駐車場が狭いです。",
    ],
    [
      "丁寧に教えてもらえました。", "思ったより早く終わりました。",
      "職員の方が書類を一緒に確認してくれました。",
    ],
    [
      "スマートフォンからすぐに申し込めて便利でした。", "説明が分かりやすく安心しました。",
      "窓口の職員がとても親切でした。",
    ],
  ]
}
