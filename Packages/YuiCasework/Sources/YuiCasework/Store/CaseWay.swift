import YuiStorage
import YuiText

/// One condition of a filter, as an index to walk along and as a question to each case.
enum CaseWay: Sendable, Hashable {
  case number(Int)
  case text(String)
  case tag(String)
  case assignee(CaseFilter.Assignee)
  case rank(Int)
  case topic(String)
  case state(String)
  case open
  case all

  var isText: Bool { if case .text = self { true } else { false } }

  /// What a case costs on the way: to gather those of a text takes several looks for each.
  var effort: Int { isText ? 4 : 1 }

  /// The table whose rows are walked.
  func table(in store: CaseStore) -> SQL {
    if case .tag = self { "\(store.p)_case_tags" } else { "\(store.p)_cases" }
  }

  /// The condition on the rows of ``table(in:)``.
  func condition(in store: CaseStore) -> SQL {
    switch self {
    case .number(let number): "number = \(number)"
    case .text(let words): store.definition.words?.match(words, id: "subject") ?? "1 = 0"
    case .tag(let tag): "tag = \(tag)"
    case .assignee(.nobody): "assignee = ''"
    case .assignee(.account(let id)): "assignee = \(id)"
    case .rank(let rank): "rank = \(rank)"
    case .topic(let topic): "topic = \(topic)"
    case .state(let state): "state = \(state)"
    case .open: "is_open = 1"
    case .all: "1 = 1"
    }
  }

  /// The condition on a case that was come across on another way.
  func condition(ofEachIn store: CaseStore) -> SQL {
    switch self {
    case .text(let words):
      store.definition.words?.matchEach(words, id: "cases.subject") ?? "1 = 0"
    case .tag(let tag):
      """
      EXISTS (SELECT 1 FROM \(store.p)_case_tags AS tagged WHERE tagged.tag = \(tag)
        AND tagged.received_at = cases.received_at AND tagged.number = cases.number)
      """
    case .number(let number): "cases.number = \(number)"
    case .assignee(.nobody): "cases.assignee = ''"
    case .assignee(.account(let id)): "cases.assignee = \(id)"
    case .rank(let rank): "cases.rank = \(rank)"
    case .topic(let topic): "cases.topic = \(topic)"
    case .state(let state): "cases.state = \(state)"
    case .open: "cases.is_open = 1"
    case .all: "1 = 1"
    }
  }
}

extension CaseFilter {
  /// The conditions, those first that usually hold for the fewest cases.
  var ways: [CaseWay] {
    var ways: [CaseWay] = []
    if let number = soughtNumber {
      ways.append(.number(number))
    } else if !TextFolding.fold(text).isEmpty {
      ways.append(.text(text))
    }
    if let tag { ways.append(.tag(tag)) }
    if let assignee { ways.append(.assignee(assignee)) }
    if let rank { ways.append(.rank(rank)) }
    if let topic { ways.append(.topic(topic)) }
    switch states {
    case .open: ways.append(.open)
    case .one(let state): ways.append(.state(state))
    case .all: break
    }
    return ways
  }

  /// The number where the text is `#12`.
  private var soughtNumber: Int? {
    let folded = TextFolding.fold(text)
    return folded.first == "#" ? Int(folded.dropFirst()) : nil
  }
}
