import YuiOpenData
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
  ) throws -> (rows: [[TableValue]], next: String?) {
    let page = try filter.page(after: cursor, in: source)
    return (page.responses.map(row), page.next)
  }

  private func row(_ response: ReviewResponse) -> [TableValue] {
    let content = response.content
    return [
      .text(response.id.description), .text(response.service.description),
      .integer(content.score.rawValue), .text(content.reasonsText), .text(content.comment),
      .text(content.channel.rawValue), .text(content.place), .text(content.language.rawValue),
      response.isDated ? .text(response.receivedAt.rfc3339) : .empty,
      TableValue(content.goal?.rawValue), TableValue(content.ease), TableValue(content.clarity),
      TableValue(content.nps), TableValue(content.questionSet?.description),
      TableValue(content.ending?.rawValue),
    ]
  }
}
