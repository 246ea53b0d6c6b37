import YuiStorage

extension ReviewMigrations {
  /// What is left of responses that are kept as counts, and how far that came.
  static let keeping = Migration(
    9, "responses kept as counts",
    [
      """
      CREATE TABLE reviews_folded (
        day TEXT NOT NULL,
        service TEXT NOT NULL REFERENCES reviews_services (slug),
        score BIGINT NOT NULL,
        responses BIGINT NOT NULL,
        PRIMARY KEY (day, service, score)
      )
      """,
      """
      CREATE TABLE reviews_keeping (
        day TEXT PRIMARY KEY,
        received_at BIGINT NOT NULL,
        id TEXT NOT NULL,
        folded BIGINT NOT NULL,
        erased BIGINT NOT NULL,
        ended BIGINT NOT NULL
      )
      """,
    ])
}
