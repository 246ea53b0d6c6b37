import Testing
import YuiCasework
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText

@Suite struct CaseSearches {
  /// A case as the test knows it, without asking the store.
  struct Known: Sendable {
    let number: Int
    let minute: Int
    let state: String
    let topic: String
    let rank: Int
    let tags: Set<String>
    let text: String
  }

  static let account = UUIDv7(at: Permits.now)

  /// 600 cases, more than a first stretch, in no order of time.
  static func fill(_ office: PermitOffice) throws -> [Known] {
    let known = (1...600).map { number in
      Known(
        number: number, minute: number * 7919 % 601, state: ["new", "work", "refused"][number % 3],
        topic: "t\(number % 5)", rank: number % 7,
        tags: number % 50 == 0 ? ["rare", "x"] : number % 4 == 0 ? ["x"] : [],
        text: number % 2 == 0 ? "窓口が混んでいた" : number % 97 == 0 ? "保育園の申請" : "ありがとう")
    }
    try office.write { cases, transaction in
      try cases.open(
        known.map {
          Permits.draft("s\($0.number)", topic: $0.topic, rank: $0.rank, minute: $0.minute)
        }, at: Permits.now, in: transaction)
      for item in known {
        if item.state != "new" {
          try cases.move(item.number, to: item.state, by: Permits.clerk, in: transaction)
        }
        if !item.tags.isEmpty {
          try cases.tag(item.number, adding: item.tags, by: Permits.clerk, in: transaction)
        }
        if item.number % 20 == 0 {
          try cases.assign(item.number, to: account, by: Permits.clerk, in: transaction)
        }
      }
    }
    try Permits.index(
      Dictionary(uniqueKeysWithValues: known.map { ("s\($0.number)", $0.text) }), in: office.store)
    return known
  }

  static let filters: [(name: String, change: @Sendable (inout CaseFilter) -> Void)] = [
    ("open", { _ in }), ("all", { $0.states = .all }),
    ("one state", { $0.states = .one("refused") }),
    ("tag", { $0.tag = "rare" }), ("tag of many", { ($0.tag, $0.states) = ("x", .all) }),
    ("nobody", { $0.assignee = .nobody }),
    ("account", { ($0.assignee, $0.states) = (.account(account), .all) }),
    ("topic and rank", { ($0.topic, $0.rank, $0.states) = ("t3", 2, .all) }),
    ("text", { $0.text = "窓口" }), ("rare text", { ($0.text, $0.states) = ("保育", .all) }),
    ("text and tag", { ($0.text, $0.tag, $0.states) = ("混ん", "rare", .all) }),
    ("oldest first", { $0.isOldestFirst = true }),
    ("number", { ($0.text, $0.states) = ("＃４８", .all) }),
    ("no text", { $0.text = "どこにもない" }),
    (
      "all at once",
      {
        ($0.text, $0.tag, $0.topic, $0.rank) = ("窓口", "x", "t0", 2)
        $0.assignee = .nobody
      }
    ),
  ]

  @Test("Every filter finds what it should, page by page, in order", arguments: Engine.allCases)
  func filters(engine: Engine) throws {
    let office = try PermitOffice(engine)
    let known = try Self.fill(office)
    for (name, change) in Self.filters {
      var filter = CaseFilter()
      change(&filter)
      let expected = known.filter { Self.holds(filter, for: $0) }
        .sorted { ($0.minute, $0.number) > ($1.minute, $1.number) }.map(\.number)
      let found = try office.read { cases, snapshot throws in
        var (found, position): ([Int], CasePosition?) = ([], nil)
        repeat {
          let page = try CaseSearch(filter, of: cases, in: snapshot).page(after: position)
          #expect(page.cases.count <= CaseSearch.pageSize)
          found += page.cases.map(\.number)
          position = page.next
        } while position != nil
        return found
      }
      #expect(found == (filter.isOldestFirst ? expected.reversed() : expected), "\(name)")
      #expect(name == "no text" || !found.isEmpty, "\(name)")
    }
  }

  private static func holds(_ filter: CaseFilter, for item: Known) -> Bool {
    let isInState =
      switch filter.states {
      case .open: item.state != "refused"
      case .all: true
      case .one(let state): item.state == state
      }
    let isAssigned =
      switch filter.assignee {
      case nil: true
      case .nobody: item.number % 20 != 0
      case .account: item.number % 20 == 0
      }
    let holdsText =
      filter.text == "＃４８"
      ? item.number == 48 : filter.text.isEmpty || item.text.contains(filter.text)
    return isInState && isAssigned && holdsText
      && filter.tag.map(item.tags.contains) ?? true && filter.topic.map { $0 == item.topic } ?? true
      && filter.rank.map { $0 == item.rank } ?? true
  }

  @Test("Days bound the search, the last one included", arguments: Engine.allCases)
  func days(engine: Engine) throws {
    let office = try PermitOffice(engine)
    let day = 24 * 60
    try office.open(
      Permits.draft("a"), Permits.draft("b", minute: day), Permits.draft("c", minute: 2 * day))
    var filter = CaseFilter()
    filter.from = Permits.now.date.adding(days: 1)
    filter.to = filter.from
    #expect(
      try office.read { try CaseSearch(filter, of: $0, in: $1).page().cases.map(\.number) } == [2])
  }

  @Test(
    "A word that most cases hold is asked only of those that few conditions leave",
    arguments: Engine.allCases)
  func commonWord(engine: Engine) throws {
    let recorder = StatementRecorder()
    let office = try PermitOffice(engine, recording: recorder)
    _ = try Self.fill(office)
    let drafts = (601...5000).map { Permits.draft("s\($0)", rank: $0, minute: $0) }
    try office.write { try $0.open(drafts, at: Permits.now, in: $1) }
    let texts = drafts.map { ($0.subject, "どれにもある言葉") }
    try Permits.index(Dictionary(uniqueKeysWithValues: texts), in: office.store)

    var filter = CaseFilter()
    filter.text = "どれにもある言葉"
    filter.rank = 4999
    recorder.reset()
    let one = try office.read { try CaseSearch(filter, of: $0, in: $1).page() }
    #expect(one.cases.map(\.subject) == ["s4999"])
    #expect(one.next == nil)
    // The text, the rank and the open cases are counted, and the one case is looked at.
    #expect(recorder.count == 4)

    filter.rank = 9999
    recorder.reset()
    let none = try office.read { try CaseSearch(filter, of: $0, in: $1).page() }
    #expect(none.cases.isEmpty && none.next == nil && !none.isCutShort)
    #expect(recorder.count == 2)
  }

  @Test("No search goes through a table that grows", arguments: Engine.allCases)
  func plans(engine: Engine) throws {
    let recorder = StatementRecorder()
    let office = try PermitOffice(engine, recording: recorder)
    _ = try Self.fill(office)
    // So many that a plan matters.
    let more = (601...8000).map { Permits.draft("s\($0)", topic: "t9", rank: 9, minute: $0) }
    try office.write { cases, transaction in
      try cases.open(more, at: Permits.now, in: transaction)
    }
    try Permits.index(
      Dictionary(uniqueKeysWithValues: more.map { ($0.subject, "\($0.subject)番の声") }),
      in: office.store)
    recorder.reset()
    for (_, change) in Self.filters {
      var filter = CaseFilter()
      change(&filter)
      try office.read { cases, snapshot throws in
        let page = try CaseSearch(filter, of: cases, in: snapshot).page()
        if let next = page.next {
          _ = try CaseSearch(filter, of: cases, in: snapshot).page(after: next)
        }
      }
    }
    #expect(recorder.count > 20)
    // What is walked is bounded by a limit of its own; what waits to be indexed is soon gone.
    for scan in try recorder.scans(
      in: office.store, except: ["walked", "entries", "permits_words_queue"])
    {
      Issue.record("\(scan)")
    }
  }
}
