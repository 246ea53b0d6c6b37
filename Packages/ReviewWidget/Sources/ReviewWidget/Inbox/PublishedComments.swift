import YuiCasework
import YuiStorage
import YuiText

/// A comment that staff published, with the reply that a person released.
struct PublishedComment: Sendable, Hashable {
  /// Its place among the others.
  let position: CasePosition
  let text: String
  /// The language it was asked in.
  let language: Language
  /// The day it came; nil where that is not known.
  let date: CalendarDate?
  let reply: String?
  let repliedOn: CalendarDate?
}

/// The comments that the public may read: all SQL about them.
enum PublishedComments {
  /// The walk through the published comments of a service.
  static let index: SQL =
    """
    CREATE INDEX reviews_cases_published ON reviews_cases (topic, received_at, number)
    WHERE state = 'published'
    """

  /// The newest comments of a service, or those behind one.
  static func page(
    of service: Slug, after position: CasePosition? = nil, limit: Int, in source: some Queryable
  ) throws -> [PublishedComment] {
    let behind: SQL =
      position.map {
        "AND (cases.received_at, cases.number) < (\($0.receivedAt), \($0.number))"
      } ?? ""
    return try source.all(
      """
      SELECT cases.number, responses.comment, responses.language, responses.received_at,
        responses.dated, replies.body, replies.released_at
      FROM reviews_cases AS cases
      JOIN reviews_responses AS responses ON responses.id = cases.subject
      LEFT JOIN reviews_case_replies AS replies ON replies.number = cases.number
      WHERE cases.state = 'published' AND cases.topic = \(service.description)
        AND cases.merged_into IS NULL AND responses.comment <> '' \(behind)
      ORDER BY cases.received_at DESC, cases.number DESC LIMIT \(limit)
      """
    ) { row in
      guard let language = Language(rawValue: try row.text(2)) else {
        throw StoreError(.wrongType, "a stored response cannot be read")
      }
      return PublishedComment(
        position: CasePosition(receivedAt: try row.timestamp(3), number: try row.int(0)),
        text: try row.text(1), language: language,
        date: try row.bool(4) ? try row.timestamp(3).date : nil, reply: try row.textOrNil(5),
        repliedOn: try row.timestampOrNil(6)?.date)
    }
  }
}
