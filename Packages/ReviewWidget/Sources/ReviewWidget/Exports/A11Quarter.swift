import YuiOpenData
import YuiStorage
import YuiText
import YuiWeb

/// The quarterly collection file of the US form A-11, section 280: a row for each service.
///
/// A municipality has no OMB control number and does not know all who used a service; what it has
/// nothing to say to is empty. Quarters are those of Japan's fiscal year.
struct A11Quarter: ExportTable {
  let year: FiscalYear
  /// 1 for April to June, to 4 for January to March.
  let quarter: Int
  let organization: (key: String, name: String)
  let now: Timestamp

  let columns = [
    "id", "organization_id", "organization_abbreviation", "organization_name", "cx_collection_id",
    "cx_collection_fiscal_year", "cx_collection_quarter", "cx_collection_name",
    "cx_collection_service_provider_id", "cx_collection_service_provider_name",
    "cx_collection_service_provider_slug", "service_id", "service_name", "transaction_point",
    "channel", "service_stage_id", "service_stage_name", "service_stage_position",
    "service_stage_count", "volume_of_customers", "volume_of_customers_provided_survey_opportunity",
    "volume_of_respondents", "omb_control_number", "survey_type", "survey_title",
    "trust_question_text", "created_at", "updated_at",
  ]

  func rows(
    after cursor: String, in source: some Queryable
  ) throws -> (rows: [[TableValue]], next: String?) {
    let services = try ServiceStore.page(after: cursor, limit: Self.pageSize, in: source)
    let rows = try services.map { try row($0, in: source) }
    return (rows, services.count == Self.pageSize ? services.last?.slug.description : nil)
  }

  /// The months of the quarter.
  var months: ClosedRange<YearMonth> {
    var first = year.start.yearMonth
    for _ in 1..<(3 * (quarter - 1) + 1) { first = first.next }
    return first...first.next.next
  }

  private static let pageSize = 200

  private func row(
    _ service: ReviewedService, in source: some Queryable
  ) throws -> [TableValue] {
    let asked =
      try ResponseStore.lastQuestionSet(of: service.slug, in: months, from: source)
      ?? service.questionSet
    let set = try QuestionSetStore.set(asked, in: source)
    let collection = "\(organization.key)-FY\(year.year)-Q\(quarter)"
    let respondents = try OverviewStore.responses(
      to: service.slug, in: months, from: source)
    let unanswered = try ShownForms.unanswered(of: service.slug, in: months, from: source)
    return [
      .text("\(collection)-\(service.slug)"), .text(organization.key), .empty,
      .text(organization.name), .text(collection), .integer(year.year), .integer(quarter),
      .text(year.text(.ja) + "第\(quarter)四半期"), .empty, TableValue(service.department.nonEmpty),
      .empty, .text(service.slug.description), .text(service.name[.ja]), .empty,
      TableValue(Self.channel(service.channels)), .empty, .empty, .empty, .empty, .empty,
      .integer(respondents + unanswered), .integer(respondents), .empty,
      .text("post_interaction"), TableValue(set?.title[.ja]),
      TableValue((set?.questions[.score]?.label[.ja]).map { RubyText($0).plain }),
      .text(now.rfc3339),
      .text(now.rfc3339),
    ]
  }

  /// The channel in the words of A-11, where there is one alone.
  static func channel(_ channels: Set<Channel>) -> String? {
    guard channels.count == 1, let only = channels.first else { return nil }
    return switch only {
    case .web: "website"
    case .counter: "in_person"
    case .kiosk: "self_service_kiosk"
    case .letter: "postal_mail"
    case .phone: "phone"
    case .paper: "paper"
    }
  }
}

extension String {
  /// The text; nil where there is none.
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
