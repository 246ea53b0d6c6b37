import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// The page of one case: what it is about, what was done, and everything that can be.
struct CasePage {
  static func routes(_ desk: any CaseDesk) -> [Route] {
    [
      .get(
        "\(desk.definition.path)/cases/{number}",
        access: .permission(desk.definition.permissions.read)
      ) { context, snapshot in
        let number = try context.request.parameter("number", as: Int.self)
        return try CasePage(desk, number, context, in: snapshot).response
      }
    ] + CaseTextActions.routes(desk)
  }

  let desk: any CaseDesk
  let context: RequestContext
  let entry: CaseEntry
  let item: Case
  /// What it is about, and the cases merged into it, by their ids.
  let subjects: [String: CaseSubject]
  let filter: CaseFilter
  let next: Case?
  let previous: Case?
  let merged: [Case]
  let notes: [CaseNote]
  let reply: CaseReply?
  let history: [CaseEvent]
  let stays: [CaseStay]
  let people: CasePeople
  let topics: [Choice]
  let tags: [String]

  init(
    _ desk: any CaseDesk, _ number: Int, _ context: RequestContext,
    _ entry: CaseEntry = CaseEntry(), in source: some Queryable
  ) throws {
    let store = desk.store
    guard let item = try store.case(number, in: source) else { throw HTTPProblem.notFound }
    let filter = FilterQuery(context).filter
    self.desk = desk
    self.context = context
    self.entry = entry
    self.item = item
    self.filter = filter
    next = try CaseSearch(filter, of: store, in: source).first(after: item)
    previous = try CaseSearch(filter.reversed, of: store, in: source).first(after: item)
    merged = try store.cases(mergedInto: number, in: source)
    subjects = try desk.subjects(
      [item.subject] + merged.map(\.subject), context, in: source)
    notes = try store.notes(on: number, in: source)
    reply = try store.reply(to: number, in: source)
    history = try store.history(of: number, in: source)
    stays = try store.stays(of: number, in: source)
    people = try CasePeople(in: source)
    topics = try desk.topics(context, in: source)
    tags = try store.tags(in: source)
  }

  var definition: CaseDefinition { desk.definition }
  var subject: CaseSubject? { subjects[item.subject] }
  var mayWork: Bool { context.may(definition.permissions.work) && item.mergedInto == nil }
  var mayRelease: Bool { context.may(definition.permissions.release) && item.mergedInto == nil }
  var path: String { "\(definition.path)/cases/\(item.number)" }
  var here: String { filter.address(path, me: context.principal?.id) }
  var list: String { filter.address(definition.path, me: context.principal?.id) }

  var response: Response {
    context.page(
      topics.name(of: item.topic).mapWords { "#\(item.number) \($0)" },
      breadcrumbs: [PageLink(desk.title, list)],
      alert: entry.errors.isEmpty
        ? CaseNotice(context, definition).markup
        : ErrorSummary(entry.errors, language: context.language).markup,
      hasErrors: !entry.errors.isEmpty, status: entry.errors.isEmpty ? 200 : 422
    ) {
      neighbours
      div(.class("case-page"), .id("case")) {
        div(.class("case-page__main")) {
          section(.class("case-page__subject")) {
            div(.class("case__facts")) {
              CaseLabels(item: item, definition: definition, context: context)
              subject?.facts
            }
            if let subject {
              subject.details
            } else {
              p(.class("note")) {
                context.text(ja: "もとの内容は残っていません。", en: "What it was about is no longer kept.")
              }
            }
          }
          if desk.repliesPublicly { CaseReplySection(page: self).markup }
          CaseNotesSection(page: self).markup
          CaseHistorySection(page: self).markup
        }
        YuiHTML.aside(
          .class("case-page__side"), .aria("label", context.text(ja: "処理", en: "Work"))
        ) { CaseSide(page: self).markup }
      }
      KeyHelp(definition: definition, mayWork: mayWork, context: context).markup
    }
  }

  private var neighbours: HTML {
    nav(.class("neighbours"), .aria("label", context.text(ja: "前後の案件", en: "Other cases"))) {
      a(.href(list), .data("key", "u")) { context.text(ja: "一覧へ", en: "To the list") }
      if let previous {
        a(.rel("prev"), .href(address(of: previous)), .data("key", "k")) {
          context.text(ja: "前の案件", en: "Previous case")
        }
      }
      if let next {
        a(.rel("next"), .href(address(of: next)), .data("key", "j")) {
          context.text(ja: "次の案件", en: "Next case")
        }
      }
    }
  }

  private func address(of other: Case) -> String {
    filter.address("\(definition.path)/cases/\(other.number)", me: context.principal?.id)
  }
}

extension CaseFilter {
  /// The same cases, the other way round.
  var reversed: CaseFilter {
    var filter = self
    filter.isOldestFirst.toggle()
    return filter
  }
}

extension CaseSearch {
  /// The case that follows one in the order of the filter, as far as a page looks.
  func first(after item: Case) throws -> Case? {
    try page(after: CasePosition(of: item)).cases.first
  }
}
