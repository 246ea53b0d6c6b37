import YuiStatistics
import YuiStorage
import YuiText

/// The improvements of one tenant: all their SQL.
enum ImprovementStore {
  /// The number of the next one.
  static func nextNumber(in source: some Queryable) throws -> Int {
    try source.first("SELECT COALESCE(MAX(number), 0) + 1 FROM reviews_improvements") {
      try $0.int(0)
    } ?? 1
  }

  /// Adds an improvement or replaces the one of its number.
  static func put(_ improvement: Improvement, in transaction: Transaction) throws {
    try transaction.execute(
      """
      INSERT INTO reviews_improvements
        (number, service, title, finding, plan, owner, due, state, done_on, is_public)
      VALUES (\(improvement.number), \(improvement.service.description), \(improvement.title),
        \(improvement.finding), \(improvement.plan), \(improvement.owner), \(improvement.due),
        \(improvement.state), \(improvement.doneOn), \(improvement.isPublic))
      ON CONFLICT (number) DO UPDATE SET
        service = excluded.service, title = excluded.title, finding = excluded.finding,
        plan = excluded.plan, owner = excluded.owner, due = excluded.due,
        state = excluded.state, done_on = excluded.done_on, is_public = excluded.is_public
      """)
    transaction.raisePublicVersion()
  }

  static func improvement(_ number: Int, in source: some Queryable) throws -> Improvement? {
    try source.first(selection + "WHERE number = \(number)", improvement(from:))
  }

  /// The oldest of this title, as a file without numbers names it.
  static func improvement(
    titled title: String, of service: Slug, in source: some Queryable
  ) throws -> Improvement? {
    try source.first(
      selection
        + """
        WHERE service = \(service.description) AND title = \(title) ORDER BY number LIMIT 1
        """, improvement(from:))
  }

  /// Improvements in the order of their numbers, for an export page by page.
  static func page(
    after number: Int, limit: Int, in source: some Queryable
  ) throws -> [Improvement] {
    try source.all(
      selection + "WHERE number > \(number) ORDER BY number LIMIT \(limit)", improvement(from:))
  }

  /// Those in one state, the newest first.
  static func all(
    _ state: Improvement.State, of service: Slug?, limit: Int, in source: some Queryable
  ) throws -> [Improvement] {
    var condition: SQL = "state = \(state)"
    if let service { condition = "\(condition) AND service = \(service.description)" }
    return try source.all(
      selection + "WHERE \(condition) ORDER BY number DESC LIMIT \(limit)", improvement(from:))
  }

  /// What everybody may see of a service, the newest first.
  static func published(
    of service: Slug, limit: Int = 100, in source: some Queryable
  ) throws -> [Improvement] {
    try source.all(
      selection
        + """
        WHERE service = \(service.description) AND is_public = 1
        ORDER BY number DESC LIMIT \(limit)
        """, improvement(from:))
  }

  // MARK: Responses

  /// Notes that a response led to an improvement; false where that was noted before.
  static func link(
    _ response: UUIDv7, to improvement: Int, in transaction: Transaction
  ) throws -> Bool {
    try transaction.execute(
      """
      INSERT INTO reviews_improvement_responses (improvement, response)
      VALUES (\(improvement), \(response)) ON CONFLICT (improvement, response) DO NOTHING
      """) == 1
  }

  static func unlink(
    _ response: UUIDv7, from improvement: Int, in transaction: Transaction
  ) throws -> Bool {
    try transaction.execute(
      """
      DELETE FROM reviews_improvement_responses
      WHERE improvement = \(improvement) AND response = \(response)
      """) == 1
  }

  /// The responses that led to an improvement, the newest first.
  static func responses(
    of improvement: Int, limit: Int = 100, in source: some Queryable
  ) throws -> [ReviewResponse] {
    try source.all(
      ResponseStore.selection
        + """
        WHERE id IN (
          SELECT response FROM reviews_improvement_responses WHERE improvement = \(improvement))
        ORDER BY received_at DESC, id DESC LIMIT \(limit)
        """, ResponseStore.response(from:))
  }

  /// The improvements that a response led to.
  static func improvements(
    of response: UUIDv7, in source: some Queryable
  ) throws -> [Improvement] {
    try source.all(
      selection
        + """
        WHERE number IN (
          SELECT improvement FROM reviews_improvement_responses WHERE response = \(response))
        ORDER BY number DESC
        """, improvement(from:))
  }

  // MARK: Scores

  /// The scores given to a service from one day through another, as they are this moment.
  static func distribution(
    of service: Slug, from first: CalendarDate, through last: CalendarDate,
    in source: some Queryable
  ) throws -> RatingDistribution {
    var distribution = RatingDistribution()
    try source.forEach(
      """
      SELECT score, CAST(SUM(responses) AS BIGINT) FROM reviews_days
      WHERE service = \(service.description) AND day >= \(first) AND day <= \(last)
      GROUP BY score
      """
    ) { row in distribution[try row.int(0)] = try row.int(1) }
    return distribution
  }

  private static let selection: SQL =
    """
    SELECT number, service, title, finding, plan, owner, due, state, done_on, is_public
    FROM reviews_improvements\u{20}
    """

  private static func improvement(from row: Row) throws -> Improvement {
    guard let service = Slug(try row.text(1)),
      let state = Improvement.State(rawValue: try row.text(7))
    else { throw StoreError(.wrongType, "a stored improvement cannot be read") }
    return Improvement(
      number: try row.int(0), service: service, title: try row.text(2),
      finding: try row.text(3), plan: try row.text(4), owner: try row.text(5),
      due: try row.textOrNil(6).flatMap(CalendarDate.init(iso:)), state: state,
      doneOn: try row.textOrNil(8).flatMap(CalendarDate.init(iso:)), isPublic: try row.bool(9))
  }
}
