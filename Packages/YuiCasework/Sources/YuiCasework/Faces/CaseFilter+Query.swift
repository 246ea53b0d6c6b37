import YuiHTML
import YuiStorage
import YuiText
import YuiWeb

/// A filter as it stands in an address, with what was typed and could not be read.
struct FilterQuery {
  var filter = CaseFilter()
  /// What was typed for a day and is none.
  private(set) var badDays: [String: String] = [:]

  /// Reads the parameters of a request; what cannot be read wants nothing.
  init(_ context: RequestContext) {
    let query = context.request.query
    self.init(value: { query[$0] }, me: context.principal?.id)
  }

  /// Reads the parameters that `value` tells.
  ///
  /// - Parameter me: the account for which "me" stands.
  init(value: (String) -> String?, me: UUIDv7?) {
    switch value("state") ?? "" {
    case "", "open": filter.states = .open
    case "all": filter.states = .all
    case let state: filter.states = .one(state)
    }
    filter.tag = value("tag").flatMap(CaseTag.checked)
    switch value("assignee") ?? "" {
    case "": filter.assignee = nil
    case "nobody": filter.assignee = .nobody
    case "me": filter.assignee = me.map { .account($0) }
    case let id: filter.assignee = UUIDv7(id).map { .account($0) }
    }
    filter.topic = value("topic").flatMap { $0.isEmpty ? nil : $0 }
    filter.rank = value("rank").flatMap { Int($0) }
    filter.from = day("from", value)
    filter.to = day("to", value)
    filter.text = String((value("q") ?? "").trimmingWhitespace.prefix(100))
    filter.isOldestFirst = value("order") == "oldest"
  }

  /// Reads a day, also of wide digits.
  private mutating func day(_ name: String, _ value: (String) -> String?) -> CalendarDate? {
    guard let text = value(name)?.trimmingWhitespace, !text.isEmpty else { return nil }
    let date = CalendarDate(iso: TextFolding.fold(text))
    if date == nil { badDays[name] = text }
    return date
  }
}

extension CaseFilter {
  /// The parameters that say this filter, in a fixed order; those of the usual one are left out.
  func parameters(me: UUIDv7?) -> [FormData.Field] {
    var fields: [FormData.Field] = []
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { fields.append(FormData.Field(name, value)) }
    }
    switch states {
    case .open: break
    case .all: add("state", "all")
    case .one(let state): add("state", state)
    }
    add("topic", topic)
    add("rank", rank.map(String.init))
    add("tag", tag)
    switch assignee {
    case nil: break
    case .nobody: add("assignee", "nobody")
    case .account(let id): add("assignee", id == me ? "me" : id.description)
    }
    add("from", from?.iso)
    add("to", to?.iso)
    add("q", text)
    if isOldestFirst { add("order", "oldest") }
    return fields
  }

  /// The address of a page with this filter.
  func address(_ path: String, me: UUIDv7?, adding more: [FormData.Field] = []) -> String {
    let query = URLEncodedForm.encode(parameters(me: me) + more)
    return query.isEmpty ? path : "\(path)?\(query)"
  }
}
