import Testing
import YuiOpenData
import YuiStorage
import YuiText

@testable import ReviewWidget

@Suite("The files of form A-11")
struct A11Tests {
  // The header that Touchpoints takes, as its repository has it.
  private static let headers = [
    "external_id", "question_1", "positive_effectiveness", "positive_ease", "positive_efficiency",
    "positive_transparency", "positive_humanity", "positive_employee", "positive_other",
    "negative_effectiveness", "negative_ease", "negative_efficiency", "negative_transparency",
    "negative_humanity", "negative_employee", "negative_other", "question_4",
  ]

  private func response(
    _ score: Int, _ reasons: String, comment: String = ""
  ) throws
    -> ReviewResponse
  {
    var draft = ReviewDraft()
    draft.score = score
    draft.reasons = reasons.split(separator: ";").map(String.init)
    draft.comment = comment
    return ReviewResponse(
      id: UUIDv7(at: Timestamp(milliseconds: 0)), service: try #require(Slug("desk")),
      content: try draft.checked().get(), receivedAt: Timestamp(milliseconds: 0), isDated: true)
  }

  private func cells(_ response: ReviewResponse, _ set: QuestionSet?) -> [String: String] {
    Dictionary(
      zip(
        A11Upload(filter: ResponseFilter()).columns, A11Upload.row(response, asked: set).map(\.text)
      ),
      uniquingKeysWith: { first, _ in first })
  }

  @Test("The upload has exactly the 17 columns")
  func header() {
    #expect(A11Upload(filter: ResponseFilter()).columns == Self.headers)
  }

  @Test("A driver is 1 where it was ticked, 0 where it was offered, and null where it was not")
  func ticks() throws {
    let happy = cells(try response(5, "positive:ease;positive:employee", comment: "速い"), .a11)
    #expect(happy["question_1"] == "5")
    #expect(happy["positive_ease"] == "1" && happy["positive_employee"] == "1")
    #expect(happy["positive_humanity"] == "0" && happy["negative_ease"] == "0")
    #expect(happy["question_4"] == "速い")

    var onlyGood = QuestionSet.a11
    onlyGood.reasons = [
      ReasonOption("ease", .init(ja: "容易", en: "Easy"), polarity: .positive, driver: .ease)
    ]
    let partly = cells(try response(1, "negative:ease"), onlyGood)
    #expect(partly["positive_ease"] == "0")
    #expect(partly["negative_ease"] == "null" && partly["positive_other"] == "null")

    let unknown = cells(try response(3, ""), nil)
    #expect(unknown.values.filter { $0 == "null" }.count == 14)
  }

  @Test("A set that asks for no reasons offers none")
  func noReasons() throws {
    var set = QuestionSet.a11
    set.questions[.reasons]?.isAsked = false
    #expect(cells(try response(5, ""), set).values.filter { $0 == "null" }.count == 14)
  }

  // Quarters of Japan's fiscal year, by the calendar.
  @Test(
    "A quarter has the months that it has in Japan",
    arguments: [
      (2026, 1, "2026-04", "2026-06"), (2026, 3, "2026-10", "2026-12"),
      (2026, 4, "2027-01", "2027-03"),
    ])
  func quarter(year: Int, quarter: Int, first: String, last: String) {
    let table = A11Quarter(
      year: FiscalYear(year), quarter: quarter, organization: ("131041", "新宿区"),
      now: Timestamp(milliseconds: 0))
    #expect(table.months.lowerBound.iso == first)
    #expect(table.months.upperBound.iso == last)
    #expect(FiscalQuarter.of(table.months.lowerBound.firstDay) == quarter)
    #expect(FiscalQuarter.of(table.months.upperBound.lastDay) == quarter)
    #expect(table.columns.count == 28 && Set(table.columns).count == 28)
  }

  @Test("A channel is told where a service has one alone")
  func channel() {
    #expect(A11Quarter.channel([.kiosk]) == "self_service_kiosk")
    #expect(A11Quarter.channel([.web, .counter]) == nil)
  }
}
