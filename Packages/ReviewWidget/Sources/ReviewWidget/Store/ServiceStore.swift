import YuiStorage
import YuiText

/// The services of one tenant: all their SQL.
enum ServiceStore {
  /// Services after a slug, in the order of their slugs.
  static func page(
    after slug: String, limit: Int, in source: some Queryable
  ) throws -> [ReviewedService] {
    try source.all(
      selection + "WHERE slug > \(slug) ORDER BY slug LIMIT \(limit)", service(from:))
  }

  static func service(_ slug: Slug, in source: some Queryable) throws -> ReviewedService? {
    try source.first(selection + "WHERE slug = \(slug.description)", service(from:))
  }

  /// The service of this slug or exact Japanese name, as files name one.
  static func service(named name: String, in source: some Queryable) throws -> ReviewedService? {
    if let slug = Slug(name), let service = try service(slug, in: source) { return service }
    return try source.first(
      selection + "WHERE name_ja = \(name) ORDER BY slug LIMIT 1", service(from:))
  }

  /// How many services ask each question set.
  static func uses(in source: some Queryable) throws -> [Slug: Int] {
    var uses: [Slug: Int] = [:]
    try source.forEach(
      "SELECT question_set, COUNT(*) FROM reviews_services GROUP BY question_set"
    ) { row in
      if let slug = Slug(try row.text(0)) { uses[slug] = try row.int(1) }
    }
    return uses
  }

  /// Adds a service or replaces the one of its slug; it asks the newest version of its questions.
  static func put(_ service: ReviewedService, in transaction: Transaction) throws {
    try transaction.execute(
      """
      INSERT INTO reviews_services
        (slug, kind, name_ja, name_en, department, channels, status, url, question_set,
          question_set_version, published_fields, origins)
      VALUES (\(service.slug.description), \(service.kind), \(service.name[.ja]),
        \(service.nameEn), \(service.department), \(text(of: service.channels)),
        \(service.status), \(service.url), \(service.questionSet.slug.description),
        COALESCE((SELECT MAX(version) FROM reviews_question_sets
          WHERE slug = \(service.questionSet.slug.description)), 1),
        \(PublishedField.text(of: service.publishedFields)),
        \(service.origins.joined(separator: " ")))
      ON CONFLICT (slug) DO UPDATE SET
        kind = excluded.kind, name_ja = excluded.name_ja, name_en = excluded.name_en,
        department = excluded.department, channels = excluded.channels,
        status = excluded.status, url = excluded.url, question_set = excluded.question_set,
        question_set_version = excluded.question_set_version,
        published_fields = excluded.published_fields, origins = excluded.origins
      """)
    transaction.raisePublicVersion()
  }

  /// A free slug: from the name where it is ASCII, otherwise kind and number (`counter-12`).
  static func freeSlug(
    for name: String, kind: ReviewedService.Kind, in source: some Queryable
  ) throws -> Slug {
    if let slug = Slug(fromName: name), try service(slug, in: source) == nil { return slug }
    let taken = Set(
      try source.all(
        """
        SELECT slug FROM reviews_services
        WHERE slug >= \(kind.rawValue + "-") AND slug < \(kind.rawValue + ".")
        """
      ) { row in try row.text(0) })
    var number = 1
    while taken.contains("\(kind.rawValue)-\(number)") { number += 1 }
    guard let slug = Slug("\(kind.rawValue)-\(number)") else {
      throw StoreError(.wrongType, "a kind's name is no slug")
    }
    return slug
  }

  private static let selection: SQL =
    """
    SELECT slug, kind, name_ja, name_en, department, channels, status, url, question_set,
      question_set_version, published_fields, origins
    FROM reviews_services\u{20}
    """

  private static func service(from row: Row) throws -> ReviewedService {
    guard let slug = Slug(try row.text(0)),
      let kind = ReviewedService.Kind(rawValue: try row.text(1)),
      let status = ReviewedService.Status(rawValue: try row.text(6)),
      let questionSet = Slug(try row.text(8))
    else { throw StoreError(.wrongType, "a stored service cannot be read") }
    return ReviewedService(
      slug: slug, kind: kind,
      name: LocalizedText(ja: try row.text(2), en: try row.text(3)),
      department: try row.text(4), channels: channels(in: try row.text(5)), status: status,
      url: try row.text(7),
      questionSet: QuestionSet.Version(questionSet, try row.int(9)),
      publishedFields: fields(in: try row.text(10)),
      origins: try row.text(11).split(separator: " ").map(String.init))
  }

  /// Most services take every channel, and a service is read for each response.
  private static func channels(in text: String) -> Set<Channel> {
    text == allChannelsText
      ? allChannels
      : Set(text.split(separator: " ").compactMap { Channel(rawValue: String($0)) })
  }

  private static func fields(in text: String) -> Set<PublishedField> {
    text == usualFieldsText ? PublishedField.usual : PublishedField.set(in: text)
  }

  private static let usualFieldsText = PublishedField.text(of: PublishedField.usual)
  private static let allChannels = Set(Channel.allCases)
  private static let allChannelsText = text(of: allChannels)

  private static func text(of channels: Set<Channel>) -> String {
    Channel.allCases.filter(channels.contains).map(\.rawValue).joined(separator: " ")
  }
}
