import YuiOpenData
import YuiTenancy
import YuiText

/// Made-up services and responses of one municipality, the same each time for a given day.
struct SampleReviews {
  private struct Service {
    let slug: String
    let kind: String
    let name: LocalizedText
    let department: String
    /// How the samples lean: weights of the scores 1 to 5.
    let weights: [Int]
  }

  private let government: LocalGovernment
  private let today: CalendarDate

  init(_ government: LocalGovernment, today: CalendarDate) {
    self.government = government
    self.today = today
  }

  var files: [DemoFile] {
    [
      DemoFile(
        dataset: "review-services", name: "sample-services.csv",
        text: csv(
          ["slug", "kind", "name_ja", "name_en", "department", "status"],
          Self.services.map {
            [$0.slug, $0.kind, $0.name[.ja], $0.name[.en], $0.department, "open"]
          })),
      DemoFile(
        dataset: "review-responses", name: "sample-responses.csv",
        text: csv(
          ["service", "score", "reasons", "comment", "channel", "place", "at"], responses)),
    ]
  }

  /// About five responses a service and week, over the last year.
  private var responses: [[String]] {
    var random = SplitMix64(seed: UInt64(government.code) ?? 0)
    return Self.services.flatMap { service in
      (0..<240).map { _ in
        let score = random.pick(weighted: service.weights) + 1
        let day = today.adding(days: -1 - Int(random.next() % 365))
        let at = day.start.adding(seconds: 9 * 3600 + Int64(random.next() % (8 * 3600)))
        let hasComment = random.next() % 4 == 0
        return [
          service.slug, "\(score)", random.next() % 2 == 0 ? random.pick(Self.reasons) : "",
          hasComment ? random.pick(Self.comments[score - 1]) : "",
          random.pick(["web", "counter", "kiosk"]), random.pick(["", "window-1", "window-3"]),
          at.rfc3339,
        ]
      }
    }
  }

  private func csv(_ header: [String], _ rows: [[String]]) -> String {
    var writer = CSVWriter()
    writer.write(header)
    for row in rows { writer.write(row) }
    return String(decoding: writer.take(), as: UTF8.self)
  }

  private static let services = [
    Service(
      slug: "residence-certificate", kind: "procedure",
      name: LocalizedText(ja: "住民票の写しの交付", en: "Copy of residence record"),
      department: "市民課", weights: [4, 8, 20, 40, 28]),
    Service(
      slug: "general-counter", kind: "counter",
      name: LocalizedText(ja: "総合窓口", en: "General counter"), department: "市民課",
      weights: [6, 12, 30, 34, 18]),
    Service(
      slug: "nursery-application", kind: "procedure",
      name: LocalizedText(ja: "保育園の入園申込", en: "Applying for a nursery"),
      department: "保育課", weights: [14, 22, 30, 24, 10]),
    Service(
      slug: "library-card", kind: "procedure",
      name: LocalizedText(ja: "図書館の利用登録", en: "Library card"), department: "図書館",
      weights: [2, 4, 14, 38, 42]),
  ]

  private static let reasons = [
    "explanation", "attitude", "procedure", "time", "guidance", "time;procedure",
    "explanation;attitude",
  ]

  private static let comments = [
    ["【見本】待ち時間が長く、説明もありませんでした。", "【見本】同じ書類を何度も書かされました。"],
    ["【見本】どの窓口に行けばよいか分かりにくかったです。", "【見本】オンラインで完結できると助かります。"],
    ["【見本】特に問題はありませんでした。", "【見本】混雑状況が事前に分かるとよいです。"],
    ["【見本】丁寧に教えてもらえました。", "【見本】思ったより早く終わりました。"],
    ["【見本】スマートフォンからすぐに申し込めて便利でした。", "【見本】説明が分かりやすく安心しました。"],
  ]
}

/// A small generator that gives the same numbers for the same seed (Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", 2014).
private struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick(_ values: [String]) -> String {
    values[Int(next() % UInt64(values.count))]
  }

  /// An index, as often as its weight says.
  mutating func pick(weighted weights: [Int]) -> Int {
    var rest = Int(next() % UInt64(weights.reduce(0, +)))
    for (index, weight) in weights.enumerated() {
      if rest < weight { return index }
      rest -= weight
    }
    return weights.count - 1
  }
}
