import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/reviews/improvements`: what is to be improved, by state.
struct ImprovementBoard {
  /// What a column shows; the rest is reached by choosing a service.
  private static let most = 50

  static let route = Route.get(
    "/staff/reviews/improvements", access: .permission(ReviewPermission.read)
  ) { context, snapshot in
    let service = context.request.query["service"].flatMap(Slug.init(_:))
    let columns = try Improvement.State.allCases.map { state in
      (state, try ImprovementStore.all(state, of: service, limit: most, in: snapshot))
    }
    let services = try ServiceStore.page(after: "", limit: 1_000, in: snapshot)
    return ImprovementBoard(
      columns: columns, services: services, chosen: service, context: context
    ).response
  }

  let columns: [(state: Improvement.State, improvements: [Improvement])]
  let services: [ReviewedService]
  let chosen: Slug?
  let context: RequestContext

  private var language: Language { context.language }

  var response: Response {
    context.page(
      LocalizedText(ja: "改善", en: "Improvements"),
      lead: LocalizedText(
        ja: "評価からわかったことと、それへの取組みを、進み具合ごとに並べています。",
        en: "What was found in the reviews, and what is done about it, by how far it is.")
    ) {
      if context.may(ReviewPermission.manage) {
        ButtonRow {
          LinkButton(
            context.text(ja: "改善を追加", en: "Add an improvement"),
            "/staff/reviews/improvements/new", style: .solid)
        }
      }
      filter
      div(.class("board")) {
        for column in columns { section(column.state, column.improvements) }
      }
    }
  }

  private var filter: HTML {
    form(.method("get"), .action("/staff/reviews/improvements"), .class("filters")) {
      FormField(
        "service", label: context.text(ja: "サービス", en: "Service"), language: language,
        need: .unmarked,
        control: .select(
          services.map { Choice($0.slug.description, $0.name, in: language) },
          selected: chosen?.description, unchosen: context.text(ja: "すべて", en: "All")))
      Button(context.text(ja: "絞り込む", en: "Filter"), size: .medium)
    }
  }

  private func section(_ state: Improvement.State, _ improvements: [Improvement]) -> HTML {
    YuiHTML.section(.aria("labelledby", "state-\(state.rawValue)")) {
      h2(.id("state-\(state.rawValue)")) {
        state.name[language]
        span(.class("note")) {
          " \(improvements.count)" + (improvements.count == Self.most ? "+" : "")
        }
      }
      ul {
        for improvement in improvements { li { card(improvement) } }
      }
      if improvements.isEmpty { p(.class("note")) { context.text(ja: "なし", en: "None") } }
    }
  }

  @HTMLBuilder private func card(_ improvement: Improvement) -> HTML {
    p { a(.href(improvement.staffAddress)) { HTML(improvement.name, in: language) } }
    p(.class("note")) { HTML(name(of: improvement.service), in: language) }
    p(.class("cluster")) {
      if let due = improvement.due, improvement.doneOn == nil {
        span(.class("note")) {
          context.text(ja: "期限 ", en: "Due ")
          DateText(due, language: language)
        }
      }
      if improvement.isLate(on: context.now.date) {
        ChipLabel(context.text(ja: "期限切れ", en: "Overdue"), color: .red)
      }
      if improvement.isPublic {
        ChipLabel(context.text(ja: "公開", en: "Public"), color: .blue)
      }
    }
  }

  private func name(of service: Slug) -> LocalizedText {
    services.first { $0.slug == service }?.name
      ?? LocalizedText(everywhere: service.description)
  }
}

extension Improvement {
  var staffAddress: String { "/staff/reviews/improvements/\(number)" }
  var staffPage: LocalTarget { "/staff/reviews/improvements/\(number)" }
}

extension Improvement.State {
  var color: ChipLabel.Color {
    switch self {
    case .found: .orange
    case .planned: .yellow
    case .started: .blue
    case .done: .green
    case .dropped: .gray
    }
  }
}
