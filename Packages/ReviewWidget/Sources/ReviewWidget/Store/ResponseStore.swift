import YuiStorage
import YuiText

/// The responses of one tenant: all their SQL.
enum ResponseStore {
  /// The words of the comments, which follow the responses by a moment.
  static let comments = TextIndex("reviews_comments")

  /// Stores a new response and counts it.
  ///
  /// - Parameter wasOffered: whether the showing of its form was counted before it came.
  static func add(
    _ response: ReviewResponse, wasOffered: Bool = false, counting changes: inout CountChanges,
    in transaction: Transaction
  ) throws {
    try add([response], wasOffered: wasOffered, counting: &changes, in: transaction)
  }

  /// Stores new responses and counts them.
  static func add(
    _ responses: [ReviewResponse], wasOffered: Bool = false,
    counting changes: inout CountChanges, in transaction: Transaction
  ) throws {
    try transaction.execute(rows: responses.map(row)) { rows in
      """
      INSERT INTO reviews_responses
        (id, service, score, goal, ease, clarity, nps, reasons, comment, channel, place, language,
          received_at, dated, question_set, question_set_version, masked, counted,
          ending)
      VALUES \(rows)
      """
    }
    for response in responses { changes.count(response, by: 1, wasOffered: wasOffered) }
    let commented = responses.filter { !$0.content.comment.isEmpty }
    guard !commented.isEmpty else { return }
    try comments.enqueue(commented.map(\.id.description), in: transaction)
    transaction.wake("reviews.index-comments")
    try KeywordStore.enqueue(commented.map(\.id), in: transaction)
  }

  private static func row(of response: ReviewResponse) -> SQL {
    let content = response.content
    return """
      (\(response.id), \(response.service.description), \(content.score.rawValue),
        \(content.goal), \(content.ease), \(content.clarity), \(content.nps),
        \(content.reasonsText), \(content.comment), \(content.channel), \(content.place),
        \(content.language), \(response.receivedAt), \(response.isDated),
        \(content.questionSet?.slug.description ?? ""), \(content.questionSet?.number ?? 0),
        \(content.isMasked), 1, \(content.ending))
      """
  }

  /// Replaces a stored response, as an import does; counts follow, where it counts.
  static func replace(
    _ old: ReviewResponse, with new: ReviewResponse, counting changes: inout CountChanges,
    in transaction: Transaction
  ) throws {
    let content = new.content
    let counted = try transaction.first(
      """
      UPDATE reviews_responses SET service = \(new.service.description),
        score = \(content.score.rawValue), goal = \(content.goal), ease = \(content.ease),
        clarity = \(content.clarity), nps = \(content.nps), reasons = \(content.reasonsText),
        comment = \(content.comment), channel = \(content.channel), place = \(content.place),
        language = \(content.language), received_at = \(new.receivedAt), dated = \(new.isDated),
        question_set = \(content.questionSet?.slug.description ?? ""),
        question_set_version = \(content.questionSet?.number ?? 0), masked = \(content.isMasked),
        ending = \(content.ending)
      WHERE id = \(old.id) RETURNING counted
      """
    ) { row in try row.bool(0) }
    if counted == true {
      changes.count(old, by: -1)
      changes.count(new, by: 1)
    }
    if old.content.comment != content.comment { try index(old.id, in: transaction) }
  }

  /// Takes a response out of the counts (spam) or back in; nothing where it is so already.
  static func setCounted(
    _ isCounted: Bool, _ id: UUIDv7, counting changes: inout CountChanges,
    in transaction: Transaction
  ) throws {
    let changed = try transaction.execute(
      """
      UPDATE reviews_responses SET counted = \(isCounted)
      WHERE id = \(id) AND counted <> \(isCounted)
      """)
    guard changed == 1, let response = try response(id, in: transaction) else { return }
    // It was shown, whatever somebody wrote into it.
    changes.count(response, by: isCounted ? 1 : -1, wasOffered: true)
    if !response.content.comment.isEmpty { try KeywordStore.enqueue([id], in: transaction) }
  }

  static func response(_ id: UUIDv7, in source: some Queryable) throws -> ReviewResponse? {
    try source.first(selection + "WHERE id = \(id)", response(from:))
  }

  /// Those of these responses that are stored.
  static func responses(
    _ ids: [UUIDv7], in source: some Queryable
  ) throws -> [UUIDv7: ReviewResponse] {
    var found: [UUIDv7: ReviewResponse] = [:]
    guard try areSome(among: ids, in: source) else { return found }
    for start in stride(from: 0, to: ids.count, by: idsAtOnce) {
      var some = Array(ids[start..<min(start + idsAtOnce, ids.count)])
      // Always as many, so that there is one statement to prepare.
      some += Array(repeating: some[0], count: idsAtOnce - some.count)
      let list = SQL.joined(some.map { "\($0)" }, separator: ", ")
      try source.forEach(selection + "WHERE id IN (\(list))") { row in
        let response = try response(from: row)
        found[response.id] = response
      }
    }
    return found
  }

  /// Whether any response is stored from the least to the greatest id: none is where new ones come
  /// in the order of time.
  private static func areSome(among ids: [UUIDv7], in source: some Queryable) throws -> Bool {
    guard let least = ids.min(), let greatest = ids.max() else { return false }
    return try source.first(
      "SELECT 1 FROM reviews_responses WHERE id >= \(least) AND id <= \(greatest) LIMIT 1"
    ) { _ in true } ?? false
  }

  private static let idsAtOnce = 50

  /// Responses in the order of their ids, for an export page by page.
  static func page(
    after id: String, limit: Int, in source: some Queryable
  ) throws -> [ReviewResponse] {
    try source.all(selection + "WHERE id > \(id) ORDER BY id LIMIT \(limit)", response(from:))
  }

  /// What the last response to a service in some months was asked; nil where that is not known.
  static func lastQuestionSet(
    of service: Slug, in months: ClosedRange<YearMonth>, from source: some Queryable
  ) throws -> QuestionSet.Version? {
    let end = months.upperBound.next.firstDay.start
    return try source.first(
      """
      SELECT question_set, question_set_version FROM reviews_responses
      WHERE service = \(service.description) AND received_at >= \(months.lowerBound.firstDay.start)
        AND received_at < \(end)
      ORDER BY received_at DESC, id DESC LIMIT 1
      """
    ) { row in
      let version = try row.int(1)
      return Slug(try row.text(0)).map { QuestionSet.Version($0, version) }
    } ?? nil
  }

  private static func index(_ id: UUIDv7, in transaction: Transaction) throws {
    try comments.enqueue(id.description, in: transaction)
    transaction.wake("reviews.index-comments")
    try KeywordStore.enqueue([id], in: transaction)
  }

  static let selection: SQL =
    """
    SELECT id, service, score, goal, ease, clarity, nps, reasons, comment, channel, place, language,
      received_at, dated, question_set, question_set_version, masked, ending
    FROM reviews_responses\u{20}
    """

  static func response(from row: Row) throws -> ReviewResponse {
    guard let service = Slug(try row.text(1)), let score = Score(rawValue: try row.int(2)) else {
      throw StoreError(.wrongType, "a stored response cannot be read")
    }
    let version = try row.int(15)
    let content = ReviewContent(
      score: score, goal: try row.valueOrNil(3, as: Goal.self), ease: try row.intOrNil(4),
      clarity: try row.intOrNil(5), nps: try row.intOrNil(6),
      reasons: try row.text(7).separatedBySemicolons.map { Reason($0) },
      comment: try row.text(8), channel: try row.value(9, as: Channel.self),
      place: try row.text(10), language: try row.value(11, as: Language.self),
      ending: try row.valueOrNil(17, as: Ending.self),
      questionSet: Slug(try row.text(14)).map { QuestionSet.Version($0, version) },
      isMasked: try row.bool(16))
    return ReviewResponse(
      id: try row.uuid(0), service: service, content: content,
      receivedAt: try row.timestamp(12), isDated: try row.bool(13))
  }
}

extension ReviewContent {
  /// The reasons as they are stored and exchanged.
  var reasonsText: String { reasons.map(\.description).joined(separator: ";") }
}
