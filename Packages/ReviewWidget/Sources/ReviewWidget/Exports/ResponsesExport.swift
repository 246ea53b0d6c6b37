import YuiStorage
import YuiText

/// Every answer of each response, a row each: what the dataset `review-responses` takes back in.
struct ResponsesExport: ExportTable {
  let filter: ResponseFilter

  let columns = [
    "id", "service", "score", "reasons", "comment", "channel", "place", "language", "at", "goal",
    "ease", "clarity", "nps", "question_set", "ending",
  ]

  func rows(
    after cursor: String, in source: some Queryable
  ) throws -> (rows: [[ExportCell]], next: String?) {
    let page = try filter.page(after: cursor, in: source)
    return (page.responses.map(row), page.next)
  }

  private func row(_ response: ReviewResponse) -> [ExportCell] {
    let content = response.content
    return [
      .text(response.id.description), .text(response.service.description),
      .integer(content.score.rawValue), .text(content.reasonsText), .text(content.comment),
      .text(content.channel.rawValue), .text(content.place), .text(content.language.rawValue),
      response.isDated ? .text(response.receivedAt.rfc3339) : .empty,
      ExportCell(content.goal?.rawValue), ExportCell(content.ease), ExportCell(content.clarity),
      ExportCell(content.nps), ExportCell(content.questionSet?.description),
      ExportCell(content.ending?.rawValue),
    ]
  }
}
