import YuiStorage
import YuiText

/// The places of one tenant: all their SQL.
enum PlaceStore {
  /// The places of a service in the order of their codes.
  static func places(of service: Slug, in source: some Queryable) throws -> [ReviewPlace] {
    try source.all(
      selection + "WHERE service = \(service.description) ORDER BY code LIMIT \(ReviewPlace.most)",
      place(from:))
  }

  static func place(
    _ code: Slug, of service: Slug, in source: some Queryable
  ) throws -> ReviewPlace? {
    try source.first(
      selection + "WHERE service = \(service.description) AND code = \(code.description)",
      place(from:))
  }

  /// The place of a service that a text names, as it stands in an address; nil for any other text.
  static func place(
    named code: String, of service: ReviewedService, in source: some Queryable
  ) throws -> ReviewPlace? {
    try Slug(code).flatMap { try place($0, of: service.slug, in: source) }
  }

  static func place(short: ShortCode, in source: some Queryable) throws -> ReviewPlace? {
    try source.first(selection + "WHERE short = \(short.description)", place(from:))
  }

  static func add(_ place: ReviewPlace, in transaction: Transaction) throws {
    try transaction.execute(
      """
      INSERT INTO reviews_places (service, code, name_ja, name_en, channel, short)
      VALUES (\(place.service.description), \(place.code.description), \(place.name[.ja]),
        \(place.nameEn), \(place.channel), \(place.short.description))
      """)
    transaction.raisePublicVersion()
  }

  /// Replaces names and channel; code and short address stay.
  static func change(_ place: ReviewPlace, in transaction: Transaction) throws {
    try transaction.execute(
      """
      UPDATE reviews_places
      SET name_ja = \(place.name[.ja]), name_en = \(place.nameEn), channel = \(place.channel)
      WHERE service = \(place.service.description) AND code = \(place.code.description)
      """)
    transaction.raisePublicVersion()
  }

  /// Takes a place away; responses keep its code.
  static func remove(_ place: ReviewPlace, in transaction: Transaction) throws {
    try transaction.execute(
      """
      DELETE FROM reviews_places
      WHERE service = \(place.service.description) AND code = \(place.code.description)
      """)
    transaction.raisePublicVersion()
  }

  /// A free code: from the name where it is ASCII, otherwise counted (`place-3`).
  static func freeCode(
    for name: String, of service: Slug, in source: some Queryable
  ) throws -> Slug {
    let taken = Set(try places(of: service, in: source).map(\.code))
    if let code = Slug(fromName: name), !taken.contains(code),
      code.description.utf8.count <= ReviewContent.longestPlace
    {
      return code
    }
    for number in 1...ReviewPlace.most {
      if let code = Slug("place-\(number)"), !taken.contains(code) { return code }
    }
    throw StoreError(.misuse, "a service has more places than it may have")
  }

  /// Places behind one, by service and code, for an export page by page.
  static func page(
    after: (service: String, code: String), limit: Int, in source: some Queryable
  ) throws -> [ReviewPlace] {
    try source.all(
      selection + """
        WHERE (service, code) > (\(after.service), \(after.code))
        ORDER BY service, code LIMIT \(limit)
        """, place(from:))
  }

  static func count(of service: Slug, in source: some Queryable) throws -> Int {
    try source.first(
      "SELECT COUNT(*) FROM reviews_places WHERE service = \(service.description)"
    ) { row in try row.int(0) } ?? 0
  }

  /// A short address that no place has.
  ///
  /// There are a thousand million: one that is taken is seldom drawn.
  static func freeShort(in source: some Queryable) throws -> ShortCode {
    while true {
      let short = ShortCode.random()
      if try place(short: short, in: source) == nil { return short }
    }
  }

  private static let selection: SQL =
    "SELECT service, code, name_ja, name_en, channel, short FROM reviews_places "

  private static func place(from row: Row) throws -> ReviewPlace {
    guard let service = Slug(try row.text(0)), let code = Slug(try row.text(1)),
      let channel = Channel(rawValue: try row.text(4)),
      let short = ShortCode(typed: try row.text(5))
    else { throw StoreError(.wrongType, "a stored place cannot be read") }
    return ReviewPlace(
      service: service, code: code,
      name: LocalizedText(ja: try row.text(2), en: try row.text(3)), channel: channel,
      short: short)
  }
}
