import YuiStorage
import YuiTenancy
import YuiText

/// The words of comments that everybody may know: the most frequent ones, each of so many
/// respondents as every published figure, renewed only with a release of their comments.
enum PublishedWords {
  struct Word: Hashable {
    let text: String
    let responses: Int
  }

  private static let most = 30

  static func of(_ service: Slug, in source: some Queryable) throws -> [Word] {
    let threshold = try ReviewWidget().settings(in: source).threshold
    return try source.all(
      """
      SELECT word, responses FROM reviews_published_words
      WHERE service = \(service.description) AND responses >= \(threshold)
      ORDER BY responses DESC, word
      """
    ) { Word(text: try $0.text(0), responses: try $0.int(1)) }
  }

  /// Publishes the words as they are counted now.
  static func renew(of service: Slug, threshold: Int, in transaction: Transaction) throws {
    try transaction.execute(
      "DELETE FROM reviews_published_words WHERE service = \(service.description)")
    try transaction.execute(
      """
      INSERT INTO reviews_published_words (service, word, responses)
      SELECT \(service.description), word, CAST(SUM(responses) AS BIGINT) FROM reviews_keywords
      WHERE service = \(service.description) AND word <> ''
      GROUP BY word HAVING SUM(responses) >= \(threshold)
      ORDER BY SUM(responses) DESC, word LIMIT \(most)
      """)
    transaction.raisePublicVersion()
  }
}
