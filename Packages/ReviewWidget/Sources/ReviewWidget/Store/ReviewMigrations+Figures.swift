import YuiStorage
import YuiText

extension ReviewMigrations {
  /// Question sets, further answers, and figures that are published in releases.
  static let figures = Migration(3, "question sets, answers and releases of figures") {
    transaction in
    for statement in figureTables { try transaction.execute(statement) }
    for preset in QuestionSet.presets {
      try QuestionSetStore.add(
        preset, at: Timestamp(milliseconds: 0), in: transaction)
    }
    try countAnew(in: transaction)
  }

  private static let figureTables: [SQL] = [
    """
    CREATE TABLE reviews_question_sets (
      slug TEXT NOT NULL,
      version BIGINT NOT NULL,
      definition TEXT NOT NULL,
      reasons TEXT NOT NULL,
      created_at BIGINT NOT NULL,
      PRIMARY KEY (slug, version)
    )
    """,
    "ALTER TABLE reviews_services ADD COLUMN question_set TEXT NOT NULL DEFAULT 'short'",
    "ALTER TABLE reviews_services ADD COLUMN question_set_version BIGINT NOT NULL DEFAULT 1",
    """
    ALTER TABLE reviews_services ADD COLUMN published_fields TEXT NOT NULL DEFAULT
      'distribution mean top-two nps trend goal ease clarity reasons comments improvements'
    """,
    // Who took every channel there was takes paper cards too.
    """
    UPDATE reviews_services SET channels = 'web counter kiosk letter phone paper'
    WHERE channels = 'web counter kiosk letter phone'
    """,
    "ALTER TABLE reviews_responses ADD COLUMN goal TEXT",
    "ALTER TABLE reviews_responses ADD COLUMN ease BIGINT",
    "ALTER TABLE reviews_responses ADD COLUMN clarity BIGINT",
    "ALTER TABLE reviews_responses ADD COLUMN nps BIGINT",
    "ALTER TABLE reviews_responses ADD COLUMN question_set TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE reviews_responses ADD COLUMN question_set_version BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE reviews_responses ADD COLUMN masked BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE reviews_responses ADD COLUMN counted BIGINT NOT NULL DEFAULT 1",
    "ALTER TABLE reviews_rollups ADD COLUMN published BIGINT NOT NULL DEFAULT 0",
    """
    CREATE TABLE reviews_days (
      service TEXT NOT NULL REFERENCES reviews_services (slug),
      day TEXT NOT NULL,
      score BIGINT NOT NULL,
      responses BIGINT NOT NULL,
      PRIMARY KEY (service, day, score)
    )
    """,
    """
    CREATE TABLE reviews_measures (
      service TEXT NOT NULL REFERENCES reviews_services (slug),
      measure TEXT NOT NULL,
      value TEXT NOT NULL,
      responses BIGINT NOT NULL,
      PRIMARY KEY (service, measure, value)
    )
    """,
    // How many changes of a figure are missing until it is worth to look whether it can be told.
    """
    CREATE TABLE reviews_pending (
      service TEXT NOT NULL REFERENCES reviews_services (slug),
      figure TEXT NOT NULL,
      remaining BIGINT NOT NULL,
      PRIMARY KEY (service, figure)
    )
    """,
    """
    CREATE TABLE reviews_published (
      service TEXT NOT NULL REFERENCES reviews_services (slug),
      figure TEXT NOT NULL,
      state TEXT NOT NULL,
      PRIMARY KEY (service, figure)
    )
    """,
    publishedStates,
  ]

  /// Counts what was stored before anew, and publishes what of it can be.
  private static func countAnew(in transaction: Transaction) throws {
    var changes = CountChanges()
    var renamed: [(id: String, reasons: String)] = []
    let offered = Set(QuestionSet.short.reasons.map(\.code))
    try transaction.forEach(
      "SELECT id, service, score, reasons, channel, received_at, dated FROM reviews_responses"
    ) { row in
      var draft = ReviewDraft()
      draft.score = try row.int(2)
      draft.channel = try row.text(4)
      let old = try row.text(3)
      guard let service = Slug(try row.text(1)), var content = try? draft.checked().get() else {
        throw StoreError(.wrongType, "a stored response cannot be read")
      }
      content.reasons = old.split(separator: ";").map {
        Reason(String($0)).beside(content.score).offered(offered)
      }
      if content.reasonsText != old { renamed.append((try row.text(0), content.reasonsText)) }
      changes.count(
        ReviewResponse(
          id: try row.uuid(0), service: service, content: content,
          receivedAt: try row.timestamp(5), isDated: try row.bool(6)), by: 1)
    }
    for response in renamed {
      try transaction.execute(
        "UPDATE reviews_responses SET reasons = \(response.reasons) WHERE id = \(response.id)")
    }
    try transaction.forEach("SELECT service, month, score, responses FROM reviews_tallies") { row in
      guard let service = Slug(try row.text(0)), let score = Score(rawValue: try row.int(2)) else {
        throw StoreError(.wrongType, "a stored tally cannot be read")
      }
      changes.countTally(
        try row.int(3), service: service, month: YearMonth(iso: try row.text(1)), score: score)
    }
    try transaction.execute("DELETE FROM reviews_rollups")
    try changes.apply(in: transaction)
  }
}
