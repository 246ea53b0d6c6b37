import FoundationEssentials
import YuiStorage
import YuiText

/// The question sets of one tenant, every version: all their SQL.
enum QuestionSetStore {
  /// A version of a set.
  static func set(
    _ version: QuestionSet.Version, in source: some Queryable
  ) throws -> QuestionSet? {
    try source.first(
      """
      SELECT definition FROM reviews_question_sets
      WHERE slug = \(version.slug.description) AND version = \(version.number)
      """
    ) { row in try set(version, from: try row.text(0)) }
  }

  /// The newest version of each set, in the order of their slugs.
  static func newest(in source: some Queryable) throws -> [QuestionSet] {
    try source.all(
      """
      SELECT slug, version, definition FROM reviews_question_sets AS sets
      WHERE version = (SELECT MAX(version) FROM reviews_question_sets WHERE slug = sets.slug)
      ORDER BY slug
      """
    ) { row in
      guard let slug = Slug(try row.text(0)) else {
        throw StoreError(.wrongType, "a question set has no slug")
      }
      return try set(QuestionSet.Version(slug, try row.int(1)), from: try row.text(2))
    }
  }

  /// The newest version of a set.
  static func newestVersion(
    of slug: Slug, in source: some Queryable
  ) throws -> QuestionSet.Version? {
    try source.first(
      """
      SELECT version FROM reviews_question_sets WHERE slug = \(slug.description)
      ORDER BY version DESC LIMIT 1
      """
    ) { row in QuestionSet.Version(slug, try row.int(0)) }
  }

  /// The codes of the reasons that a version offers.
  static func reasonCodes(
    of version: QuestionSet.Version, in source: some Queryable
  ) throws -> Set<String> {
    try source.first(
      """
      SELECT reasons FROM reviews_question_sets
      WHERE slug = \(version.slug.description) AND version = \(version.number)
      """
    ) { row in Set(try row.text(0).split(separator: " ").map(String.init)) } ?? []
  }

  /// Adds a version, which services of the set ask from now on.
  static func add(
    _ set: QuestionSet, at now: Timestamp, in transaction: Transaction
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let definition = try encoder.encode(Definition(set))
    let (slug, number) = (set.version.slug.description, set.version.number)
    try transaction.execute(
      """
      INSERT INTO reviews_question_sets (slug, version, definition, reasons, created_at)
      VALUES (\(slug), \(number), \(String(decoding: definition, as: UTF8.self)),
        \(set.reasons.map(\.code).joined(separator: " ")), \(now))
      """)
    try transaction.execute(
      """
      UPDATE reviews_services SET question_set_version = \(number)
      WHERE question_set = \(slug)
      """)
    transaction.raisePublicVersion()
  }

  private static func set(
    _ version: QuestionSet.Version, from definition: String
  ) throws -> QuestionSet {
    let read = try JSONDecoder().decode(Definition.self, from: Data(definition.utf8))
    return QuestionSet(
      version, title: read.title,
      questions: Dictionary(
        read.questions.compactMap { name, question in
          QuestionKind(rawValue: name).map { ($0, question) }
        }, uniquingKeysWith: { first, _ in first }),
      reasons: read.reasons)
  }

  /// A set as it is stored.
  private struct Definition: Codable {
    let title: LocalizedText
    let questions: [String: Question]
    let reasons: [ReasonOption]

    init(_ set: QuestionSet) {
      title = set.title
      questions = Dictionary(
        set.questions.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
      reasons = set.reasons
    }
  }
}

/// What services ask, looked up once for many responses.
struct AskedQuestions {
  private var versions: [Slug: QuestionSet.Version] = [:]
  private var codes: [QuestionSet.Version: Set<String>] = [:]

  /// The content as an answer to a version of a question set.
  ///
  /// - Parameter version: nil for what the service asks now.
  mutating func content(
    _ content: ReviewContent, of service: Slug, _ version: QuestionSet.Version?,
    in source: some Queryable
  ) throws -> ReviewContent {
    let asked = try version ?? current(of: service, in: source)
    var content = content
    content.questionSet = asked
    guard !content.reasons.isEmpty else { return content }
    let offered = try codes[asked] ?? QuestionSetStore.reasonCodes(of: asked, in: source)
    codes[asked] = offered
    content.reasons = content.reasons.map { $0.offered(offered) }
    return content
  }

  private mutating func current(
    of service: Slug, in source: some Queryable
  ) throws -> QuestionSet.Version {
    if let known = versions[service] { return known }
    let version = try ServiceStore.service(service, in: source)?.questionSet ?? .usual
    versions[service] = version
    return version
  }
}
