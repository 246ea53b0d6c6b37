import YuiOpenData
import YuiStorage
import YuiText

/// The upload file of the US form A-11, section 280: exactly 17 columns, a row for each response.
///
/// A driver is 1 where somebody ticked it, 0 where it was offered and left, and `null` where it was
/// not offered: by the version of the question set that the response was asked with. Touchpoints
/// takes the columns in any order.
struct A11Upload: ExportTable {
  let filter: ResponseFilter

  let columns =
    ["external_id", "question_1"]
    + Polarity.allCases.flatMap { polarity in
      ReasonOption.Driver.allCases.map { "\(polarity.rawValue)_\($0.rawValue)" }
    } + ["question_4"]

  func rows(
    after cursor: String, in source: some Queryable
  ) throws -> (rows: [[TableValue]], next: String?) {
    let page = try filter.page(after: cursor, in: source)
    let sets = try AskedSets(page.responses, in: source)
    return (page.responses.map { Self.row($0, asked: sets.set(of: $0)) }, page.next)
  }

  static func row(_ response: ReviewResponse, asked set: QuestionSet?) -> [TableValue] {
    let content = response.content
    let drivers = Polarity.allCases.flatMap { polarity in
      ReasonOption.Driver.allCases.map { driver in
        TableValue.text(tick(driver, polarity, of: content, asked: set))
      }
    }
    return [.text(response.id.description), .integer(content.score.rawValue)] + drivers
      + [.text(content.comment)]
  }

  private static func tick(
    _ driver: ReasonOption.Driver, _ polarity: Polarity, of content: ReviewContent,
    asked set: QuestionSet?
  ) -> String {
    let asked = set.flatMap { $0.asked(.reasons) == nil ? nil : $0.reasons } ?? []
    let offered = asked.filter { option in
      option.driver == driver && (option.polarity == nil || option.polarity == polarity)
    }
    if offered.isEmpty { return "null" }
    let codes = Set(offered.map(\.code))
    let isTicked = content.reasons.contains {
      $0.polarity == polarity && codes.contains($0.code)
    }
    return isTicked ? "1" : "0"
  }
}
