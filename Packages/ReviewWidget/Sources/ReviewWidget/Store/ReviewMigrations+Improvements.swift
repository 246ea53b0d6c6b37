import YuiStorage

extension ReviewMigrations {
  /// What is done about what residents say, and what they said.
  static let improvements = Migration(
    6, "improvements",
    [
      """
      CREATE TABLE reviews_improvements (
        number BIGINT PRIMARY KEY,
        service TEXT NOT NULL REFERENCES reviews_services (slug),
        title TEXT NOT NULL,
        finding TEXT NOT NULL,
        plan TEXT NOT NULL,
        owner TEXT NOT NULL,
        due TEXT,
        state TEXT NOT NULL,
        done_on TEXT,
        is_public BIGINT NOT NULL
      )
      """,
      "CREATE INDEX reviews_improvements_state ON reviews_improvements (state, number)",
      "CREATE INDEX reviews_improvements_service ON reviews_improvements (service, number)",
      """
      CREATE TABLE reviews_improvement_responses (
        improvement BIGINT NOT NULL REFERENCES reviews_improvements (number),
        response TEXT NOT NULL REFERENCES reviews_responses (id) ON DELETE CASCADE,
        PRIMARY KEY (improvement, response)
      )
      """,
      """
      CREATE INDEX reviews_improvement_responses_response
      ON reviews_improvement_responses (response)
      """,
    ])
}
