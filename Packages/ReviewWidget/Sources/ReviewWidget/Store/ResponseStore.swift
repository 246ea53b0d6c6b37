import YuiStorage
import YuiText

/// The responses of one tenant: all their SQL.
enum ResponseStore {
  /// The words of the comments, which follow the responses by a moment.
  static let comments = TextIndex("reviews_comments")

  /// Stores a new response and counts it.
  static func add(_ response: ReviewResponse, in transaction: Transaction) throws {
    let content = response.content
    try transaction.execute(
      """
      INSERT INTO reviews_responses
        (id, service, score, reasons, comment, channel, place, language, received_at, dated)
      VALUES (\(response.id), \(response.service.description), \(content.score.rawValue),
        \(content.reasons.joined(separator: ";")), \(content.comment), \(content.channel),
        \(content.place), \(content.language), \(response.receivedAt), \(response.isDated))
      """)
    try count(response, by: 1, in: transaction)
    if !content.comment.isEmpty { try index(response.id, in: transaction) }
  }

  /// Replaces a stored response, as an import does; counts follow.
  static func replace(
    _ old: ReviewResponse, with new: ReviewResponse, in transaction: Transaction
  ) throws {
    let content = new.content
    try transaction.execute(
      """
      UPDATE reviews_responses SET service = \(new.service.description),
        score = \(content.score.rawValue), reasons = \(content.reasons.joined(separator: ";")),
        comment = \(content.comment), channel = \(content.channel), place = \(content.place),
        language = \(content.language), received_at = \(new.receivedAt), dated = \(new.isDated)
      WHERE id = \(old.id)
      """)
    try count(old, by: -1, in: transaction)
    try count(new, by: 1, in: transaction)
    if old.content.comment != content.comment { try index(old.id, in: transaction) }
  }

  static func response(_ id: UUIDv7, in source: some Queryable) throws -> ReviewResponse? {
    try source.first(selection + "WHERE id = \(id)", response(from:))
  }

  /// Responses in the order of their ids, for an export page by page.
  static func page(
    after id: String, limit: Int, in source: some Queryable
  ) throws -> [ReviewResponse] {
    try source.all(selection + "WHERE id > \(id) ORDER BY id LIMIT \(limit)", response(from:))
  }

  private static func count(
    _ response: ReviewResponse, by change: Int, in transaction: Transaction
  ) throws {
    try RollupStore.add(
      change, service: response.service, month: response.month, score: response.content.score,
      in: transaction)
  }

  private static func index(_ id: UUIDv7, in transaction: Transaction) throws {
    try comments.enqueue(id.description, in: transaction)
    transaction.wake("reviews.index-comments")
  }

  static let selection: SQL =
    """
    SELECT id, service, score, reasons, comment, channel, place, language, received_at, dated
    FROM reviews_responses\u{20}
    """

  static func response(from row: Row) throws -> ReviewResponse {
    guard let service = Slug(try row.text(1)), let score = Score(rawValue: try row.int(2)),
      let channel = Channel(rawValue: try row.text(5)),
      let language = Language(rawValue: try row.text(7))
    else { throw StoreError(.wrongType, "a stored response cannot be read") }
    let content = ReviewContent(
      score: score, reasons: try row.text(3).split(separator: ";").map(String.init),
      comment: try row.text(4), channel: channel, place: try row.text(6), language: language)
    return ReviewResponse(
      id: try row.uuid(0), service: service, content: content,
      receivedAt: try row.timestamp(8), isDated: try row.bool(9))
  }
}
