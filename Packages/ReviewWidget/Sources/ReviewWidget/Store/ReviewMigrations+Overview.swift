import YuiStorage

extension ReviewMigrations {
  /// Words of comments, alarms, and forms shown by month.
  static let overview = Migration(
    5, "words, alarms and shown forms",
    [
      """
      CREATE TABLE reviews_keywords (
        service TEXT NOT NULL,
        band TEXT NOT NULL,
        word TEXT NOT NULL,
        responses BIGINT NOT NULL,
        PRIMARY KEY (service, band, word)
      )
      """,
      "CREATE INDEX reviews_keywords_frequent ON reviews_keywords (service, band, responses)",
      """
      CREATE TABLE reviews_keywords_counted (
        id TEXT PRIMARY KEY,
        service TEXT NOT NULL,
        band TEXT NOT NULL,
        words TEXT NOT NULL
      )
      """,
      "CREATE TABLE reviews_keywords_queue (id TEXT PRIMARY KEY, mark BIGINT NOT NULL)",
      """
      CREATE TABLE reviews_published_words (
        service TEXT NOT NULL REFERENCES reviews_services (slug),
        word TEXT NOT NULL,
        responses BIGINT NOT NULL,
        PRIMARY KEY (service, word)
      )
      """,
      """
      INSERT INTO reviews_keywords_queue (id, mark)
      SELECT id, 0 FROM reviews_responses WHERE comment <> ''
      """,
      """
      CREATE TABLE reviews_alarms (
        service TEXT NOT NULL REFERENCES reviews_services (slug),
        noticed_at BIGINT NOT NULL,
        kind TEXT NOT NULL,
        recent_satisfied BIGINT NOT NULL,
        recent_respondents BIGINT NOT NULL,
        usual_satisfied BIGINT NOT NULL,
        usual_respondents BIGINT NOT NULL,
        ended_at BIGINT,
        PRIMARY KEY (service, noticed_at)
      )
      """,
      "CREATE INDEX reviews_alarms_open ON reviews_alarms (ended_at, noticed_at)",
      """
      CREATE TABLE reviews_shown_months (
        service TEXT NOT NULL REFERENCES reviews_services (slug),
        month TEXT NOT NULL,
        unanswered BIGINT NOT NULL,
        PRIMARY KEY (service, month)
      )
      """,
    ])
}
