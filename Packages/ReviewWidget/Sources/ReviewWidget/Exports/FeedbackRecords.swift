import FoundationEssentials
import YuiOpenData
import YuiStorage
import YuiText

/// Feedback records, a row for each answer, with the field names of Formbricks.
///
/// A response is a `submission_id`; importing it again changes what is known. `user_id` is always
/// empty: nobody knows who sent a response.
struct FeedbackRecords: ExportTable {
  let filter: ResponseFilter

  let columns = [
    "submission_id", "collected_at", "source_type", "source_id", "source_name", "field_id",
    "field_label", "field_type", "field_group_id", "value_text", "value_number", "value_boolean",
    "value_date", "language", "metadata", "user_id",
  ]

  private struct Answer {
    let id: String
    let kind: QuestionKind
    let type: String
    var group = TableValue.empty
    var text = TableValue.empty
    var number = TableValue.empty
    var bool = TableValue.empty
  }

  func rows(
    after cursor: String, in source: some Queryable
  ) throws -> (rows: [[TableValue]], next: String?) {
    let page = try filter.page(after: cursor, in: source)
    let sets = try AskedSets(page.responses, in: source)
    var names: [Slug: String] = [:]
    for slug in Set(page.responses.map(\.service)) {
      names[slug] = try ServiceStore.service(slug, in: source)?.name[.ja]
    }
    let rows = page.responses.flatMap { response in
      answers(response.content).map { answer in
        row(
          answer, of: response, asked: sets.set(of: response),
          service: names[response.service] ?? "")
      }
    }
    return (rows, page.next)
  }

  private func row(
    _ answer: Answer, of response: ReviewResponse, asked set: QuestionSet?, service: String
  ) -> [TableValue] {
    let label = (set?.questions[answer.kind] ?? answer.kind.usual).label
    return [
      .text(response.id.description), .text(response.receivedAt.rfc3339), .text("survey"),
      .text(response.service.description), .text(service), .text(answer.id),
      .text(RubyText(label[response.content.language]).plain), .text(answer.type), answer.group,
      answer.text, answer.number, answer.bool, .empty,
      .text(response.content.language.rawValue), .text(metadata(response)), .empty,
    ]
  }

  private func answers(_ content: ReviewContent) -> [Answer] {
    var answers = [
      Answer(
        id: "score", kind: .score, type: "rating", number: .integer(content.score.rawValue))
    ]
    if let goal = content.goal {
      answers.append(
        Answer(id: "goal", kind: .goal, type: "categorical", text: .text(goal.rawValue)))
    }
    if let ease = content.ease {
      answers.append(Answer(id: "ease", kind: .ease, type: "rating", number: .integer(ease)))
    }
    if let clarity = content.clarity {
      answers.append(
        Answer(id: "clarity", kind: .clarity, type: "rating", number: .integer(clarity)))
    }
    for reason in content.reasons {
      answers.append(
        Answer(
          id: "reasons.\(reason.description)", kind: .reasons, type: "boolean",
          group: .text("reasons"), bool: .bool(true)))
    }
    if let nps = content.nps {
      answers.append(Answer(id: "nps", kind: .nps, type: "nps", number: .integer(nps)))
    }
    if !content.comment.isEmpty {
      answers.append(
        Answer(id: "comment", kind: .comment, type: "text", text: .text(content.comment)))
    }
    return answers
  }

  private func metadata(_ response: ReviewResponse) -> String {
    let content = response.content
    let values = [
      "channel": content.channel.rawValue, "place": content.place,
      "question_set": content.questionSet?.description ?? "",
      "ending": content.ending?.rawValue ?? "",
    ].filter { !$0.value.isEmpty }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(values)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
