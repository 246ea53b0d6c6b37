import YuiStorage

extension ReviewMigrations {
  /// How it ended for who was asked; few responses say, and only those are in the index.
  static let endings = Migration(
    10, "how a service ended for who was asked",
    [
      "ALTER TABLE reviews_responses ADD COLUMN ending TEXT",
      """
      CREATE INDEX reviews_responses_ending ON reviews_responses (ending, received_at, id)
      WHERE ending IS NOT NULL
      """,
    ])
}
