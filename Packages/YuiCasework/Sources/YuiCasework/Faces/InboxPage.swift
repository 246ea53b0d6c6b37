import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// The inbox: the cases that a filter wants, page by page, to be worked on many at a time.
struct InboxPage {
  static func routes(_ desk: any CaseDesk) -> [Route] {
    [
      .get(
        "\(desk.definition.path)", access: .permission(desk.definition.permissions.read)
      ) { context, snapshot in
        try InboxPage(desk, context, in: snapshot).response
      }
    ]
  }

  let desk: any CaseDesk
  let context: RequestContext
  let entry: CaseEntry
  let query: FilterQuery
  let page: CaseSearch.Page
  let subjects: [String: CaseSubject]
  let counts: [String: Int]
  let tags: [String]
  let topics: [Choice]
  let people: CasePeople
  let saved: [SavedFilter]
  let lag: Int

  init(
    _ desk: any CaseDesk, _ context: RequestContext, _ entry: CaseEntry = CaseEntry(),
    in source: some Queryable
  ) throws {
    let store = desk.store
    let query = FilterQuery(context)
    let position = try context.request.query("after", as: CasePosition.self)
    let page =
      query.badDays.isEmpty
      ? try CaseSearch(query.filter, of: store, in: source).page(after: position)
      : CaseSearch.Page(cases: [], next: nil, isCutShort: false)
    self.desk = desk
    self.context = context
    self.entry = entry
    self.query = query
    self.page = page
    subjects = try desk.subjects(page.cases.map(\.subject), context, in: source)
    counts = try store.counts(in: source)
    tags = try store.tags(in: source)
    topics = try desk.topics(context, in: source)
    people = try CasePeople(in: source)
    saved = try context.principal.map { try store.savedFilters(of: $0.id, in: source) } ?? []
    lag = try query.filter.text.isEmpty ? 0 : desk.definition.words?.lag(source) ?? 0
  }

  var filter: CaseFilter { query.filter }
  var definition: CaseDefinition { desk.definition }
  var me: UUIDv7? { context.principal?.id }
  var mayWork: Bool { context.may(definition.permissions.work) }
  /// The address of this list, without what was just done.
  var here: String {
    let after = context.request.query["after"].map { [FormData.Field("after", $0)] } ?? []
    return filter.address(definition.path, me: me, adding: after)
  }

  var response: Response {
    let badDays = query.badDays.keys.sorted().map { name in
      FieldError(
        name, context.text(ja: "正しい日付を入力してください。", en: "Enter a day that there is."))
    }
    let errors = badDays + entry.errors
    let alert =
      errors.isEmpty
      ? CaseNotice(context, definition).markup
      : ErrorSummary(errors, language: context.language).markup
    return context.page(
      desk.title, alert: alert, hasErrors: !errors.isEmpty,
      status: errors.isEmpty ? 200 : 422
    ) {
      InboxFilters(page: self, errors: badDays).markup
      if badDays.isEmpty { found }
      KeyHelp(definition: definition, mayWork: mayWork, context: context).markup
    }
  }

  @HTMLBuilder private var found: HTML {
    if lag > 0 {
      p(.class("note")) {
        context.text(
          ja: "検索の索引は、あと\(NumberText.grouped(lag))件を処理中です。",
          en: "The search index has \(NumberText.grouped(lag)) more to follow.")
      }
    }
    if page.cases.isEmpty {
      nothing
    } else if mayWork {
      form(
        .method("post"), .action("\(definition.path)/cases"), .class("inbox"), .id("inbox")
      ) {
        context.antiForgeryField
        input(.type("hidden"), .name("back"), .value(here))
        CaseTools(
          definition: definition, context: context, people: people, tags: tags, states: shownStates,
          entry: entry
        ).markup
        InboxList(page: self).markup
      }
    } else {
      InboxList(page: self).markup
    }
    next
  }

  /// The states in which shown cases are: buttons that fit none of them would only be in the way.
  private var shownStates: Set<String> { Set(page.cases.map(\.state)) }

  private var nothing: HTML {
    div(.class("inbox__nothing")) {
      if filter == CaseFilter() {
        p { context.text(ja: "未処理の案件はありません。お疲れさまでした。", en: "Nothing is waiting. Well done.") }
      } else {
        p { context.text(ja: "条件に合う案件はありません。", en: "No case matches.") }
      }
    }
  }

  @HTMLBuilder private var next: HTML {
    if page.isCutShort {
      p(.class("note")) {
        context.text(
          ja: "新しい順に\(NumberText.grouped(CaseSearch.horizon))件を調べました。続きは下から調べられます。",
          en: "\(NumberText.grouped(CaseSearch.horizon)) cases were looked through. "
            + "The search goes on below.")
      }
    }
    Pagination(
      desk.title[context.language], previous: nil,
      next: page.next.map { context.request.target(setting: "after", to: $0.description) },
      language: context.language)
  }
}
