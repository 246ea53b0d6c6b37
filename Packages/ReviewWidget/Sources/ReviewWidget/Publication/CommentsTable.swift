import YuiCasework
import YuiOpenData
import YuiStorage
import YuiText

/// The comments that staff published, with their replies; of when, only the day is told.
struct CommentsTable: ExportTable {
  let columns = ["service", "date", "language", "comment", "reply", "replied_on"]

  private static let pageSize = 500

  /// Service after service, and the newest first of each; a cursor names the last of both.
  func rows(
    after cursor: String, in source: some Queryable
  ) throws -> (rows: [[TableValue]], next: String?) {
    let parts = cursor.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let position = parts.count == 2 ? CasePosition(parts[1]) : nil
    guard let service = try service(parts.first ?? "", isBegun: position != nil, in: source) else {
      return ([], nil)
    }
    let found =
      service.publishedFields.contains(.comments)
      ? try PublishedComments.page(
        of: service.slug, after: position, limit: Self.pageSize, in: source) : []
    let rows = found.map { comment -> [TableValue] in
      [
        .text(service.slug.description), TableValue(comment.date?.iso),
        .text(comment.language.rawValue), .text(comment.text), TableValue(comment.reply),
        TableValue(comment.repliedOn?.iso),
      ]
    }
    let last = found.count == Self.pageSize ? found.last?.position.description ?? "" : ""
    return (rows, "\(service.slug)|\(last)")
  }

  /// The service that a cursor is in, or the next one.
  private func service(
    _ slug: String, isBegun: Bool, in source: some Queryable
  ) throws -> ReviewedService? {
    if isBegun, let slug = Slug(slug) { return try ServiceStore.service(slug, in: source) }
    return try ServiceStore.page(after: slug, limit: 1, in: source).first
  }
}
