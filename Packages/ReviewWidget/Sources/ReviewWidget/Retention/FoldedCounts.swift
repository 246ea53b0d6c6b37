import YuiStorage
import YuiText

/// Responses of which only the count of their day is left: all their SQL.
///
/// They were counted when they came, and every figure is made of those counts; so they go from the
/// list of responses, and no figure changes.
enum FoldedCounts {
  private struct Key: Hashable {
    let service: Slug
    let day: CalendarDate
    let score: Score
  }

  /// Deletes responses and notes how many there were by day.
  static func fold(_ responses: [ReviewResponse], in transaction: Transaction) throws {
    guard !responses.isEmpty else { return }
    let ids = responses.map { "\($0.id)" as SQL }
    var counted: Set<UUIDv7> = []
    try transaction.forEach(
      """
      DELETE FROM reviews_responses WHERE id IN (\(SQL.joined(ids, separator: ", ")))
      RETURNING id, counted
      """
    ) { row in if try row.bool(1) { counted.insert(try row.uuid(0)) } }
    var counts: [Key: Int] = [:]
    for response in responses {
      guard let day = response.day else { continue }
      // What counts nowhere, as spam, still marks its day as one of which responses are gone.
      counts[
        Key(service: response.service, day: day, score: response.content.score), default: 0] +=
        counted.contains(response.id) ? 1 : 0
    }
    let rows: [SQL] = counts.map { key, count in
      "(\(key.day), \(key.service.description), \(key.score.rawValue), \(count))"
    }
    try transaction.execute(
      """
      INSERT INTO reviews_folded (day, service, score, responses)
      VALUES \(SQL.joined(rows, separator: ", "))
      ON CONFLICT (day, service, score)
      DO UPDATE SET responses = reviews_folded.responses + excluded.responses
      """)
  }

  /// The last day of which responses are kept as counts; nil where all are as they came.
  static func lastDay(in source: some Queryable) throws -> CalendarDate? {
    try source.first("SELECT day FROM reviews_folded ORDER BY day DESC LIMIT 1") { row in
      try row.date(0)
    }
  }
}
