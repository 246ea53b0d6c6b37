import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// What stands over the list: states with their counts, a search, the saved filters, and the rest
/// folded away, so that a phone shows cases.
struct InboxFilters: Component {
  let page: InboxPage
  let errors: [FieldError]

  private var context: RequestContext { page.context }
  private var filter: CaseFilter { page.filter }
  private var path: String { page.definition.path }

  @HTMLBuilder var markup: HTML {
    states
    if !page.saved.isEmpty { savedFilters }
    form(.method("get"), .action(path), .class("search-form"), .role("search")) {
      if let state { input(.type("hidden"), .name("state"), .value(state)) }
      div(.class("search-form__line")) {
        label(.class("visually-hidden"), .for("case-search")) {
          context.text(ja: "本文に含まれる語、または #番号", en: "Words in the text, or #number")
        }
        input(
          .class("text-box"), .type("search"), .id("case-search"), .name("q"),
          .value(filter.text), .data("script", "search"))
        Button(context.text(ja: "検索", en: "Search"), style: .solid, size: .medium)
      }
      details(.class("disclosure"), .open(!errors.isEmpty)) {
        summary {
          context.text(ja: "さらに絞り込む", en: "More filters")
          Icon.chevronDown.markup
        }
        div(.class("filters")) { fields }
      }
    }
    if !active.isEmpty { activeFilters }
  }

  private var state: String? {
    switch filter.states {
    case .open: nil
    case .all: "all"
    case .one(let state): state
    }
  }

  private var states: HTML {
    nav(.class("tabs"), .aria("label", context.text(ja: "状態", en: "State"))) {
      ul {
        tab(
          context.text(ja: "未処理", en: "To do"), .open,
          count: page.definition.states.filter(\.isOpen).map { page.counts[$0.code] ?? 0 }
            .reduce(0, +))
        for state in page.definition.states {
          tab(
            state.name[context.language], .one(state.code), count: page.counts[state.code] ?? 0)
        }
        tab(context.text(ja: "すべて", en: "All"), .all, count: nil)
      }
    }
  }

  private func tab(_ name: String, _ states: CaseFilter.States, count: Int?) -> HTML {
    var target = filter
    target.states = states
    return li {
      a(
        .class("tabs__link"), .href(target.address(path, me: page.me)),
        .when(filter.states == states, .aria("current", "page"))
      ) {
        name
        if let count { span(.class("tabs__count")) { NumberText.grouped(count) } }
      }
    }
  }

  private var savedFilters: HTML {
    nav(.aria("label", context.text(ja: "保存した絞り込み", en: "Saved filters"))) {
      ul(.class("cluster saved-filters")) {
        for saved in page.saved {
          li {
            a(
              .href(saved.query.isEmpty ? path : "\(path)?\(saved.query)"),
              .when(saved.query == own, .aria("current", "page"))
            ) { saved.name }
            if saved.query == own {
              form(.method("post"), .action("\(path)/filters/\(saved.id)/delete")) {
                context.antiForgeryField
                Button(
                  context.text(ja: "この絞り込みを削除", en: "Delete this filter"), style: .text,
                  size: .small)
              }
            }
          }
        }
      }
    }
  }

  private var own: String { URLEncodedForm.encode(filter.parameters(me: page.me)) }

  @HTMLBuilder private var fields: HTML {
    let language = context.language
    let all = context.text(ja: "すべて", en: "All")
    FormField(
      "topic", label: page.desk.topicName[language], language: language, need: .unmarked,
      control: .select(page.topics, selected: filter.topic, unchosen: all))
    if !page.desk.ranks.isEmpty {
      FormField(
        "rank", label: page.desk.rankName[language], language: language, need: .unmarked,
        control: .select(
          page.desk.ranks.map { Choice("\($0.rank)", $0.name[language]) },
          selected: filter.rank.map(String.init), unchosen: all))
    }
    if !page.tags.isEmpty {
      FormField(
        "tag", label: context.text(ja: "タグ", en: "Tag"), language: language, need: .unmarked,
        control: .select(
          page.tags.map { Choice($0, $0) }, selected: filter.tag, unchosen: all))
    }
    FormField(
      "assignee", label: context.text(ja: "担当", en: "Assigned to"), language: language,
      need: .unmarked,
      control: .select(assignees, selected: assignee, unchosen: all))
    day("from", context.text(ja: "この日から", en: "From"), filter.from)
    day("to", context.text(ja: "この日まで", en: "To"), filter.to)
    FormField(
      "order", label: context.text(ja: "並び順", en: "Order"), language: language, need: .unmarked,
      control: .select(
        [Choice("oldest", context.text(ja: "古い順", en: "Oldest first"))],
        selected: filter.isOldestFirst ? "oldest" : nil,
        unchosen: context.text(ja: "新しい順", en: "Newest first")))
    Button(context.text(ja: "絞り込む", en: "Filter"), style: .solid, size: .medium)
  }

  private func day(_ name: String, _ label: String, _ day: CalendarDate?) -> FormField {
    FormField(
      name, label: label, language: context.language, need: .unmarked,
      support: context.text(ja: "例）2026-04-01", en: "such as 2026-04-01"),
      error: errors.message(for: name),
      control: .text(page.query.badDays[name] ?? day?.iso, width: .medium))
  }

  private var assignees: [Choice] {
    let others = page.people.choices(context).filter { $0.value != page.me?.description }
    return [
      Choice("me", context.text(ja: "自分", en: "Me")),
      Choice("nobody", context.text(ja: "担当なし", en: "Nobody")),
    ] + others
  }

  private var assignee: String? {
    switch filter.assignee {
    case nil: nil
    case .nobody: "nobody"
    case .account(let id): id == page.me ? "me" : id.description
    }
  }

  /// What narrows the list beside the state, each with the filter that leaves it out.
  private var active: [(name: HTML, without: CaseFilter)] {
    var active: [(HTML, CaseFilter)] = []
    func add(marked name: HTML?, _ change: (inout CaseFilter) -> Void) {
      guard let name else { return }
      var rest = filter
      change(&rest)
      active.append((name, rest))
    }
    func add(_ name: String?, _ change: (inout CaseFilter) -> Void) {
      add(marked: name.map { HTML($0) }, change)
    }
    let language = context.language
    add(marked: filter.topic.map { HTML(page.topics.name(of: $0), in: language) }) {
      $0.topic = nil
    }
    add(
      filter.rank.map { rank in
        page.desk.ranks.first { $0.rank == rank }?.name[language] ?? "\(rank)"
      }
    ) { $0.rank = nil }
    add(filter.tag) { $0.tag = nil }
    add(
      assignee.map { value in
        context.text(ja: "担当：", en: "Assigned to: ")
          + (assignees.first { $0.value == value }?.label ?? value)
      }
    ) { $0.assignee = nil }
    add(filter.from.map { $0.text(language) + context.text(ja: "から", en: " and later") }) {
      $0.from = nil
    }
    add(filter.to.map { $0.text(language) + context.text(ja: "まで", en: " and earlier") }) {
      $0.to = nil
    }
    add(filter.text.isEmpty ? nil : "“\(filter.text)”") { $0.text = "" }
    if filter.isOldestFirst {
      add(context.text(ja: "古い順", en: "Oldest first")) { $0.isOldestFirst = false }
    }
    return active
  }

  private var activeFilters: HTML {
    div(.class("active-filters")) {
      ul(.class("cluster")) {
        for item in active {
          li {
            a(.class("active-filter"), .href(item.without.address(path, me: page.me))) {
              item.name
              span(.class("visually-hidden")) {
                context.text(ja: "の条件を外す", en: ": leave out")
              }
              span(.aria("hidden", "true")) { " ×" }
            }
          }
        }
      }
      if !page.saved.contains(where: { $0.query == own }) { saving }
    }
  }

  private var saving: HTML {
    let id = FormField.id(of: SavedFilterActions.field)
    let isWrong = page.entry.isWrong(SavedFilterActions.field)
    return details(.class("disclosure"), .open(isWrong)) {
      summary {
        context.text(ja: "この絞り込みを保存", en: "Save this filter")
        Icon.chevronDown.markup
      }
      form(.method("post"), .action("\(path)/filters"), .class("inline-form")) {
        context.antiForgeryField
        input(.type("hidden"), .name("query"), .value(own))
        input(.type("hidden"), .name("back"), .value(page.here))
        label(.for(id)) { context.text(ja: "名前", en: "Name") }
        input(
          .id(id), .name("name"), .type("text"),
          .class("text-box text-box--small"), .value(page.entry.text("name")),
          .when(isWrong, .aria("invalid", "true")))
        Button(context.text(ja: "保存", en: "Save"), size: .small)
      }
    }
  }
}
