import YuiStorage
import YuiText

/// How many comments hold each word, by service and score: all their SQL.
///
/// Beside the counts of each service stand those of all services, under the empty slug; beside those
/// of the words stands the number of comments that were read, under the empty word. What was counted
/// of a response is kept with its id, so that it can be taken back.
enum KeywordStore {
  /// What was counted of a response.
  struct Counted: Hashable {
    let service: Slug
    let band: ScoreBand
    let words: [String]
  }

  /// A response whose words are to be counted anew.
  struct Noted {
    let id: String
    fileprivate let mark: Int64
  }

  /// Notes that a comment is new, has changed or no longer counts.
  static func enqueue(_ ids: [UUIDv7], in transaction: Transaction) throws {
    let mark = Int64.random(in: .min ... .max)
    try transaction.execute(rows: ids.map { "(\($0), \(mark))" }) { rows in
      """
      INSERT INTO reviews_keywords_queue (id, mark) VALUES \(rows)
      ON CONFLICT (id) DO UPDATE SET mark = excluded.mark
      """
    }
    transaction.wake("reviews.keywords")
  }

  static func noted(limit: Int, in source: some Queryable) throws -> [Noted] {
    try source.all("SELECT id, mark FROM reviews_keywords_queue LIMIT \(limit)") { row in
      Noted(id: try row.text(0), mark: try row.int64(1))
    }
  }

  /// How many comments wait to be read.
  static func lag(_ source: some Queryable) throws -> Int {
    try source.first("SELECT COUNT(*) FROM reviews_keywords_queue") { try $0.int(0) } ?? 0
  }

  /// Takes a response off the list, unless it was noted again meanwhile; whether it was taken.
  static func settle(_ noted: Noted, in transaction: Transaction) throws -> Bool {
    try transaction.execute(
      "DELETE FROM reviews_keywords_queue WHERE id = \(noted.id) AND mark = \(noted.mark)") == 1
  }

  /// The comment of a response that counts; nil where there is none.
  static func comment(
    _ id: String, in source: some Queryable
  ) throws -> (service: Slug, band: ScoreBand, text: String, language: Language)? {
    try source.first(
      """
      SELECT service, score, comment, language FROM reviews_responses
      WHERE id = \(id) AND counted = 1 AND comment <> ''
      """
    ) { row in
      guard let service = Slug(try row.text(0)), let score = Score(rawValue: try row.int(1)),
        let language = Language(rawValue: try row.text(3))
      else { throw StoreError(.wrongType, "a stored response cannot be read") }
      return (service, ScoreBand(score), try row.text(2), language)
    }
  }

  static func counted(_ id: String, in source: some Queryable) throws -> Counted? {
    try source.first(
      "SELECT service, band, words FROM reviews_keywords_counted WHERE id = \(id)"
    ) { row in
      guard let service = Slug(try row.text(0)), let band = ScoreBand(rawValue: try row.text(1))
      else { throw StoreError(.wrongType, "counted words cannot be read") }
      return Counted(
        service: service, band: band,
        words: try row.text(2).split(separator: "\n").map(String.init))
    }
  }

  /// Keeps what was counted of a response; nil where nothing is any more.
  static func keep(_ counted: Counted?, of id: String, in transaction: Transaction) throws {
    guard let counted else {
      try transaction.execute("DELETE FROM reviews_keywords_counted WHERE id = \(id)")
      return
    }
    try transaction.execute(
      """
      INSERT INTO reviews_keywords_counted (id, service, band, words)
      VALUES (\(id), \(counted.service.description), \(counted.band),
        \(counted.words.joined(separator: "\n")))
      ON CONFLICT (id) DO UPDATE SET service = excluded.service, band = excluded.band,
        words = excluded.words
      """)
  }

  /// Changes counts; rows of 0 go.
  static func add(_ changes: KeywordChanges, in transaction: Transaction) throws {
    let rows: [SQL] = changes.counts.map { key, change in
      "(\(key.service), \(key.band), \(key.word), \(change))"
    }
    for start in stride(from: 0, to: rows.count, by: 200) {
      let values = SQL.joined(
        Array(rows[start..<min(start + 200, rows.count)]), separator: ", ")
      try transaction.execute(
        """
        INSERT INTO reviews_keywords (service, band, word, responses) VALUES \(values)
        ON CONFLICT (service, band, word)
        DO UPDATE SET responses = reviews_keywords.responses + excluded.responses
        """)
    }
    for (key, change) in changes.counts where change < 0 {
      try transaction.execute(
        """
        DELETE FROM reviews_keywords WHERE service = \(key.service) AND band = \(key.band)
          AND word = \(key.word) AND responses = 0
        """)
    }
  }

  /// The most frequent words of a service, or of all.
  static func frequent(
    in service: Slug?, _ band: ScoreBand, limit: Int, from source: some Queryable
  ) throws -> [String] {
    try source.all(
      """
      SELECT word FROM reviews_keywords
      WHERE service = \(service?.description ?? "") AND band = \(band) AND word <> ''
      ORDER BY responses DESC, word LIMIT \(limit)
      """
    ) { try $0.text(0) }
  }

  /// The counts of some words by score, of a service or of all; those of the empty word are the
  /// comments that were read.
  static func counts(
    of words: [String], in service: Slug?, from source: some Queryable
  ) throws -> [String: [ScoreBand: Int]] {
    var counts: [String: [ScoreBand: Int]] = [:]
    let list = SQL.joined(([""] + words).map { "\($0)" }, separator: ", ")
    try source.forEach(
      """
      SELECT word, band, responses FROM reviews_keywords
      WHERE service = \(service?.description ?? "") AND word IN (\(list))
        AND band IN (\(ScoreBand.low), \(ScoreBand.middle), \(ScoreBand.high))
      """
    ) { row in
      guard let band = ScoreBand(rawValue: try row.text(1)) else { return }
      counts[try row.text(0), default: [:]][band] = try row.int(2)
    }
    return counts
  }
}
