import YuiStorage

extension ReviewMigrations {
  /// Databases from before had the published states under another key, which refuses two states of
  /// the same number.
  static let states = Migration(
    11, "published states by how many they tell of",
    [
      "ALTER TABLE reviews_published_states RENAME TO reviews_published_states_before",
      publishedStates,
      """
      INSERT INTO reviews_published_states (service, figure, respondents, number, state)
      SELECT service, figure, respondents, number, state FROM reviews_published_states_before
      """,
      "DROP TABLE reviews_published_states_before",
    ])

  /// The states of a figure that tell of as many people are told apart by number.
  static let publishedStates: SQL =
    """
    CREATE TABLE reviews_published_states (
      service TEXT NOT NULL REFERENCES reviews_services (slug),
      figure TEXT NOT NULL,
      respondents BIGINT NOT NULL,
      number BIGINT NOT NULL,
      state TEXT NOT NULL,
      PRIMARY KEY (service, figure, respondents, number)
    )
    """
}
