import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// A notice of the example module, and its SQL.
struct Notice: Sendable, Hashable, Encodable {
  let slug: Slug
  let body: String

  private enum CodingKeys: CodingKey { case slug, body }

  init(slug: Slug, body: String) {
    self.slug = slug
    self.body = body
  }

  init(form: FormData) throws {
    guard let slug = form.first("slug").flatMap(Slug.init(_:)) else {
      throw HTTPProblem.invalid([
        HTTPProblem.InvalidField(
          "slug", LocalizedText(ja: "英小文字で入力してください。", en: "Use letters a-z."))
      ])
    }
    self.init(slug: slug, body: form.first("body") ?? "")
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(slug.description, forKey: .slug)
    try values.encode(body, forKey: .body)
  }

  static let migration = Migration(
    1, "notices",
    [
      """
      CREATE TABLE notices_items
        (slug TEXT PRIMARY KEY, body TEXT NOT NULL, place BIGINT NOT NULL)
      """
    ])

  /// Every notice, the oldest first.
  static func all(in source: some Queryable) throws -> [Notice] {
    try source.all("SELECT slug, body FROM notices_items ORDER BY place", notice(from:))
  }

  static func named(_ slug: Slug, in source: some Queryable) throws -> Notice? {
    try source.first(
      "SELECT slug, body FROM notices_items WHERE slug = \(slug.description)", notice(from:))
  }

  func put(in transaction: Transaction) throws {
    try transaction.execute(
      """
      INSERT INTO notices_items (slug, body, place)
      VALUES (\(slug.description), \(body),
        (SELECT COALESCE(MAX(place), 0) + 1 FROM notices_items))
      ON CONFLICT (slug) DO UPDATE SET body = excluded.body
      """)
    transaction.raisePublicVersion()
    transaction.wake("notices.tidy")
  }

  static func removeOldest(in transaction: Transaction) throws {
    try transaction.execute(
      "DELETE FROM notices_items WHERE place = (SELECT MIN(place) FROM notices_items)")
    transaction.raisePublicVersion()
  }

  private static func notice(from row: Row) throws -> Notice {
    guard let slug = Slug(try row.text(0)) else { throw StoreError(.wrongType, "no slug") }
    return Notice(slug: slug, body: try row.text(1))
  }
}

/// The notices as a table of `slug` and `body`, of which no two say the same.
struct NoticesDataset: Dataset {
  let definition = DatasetDefinition(
    name: "notices", title: LocalizedText(ja: "お知らせ", en: "Notices"),
    columns: [
      DatasetColumn("slug", label: LocalizedText(ja: "識別名", en: "Slug"), isRequired: true),
      DatasetColumn("body", label: LocalizedText(ja: "本文", en: "Text"), isRequired: true),
    ])
  let readPermission: Permission? = nil
  let importPermission: Permission = "notices:write"

  func record(from row: inout DatasetRow) throws -> Notice {
    Notice(
      slug: try row.required("slug", .slug), body: try row.required("body", .verbatim(max: 40)))
  }

  func apply(
    _ notice: Notice, from row: DatasetRow, run: inout ImportRun, in transaction: Transaction
  ) throws -> ImportOutcome {
    let old = try Notice.named(notice.slug, in: transaction)
    guard old != notice else { return .unchanged }
    let same = try Notice.all(in: transaction).first { $0.body == notice.body }
    if let same {
      throw row.problem(
        in: "body",
        LocalizedText(ja: "「\(same.slug)」と同じです。", en: "\(same.slug) says the same."))
    }
    try notice.put(in: transaction)
    return old == nil ? .created : .updated
  }

  func rows(after cursor: String, limit: Int, in snapshot: Snapshot) throws -> [ExportRow] {
    try snapshot.all(
      """
      SELECT slug, body FROM notices_items WHERE slug > \(cursor) ORDER BY slug LIMIT \(limit)
      """
    ) { ExportRow(cursor: try $0.text(0), cells: [try $0.text(0), try $0.text(1)]) }
  }
}

/// The notices as everybody may take them away.
struct PublishedNotices: PublishedTable {
  let name = "notices"
  let title = LocalizedText(ja: "お知らせ", en: "Notices")
  let summary = LocalizedText(ja: "掲示中のお知らせ。", en: "The \"notices\" on the board.")
  let columns = NoticesDataset().definition.columns

  func rows(
    after cursor: String, in source: some Queryable
  ) throws -> (rows: [[TableValue]], next: String?) {
    let notices = try source.all(
      "SELECT slug, body FROM notices_items WHERE slug > \(cursor) ORDER BY slug LIMIT 2"
    ) { (try $0.text(0), try $0.text(1)) }
    let rows = notices.map { [TableValue.text($0), .text($1)] }
    return (rows, notices.count == 2 ? notices.last?.0 : nil)
  }
}
