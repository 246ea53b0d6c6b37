import YuiStorage
import YuiText

/// What the inbox shows: filters, and where a page begins.
struct ResponseQuery: Sendable {
  /// A place in the list: the newest first.
  struct Position: Sendable, LosslessStringConvertible {
    let receivedAt: Timestamp
    let id: UUIDv7

    init(of response: ReviewResponse) {
      receivedAt = response.receivedAt
      id = response.id
    }

    init?(_ text: String) {
      let parts = text.split(separator: ".", maxSplits: 1)
      guard parts.count == 2, let milliseconds = Int64(parts[0]), let id = UUIDv7(String(parts[1]))
      else { return nil }
      receivedAt = Timestamp(milliseconds: milliseconds)
      self.id = id
    }

    var description: String { "\(receivedAt.milliseconds).\(id)" }
  }

  static let pageSize = 50
  /// Words that more comments hold are looked for in one response after the other: a page of those
  /// is soon found, while to gather all would grow with them.
  private static let fewComments = 4_000

  var service: Slug?
  var score: Score?
  var ending: Ending?
  var from: CalendarDate?
  var to: CalendarDate?
  var text = ""
  var after: Position?

  /// One page of responses and, where there are more, the place the next begins after.
  func page(
    in source: some Queryable
  ) throws -> (responses: [ReviewResponse], next: Position?) {
    let found = try source.all(
      ResponseStore.selection + (try condition(in: source))
        + "ORDER BY received_at DESC, id DESC LIMIT \(Self.pageSize + 1)",
      ResponseStore.response(from:))
    guard found.count > Self.pageSize else { return (found, nil) }
    let page = Array(found.prefix(Self.pageSize))
    return (page, page.last.map(Position.init(of:)))
  }

  private func condition(in source: some Queryable) throws -> SQL {
    var terms: [SQL] = ["1 = 1"]
    if let service { terms.append("service = \(service.description)") }
    if let score { terms.append("score = \(score.rawValue)") }
    if let ending { terms.append("ending = \(ending)") }
    if let from { terms.append("received_at >= \(from.start)") }
    if let to { terms.append("received_at < \(to.adding(days: 1).start)") }
    if !text.trimmingWhitespace.isEmpty {
      let words = ResponseStore.comments
      terms.append(
        try words.count(text, atMost: Self.fewComments + 1, in: source) <= Self.fewComments
          ? words.match(text, id: "id")
          : "comment <> '' AND \(words.matchEach(text, id: "reviews_responses.id"))")
    }
    if let after {
      terms.append(
        """
        (received_at < \(after.receivedAt)
          OR (received_at = \(after.receivedAt) AND id < \(after.id)))
        """)
    }
    return "WHERE " + SQL.joined(terms, separator: " AND ") + " "
  }
}
