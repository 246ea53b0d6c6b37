import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/reviews/improvements/{number}`: one improvement, its effect and what led to it.
struct ImprovementPage {
  /// On either side of the day on which it was done, so many days are compared.
  private static let days = 90

  static let routes: [Route] = [
    .get("/staff/reviews/improvements/{number}", access: .permission(ReviewPermission.read)) {
      context, snapshot in
      let improvement = try context.improvement(in: snapshot)
      guard let service = try ServiceStore.service(improvement.service, in: snapshot) else {
        throw HTTPProblem.notFound
      }
      return ImprovementPage(
        improvement: improvement, service: service,
        effect: try effect(of: improvement, today: context.now.date, in: snapshot),
        publishedVerdict: try publishedVerdict(of: improvement, in: snapshot),
        neighbours: try neighbours(of: improvement, in: snapshot),
        responses: try ImprovementStore.responses(of: improvement.number, in: snapshot),
        context: context
      ).response
    },
    .post(
      "/staff/reviews/improvements/{number}/state", access: .permission(ReviewPermission.manage)
    ) { context in
      let state = try context.request.form().first("state").flatMap(Improvement.State.init)
      return { transaction in
        let old = try context.improvement(in: transaction)
        guard let state, old.state.next.contains(state) else { throw cannotMove }
        try old.moved(to: state, on: context.now.date).replace(old, context, in: transaction)
        return .redirect(to: old.staffPage)
      }
    },
  ]

  private static let cannotMove = HTTPProblem.conflict(
    ja: "その状態には変えられません。ページを読み直してください。", en: "It cannot become that. Load the page again.")

  /// The ratings of the days before and after it was done, today's left out as not over yet.
  private static func effect(
    of improvement: Improvement, today: CalendarDate, in source: some Queryable
  ) throws -> ImprovementEffect? {
    guard let done = improvement.doneOn else { return nil }
    return ImprovementEffect(
      before: try ImprovementStore.distribution(
        of: improvement.service, from: done.adding(days: -days),
        through: done.adding(days: -1), in: source),
      after: try ImprovementStore.distribution(
        of: improvement.service, from: done.adding(days: 1),
        through: min(done.adding(days: days), today), in: source))
  }

  /// What everybody reads of its effect, which is made of published months.
  private static func publishedVerdict(
    of improvement: Improvement, in source: some Queryable
  ) throws -> ImprovementEffect.Verdict? {
    guard improvement.isPublic, let done = improvement.doneOn else { return nil }
    return ImprovementEffect(
      try PublishedFigures.of(improvement.service, in: source), doneOn: done
    ).verdict
  }

  /// The service's other improvements that were done within the days that are compared.
  private static func neighbours(
    of improvement: Improvement, in source: some Queryable
  ) throws -> [Improvement] {
    guard let done = improvement.doneOn else { return [] }
    let span = done.adding(days: -days)...done.adding(days: days)
    return try ImprovementStore.all(.done, of: improvement.service, limit: 50, in: source)
      .filter { $0 != improvement && $0.doneOn.map(span.contains) == true }
  }

  let improvement: Improvement
  let service: ReviewedService
  let effect: ImprovementEffect?
  let publishedVerdict: ImprovementEffect.Verdict?
  let neighbours: [Improvement]
  let responses: [ReviewResponse]
  let context: RequestContext

  private var language: Language { context.language }

  var response: Response {
    context.page(
      improvement.name,
      shoulder: [LocalizedText(everywhere: "No. \(improvement.number)"), service.name],
      breadcrumbs: context.improvementTrail
    ) {
      facts
      if context.may(ReviewPermission.manage) { actions }
      if let effect {
        ImprovementEffectView(
          effect, id: "effect", period: period, language: language
        ).markup
        notes
      }
      linked
    }
  }

  /// What the effect may be mistaken for.
  @HTMLBuilder private var notes: HTML {
    if !neighbours.isEmpty {
      p {
        context.text(
          ja: "同じ時期に実施した改善があり、どちらの効果かは分けられません：",
          en: "Done at about the same time, and not told apart from it: ")
        for (index, other) in neighbours.enumerated() {
          if index > 0 { context.text(ja: "、", en: ", ") }
          a(.href(other.staffAddress)) { other.title }
        }
      }
    }
    if let publishedVerdict {
      p(.class("note")) {
        context.text(
          ja: "公開ページでは、公表済みの月だけを比べるため、次のように表示されます：",
          en: "The public page compares published months only, and says: ")
        publishedVerdict.sentence[language]
      }
    }
  }

  private var facts: DescriptionList {
    var items = [
      DescriptionList.Item(context.text(ja: "状態", en: "State")) {
        p(.class("cluster")) {
          ChipLabel(improvement.state.name[language], color: improvement.state.color)
          if improvement.isLate(on: context.now.date) {
            ChipLabel(context.text(ja: "期限切れ", en: "Overdue"), color: .red)
          }
          if improvement.isPublic {
            a(.href(improvement.publicAddress)) { context.text(ja: "公開中", en: "Public") }
          }
        }
      },
      .init(context.text(ja: "わかったこと", en: "What was found")) {
        p(.class("quote")) { improvement.finding }
      },
    ]
    if !improvement.plan.isEmpty {
      items.append(
        .init(context.text(ja: "取組みの内容", en: "What is done about it")) {
          p(.class("quote")) { improvement.plan }
        })
    }
    if !improvement.owner.isEmpty {
      items.append(.init(context.text(ja: "担当", en: "Who sees to it"), improvement.owner))
    }
    for (label, day) in [
      (context.text(ja: "期限", en: "Due"), improvement.due),
      (context.text(ja: "実施した日", en: "Done on"), improvement.doneOn),
    ] {
      if let day { items.append(.init(label) { DateText(day, language: language) }) }
    }
    return DescriptionList(items)
  }

  private var actions: HTML {
    ButtonRow {
      for state in improvement.state.next {
        form(.method("post"), .action("\(improvement.staffAddress)/state")) {
          context.antiForgeryField
          Button(
            state.action[language],
            style: isUsual(state) ? .solid : .outline,
            name: "state", value: state.rawValue)
        }
      }
      LinkButton(context.text(ja: "編集", en: "Change"), "\(improvement.staffAddress)/edit")
    }.markup
  }

  /// Whether it is the next step forward, not a way back.
  private func isUsual(_ state: Improvement.State) -> Bool {
    let isOver = improvement.state == .done || improvement.state == .dropped
    return !isOver && state == improvement.state.next.first
  }

  private var period: String {
    context.text(
      ja: "実施した日の前と後、それぞれ\(Self.days)日まで。現在の値",
      en: "Up to \(Self.days) days before and after the day it was done, as of now")
  }

  private var linked: HTML {
    section {
      h2 { context.text(ja: "きっかけになった評価", en: "Responses that led to it") }
      if responses.isEmpty {
        p {
          context.text(
            ja: "まだありません。受信箱の評価から「改善につなげる」で加えます。",
            en: "None yet. Add them from a response in the inbox.")
        }
      } else {
        ResourceList(responses.map(item)).markup
      }
    }
  }

  private func item(_ response: ReviewResponse) -> ResourceList.Item {
    ResourceList.Item(
      response.content.comment.isEmpty
        ? context.text(ja: "（記述なし）", en: "(no comment)") : response.content.comment,
      aside: HTML(response.receivedAt.date.text(language))
    ) {
      span { "\(response.content.score.rawValue) \(response.content.score.words[language])" }
      if context.may(ReviewPermission.manage) {
        form(
          .method("post"), .class("inline-form"),
          .action("\(improvement.staffAddress)/responses/\(response.id)/remove")
        ) {
          context.antiForgeryField
          Button(context.text(ja: "外す", en: "Remove"), style: .text, size: .small)
        }
      }
    }
  }
}
