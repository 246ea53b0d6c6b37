import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// What is new among the responses, without a word of what anybody wrote.
enum ResponseDigest {
  static let digest = ModuleDigest(
    "digest", title: LocalizedText(ja: "新しい評価", en: "New responses"),
    permission: ReviewPermission.read, compose: compose)

  private struct ServiceCount {
    let slug: String
    let name: LocalizedText
    let responses: Int
    let comments: Int
    let poor: Int
  }

  private static func compose(
    _ span: Range<Timestamp>, in snapshot: Snapshot
  ) throws -> DigestContent? {
    let counts = try counts(span, in: snapshot)
    guard !counts.isEmpty else { return nil }
    let (responses, comments) = counts.reduce((0, 0)) {
      ($0.0 + $1.responses, $0.1 + $1.comments)
    }
    return DigestContent(
      subject: LocalizedText(
        ja: "新しい評価 \(responses)件（ご意見 \(comments)件）",
        en: "\(responses) new responses (\(comments) with a comment)"),
      lines: counts.map(line)
        + [.init(LocalizedText(ja: "受信箱", en: "Inbox"), path: "/staff/reviews")],
      data: [
        "from": .string(span.lowerBound.rfc3339), "until": .string(span.upperBound.rfc3339),
        "responses": .integer(Int64(responses)), "comments": .integer(Int64(comments)),
        "services": .array(
          counts.map { count in
            [
              "slug": .string(count.slug), "responses": .integer(Int64(count.responses)),
              "comments": .integer(Int64(count.comments)), "poor": .integer(Int64(count.poor)),
              "path": .string("/staff/reviews?topic=\(count.slug)"),
            ]
          }),
      ])
  }

  private static func line(_ count: ServiceCount) -> DigestContent.Line {
    DigestContent.Line(
      LocalizedText(
        ja: "\(count.name[.ja])：\(count.responses)件、ご意見 \(count.comments)件、"
          + "評価1・2 \(count.poor)件",
        en: "\(count.name[.en]): \(count.responses), \(count.comments) with a comment, "
          + "\(count.poor) rated 1 or 2"),
      path: "/staff/reviews?topic=\(count.slug)")
  }

  private static func counts(
    _ span: Range<Timestamp>, in snapshot: Snapshot
  ) throws -> [ServiceCount] {
    try snapshot.all(
      """
      SELECT services.slug, services.name_ja, services.name_en, COUNT(*),
        COUNT(*) FILTER (WHERE responses.comment <> ''),
        COUNT(*) FILTER (WHERE responses.score <= 2)
      FROM reviews_responses AS responses
      JOIN reviews_services AS services ON services.slug = responses.service
      WHERE responses.received_at >= \(span.lowerBound)
        AND responses.received_at < \(span.upperBound) AND responses.counted = 1
      GROUP BY services.slug, services.name_ja, services.name_en
      ORDER BY 4 DESC, services.slug LIMIT 50
      """
    ) { row in
      ServiceCount(
        slug: try row.text(0), name: LocalizedText(ja: try row.text(1), en: try row.text(2)),
        responses: try row.int(3), comments: try row.int(4), poor: try row.int(5))
    }
  }
}
