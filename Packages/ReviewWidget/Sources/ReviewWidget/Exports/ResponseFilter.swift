import YuiStorage
import YuiText
import YuiWeb

/// Which responses are exported.
struct ResponseFilter {
  var service: Slug?
  var from: CalendarDate?
  var through: CalendarDate?

  init() {}

  /// Reads `service`, `from` and `to` of a request.
  ///
  /// - Throws: a 400 for a day that is none.
  init(_ request: Request) throws {
    service = try request.query("service", as: Slug.self)
    from = try request.query("from", as: CalendarDate.self)
    through = try request.query("to", as: CalendarDate.self)
  }

  /// A page of counted responses in the order of their ids.
  func page(
    after cursor: String, in source: some Queryable
  ) throws -> (responses: [ReviewResponse], next: String?) {
    var terms: [SQL] = ["counted = 1", "id > \(cursor)"]
    if let service { terms.append("service = \(service.description)") }
    if let from { terms.append("received_at >= \(from.start)") }
    if let through { terms.append("received_at < \(through.adding(days: 1).start)") }
    let found = try source.all(
      ResponseStore.selection + "WHERE " + SQL.joined(terms, separator: " AND ")
        + " ORDER BY id LIMIT \(Self.pageSize)", ResponseStore.response(from:))
    return (found, found.count == Self.pageSize ? found.last?.id.description : nil)
  }

  /// For the audit log.
  var details: [String: String] {
    [
      "service": service?.description ?? "", "from": from?.iso ?? "", "to": through?.iso ?? "",
    ].filter { !$0.value.isEmpty }
  }

  private static let pageSize = 1_000
}
