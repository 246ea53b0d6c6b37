import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/reviews/{slug}/improvements`: what was done about what residents said, for everybody.
struct PublicImprovementsPage {
  static let route = Route.get(
    "/reviews/{slug}/improvements", access: .anyone, cache: .publicData(query: [])
  ) { context, snapshot in
    let service = try context.service(in: snapshot)
    guard service.publishedFields.contains(.improvements) else { throw HTTPProblem.notFound }
    return PublicImprovementsPage(
      service: service,
      improvements: try ImprovementStore.published(of: service.slug, in: snapshot),
      figures: try PublishedFigures.of(service.slug, in: snapshot), context: context
    ).response
  }

  let service: ReviewedService
  let improvements: [Improvement]
  let figures: ReviewFigures
  let context: RequestContext

  private var language: Language { context.language }

  var response: Response {
    context.page(
      Self.title, shoulder: [service.name],
      lead: Self.lead,
      breadcrumbs: [
        PageLink(
          LocalizedText(
            ja: "サービスの評価", en: "Reviews of our services", easy: "サービスの ひょうか",
            zhHans: "服务评价", ko: "서비스 평가", vi: "Đánh giá dịch vụ"), "/reviews"),
        PageLink(service.name, "/reviews/\(service.slug)"),
      ], width: .reading
    ) {
      if improvements.isEmpty { p { Self.none[language] } }
      for improvement in improvements { section(improvement) }
    }
  }

  private func section(_ improvement: Improvement) -> HTML {
    YuiHTML.section(.class("panel"), .id(improvement.anchor)) {
      h2 { written(improvement.title) }
      p(.class("cluster")) {
        ChipLabel(improvement.state.name[language], color: improvement.state.color)
        if let day = improvement.doneOn {
          span(.class("note")) { DateText(day, language: language) }
        } else if let due = improvement.due, improvement.state != .dropped {
          span(.class("note")) {
            "\(Self.due[language]) "
            DateText(due, language: language)
          }
        }
      }
      h3 { Self.finding[language] }
      p(.class("quote")) { written(improvement.finding) }
      if !improvement.plan.isEmpty {
        h3 { (improvement.state == .done ? Self.deed : Self.plan)[language] }
        p(.class("quote")) { written(improvement.plan) }
      }
      if let day = improvement.doneOn, service.publishedFields.isSuperset(of: Self.compared) {
        ImprovementEffectView(
          ImprovementEffect(figures, doneOn: day), id: "\(improvement.anchor)-effect",
          period: Self.period[language], language: language)
      }
    }
  }

  /// What a comparison tells of: the scores of months, and the share of the satisfied.
  private static let compared: Set<PublishedField> = [.distribution, .topTwo, .trend]

  /// What staff wrote, in Japanese whatever the page's language.
  private func written(_ text: String) -> HTML {
    language == .ja ? HTML(text) : span(.lang(.ja)) { text }
  }

  static let title = LocalizedText(
    ja: "改善の取組み", en: "What was done about it", easy: "よくするために していること",
    zhHans: "改进措施", ko: "개선 노력", vi: "Các cải tiến đã thực hiện")
  private static let lead = LocalizedText(
    ja: "みなさまの評価からわかったことと、それを受けて行ったことです。",
    en: "What your reviews showed, and what was done about it.",
    easy: "みなさんの こたえで わかったことと、したことです。",
    zhHans: "从大家的评价中了解到的情况，以及我们采取的措施。",
    ko: "여러분의 평가를 통해 알게 된 점과 그에 따라 실시한 내용입니다.",
    vi: "Những gì đánh giá của quý vị cho thấy và những việc đã được thực hiện.")
  private static let none = LocalizedText(
    ja: "公表している取組みは、まだありません。", en: "Nothing has been published yet.",
    easy: "まだ ありません。", zhHans: "目前还没有公布的措施。", ko: "아직 공개된 내용이 없습니다.",
    vi: "Chưa có nội dung nào được công bố.")
  private static let finding = LocalizedText(
    ja: "わかったこと", en: "What was found", easy: "わかったこと", zhHans: "了解到的情况",
    ko: "알게 된 점", vi: "Điều ghi nhận được")
  private static let plan = LocalizedText(
    ja: "これから行うこと", en: "What will be done", easy: "これから すること", zhHans: "今后的措施",
    ko: "앞으로 할 일", vi: "Việc sẽ làm")
  private static let deed = LocalizedText(
    ja: "行ったこと", en: "What was done", easy: "したこと", zhHans: "已采取的措施", ko: "실시한 내용",
    vi: "Việc đã làm")
  private static let due = LocalizedText(
    ja: "予定：", en: "Planned for", easy: "いつまで：", zhHans: "预计：", ko: "예정:", vi: "Dự kiến:")
  private static let period = LocalizedText(
    ja: "実施した月の前3か月と後3か月のうち、公表している評価",
    en: "Published ratings of the three months before and after the month in which it was done",
    easy: "したつきの まえの 3かげつと、あとの 3かげつの こたえ",
    zhHans: "实施月份前后各三个月中已公布的评价", ko: "실시한 달의 전후 3개월 중 공개된 평가",
    vi: "Đánh giá đã công bố trong ba tháng trước và sau tháng thực hiện")
}

extension Improvement {
  /// Names it on the public page.
  var anchor: String { "improvement-\(number)" }

  /// Where everybody reads of it.
  var publicAddress: String { "/reviews/\(service)/improvements#\(anchor)" }
}

extension TrendMarker {
  /// Marks when the published improvements of a service were done.
  static func improvements(_ published: [Improvement]) -> [TrendMarker] {
    published
      .compactMap { improvement in
        improvement.doneOn.map { day in
          TrendMarker(
            date: day, title: LocalizedText(ja: improvement.title, en: ""),
            address: improvement.publicAddress)
        }
      }
      .sorted { $0.date < $1.date }
  }
}
