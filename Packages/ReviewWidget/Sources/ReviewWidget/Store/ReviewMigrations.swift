import YuiCasework
import YuiStorage

/// The tables of the review widget, in the order they came.
enum ReviewMigrations {
  static let all = [
    Migration(
      1, "services, responses, tallies and rollups",
      [
        """
        CREATE TABLE reviews_services (
          slug TEXT PRIMARY KEY,
          kind TEXT NOT NULL,
          name_ja TEXT NOT NULL,
          name_en TEXT NOT NULL,
          department TEXT NOT NULL,
          channels TEXT NOT NULL,
          status TEXT NOT NULL,
          url TEXT NOT NULL
        )
        """,
        "CREATE INDEX reviews_services_name_ja ON reviews_services (name_ja)",
        """
        CREATE TABLE reviews_responses (
          id TEXT PRIMARY KEY,
          service TEXT NOT NULL REFERENCES reviews_services (slug),
          score BIGINT NOT NULL,
          reasons TEXT NOT NULL,
          comment TEXT NOT NULL,
          channel TEXT NOT NULL,
          place TEXT NOT NULL,
          language TEXT NOT NULL,
          received_at BIGINT NOT NULL,
          dated BIGINT NOT NULL
        )
        """,
        "CREATE INDEX reviews_responses_received ON reviews_responses (received_at, id)",
        """
        CREATE INDEX reviews_responses_service
        ON reviews_responses (service, received_at, id)
        """,
        """
        CREATE TABLE reviews_tallies (
          service TEXT NOT NULL REFERENCES reviews_services (slug),
          month TEXT NOT NULL,
          score BIGINT NOT NULL,
          responses BIGINT NOT NULL,
          PRIMARY KEY (service, month, score)
        )
        """,
        """
        CREATE TABLE reviews_rollups (
          service TEXT NOT NULL REFERENCES reviews_services (slug),
          month TEXT NOT NULL,
          score BIGINT NOT NULL,
          responses BIGINT NOT NULL,
          PRIMARY KEY (service, month, score)
        )
        """,
      ]),
    Migration(2, "index of the words of comments") { transaction in
      try ResponseStore.comments.create(in: transaction)
    },
    figures,
    places,
    overview,
    improvements,
    cases,
    origins,
    keeping,
    endings,
    states,
    openCases,
  ]

  private static let openCases = Migration(12, "open cases by service") { transaction in
    try ReviewCases.definition.countOpenCases(in: transaction)
  }

  /// Cases for what people wrote; those of older comments are opened by a task, a few at a time.
  private static let cases = Migration(7, "cases") { transaction in
    try ReviewCases.definition.createTables(in: transaction)
    for statement in [PublishedComments.index, CaseBackfill.table, CaseBackfill.start] {
      try transaction.execute(statement)
    }
  }
}
