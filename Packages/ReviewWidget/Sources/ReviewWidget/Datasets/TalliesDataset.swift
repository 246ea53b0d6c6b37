import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `review-tallies`: how often each score was given, counted elsewhere.
struct TalliesDataset: Dataset {
  struct Record {
    let service: String
    let score: Score
    let responses: Int
    let month: YearMonth?
  }

  /// The most responses of one row: every inhabitant of Japan, many times over.
  private static let mostResponses = 1_000_000_000

  let definition = DatasetDefinition(
    name: "review-tallies",
    title: LocalizedText(ja: "評価の集計値", en: "Tallies of scores"),
    columns: [
      DatasetColumn(
        "service", label: LocalizedText(ja: "サービス", en: "Service"), isRequired: true,
        help: LocalizedText(
          ja: "識別名または名称。未登録なら窓口として作成します。",
          en: "slug or name; an unknown one is created as a counter")),
      DatasetColumn(
        "score", label: LocalizedText(ja: "評価", en: "Score"), isRequired: true, kind: .number,
        help: LocalizedText(ja: "1から5", en: "1 to 5")),
      DatasetColumn(
        "responses", label: LocalizedText(ja: "回答数", en: "Responses"), isRequired: true,
        kind: .number,
        help: LocalizedText(ja: "0以上の整数", en: "a whole number, 0 or more")),
      DatasetColumn(
        "month", label: LocalizedText(ja: "年月", en: "Month"),
        help: LocalizedText(
          ja: "YYYY-MM。空欄の場合は合計にのみ含めます。",
          en: "YYYY-MM; without it the tally stands in totals only")),
    ])

  let readPermission: Permission? = ReviewPermission.read
  let importPermission = ReviewPermission.manage

  func record(from row: inout DatasetRow) throws -> Record {
    Record(
      service: try row.required("service", .line(max: 100)),
      score: try row.required("score", .score),
      responses: try row.required("responses", .integer(in: 0...Self.mostResponses)),
      month: try row.optional("month", .reviewMonth))
  }

  func apply(
    _ record: Record, from row: DatasetRow, run: inout ImportRun, in transaction: Transaction
  ) throws -> ImportOutcome {
    let service =
      try ServiceStore.service(named: record.service, in: transaction)
      ?? create(record.service, run: &run, in: transaction)
    let key = "\(service.slug)|\(record.score.rawValue)|\(record.month?.iso ?? "")"
    if let earlier = run.earlierLine(about: key, line: row.line) {
      throw row.problem(
        in: "service",
        LocalizedText(
          ja: "\(earlier)行目と同じサービス・評価・年月です。1行にまとめてください。",
          en: "Line \(earlier) is about the same service, score and month. Keep one of them."))
    }
    let old = try run.gathering(CountChanges()) { changes in
      try RollupStore.setTally(
        record.responses, service: service.slug, month: record.month, score: record.score,
        counting: &changes, in: transaction)
    }
    return old == nil ? .created : old == record.responses ? .unchanged : .updated
  }

  func finish(_ run: inout ImportRun, in transaction: Transaction) throws {
    try run.gathering(CountChanges()) { try $0.apply(in: transaction) }
  }

  private func create(
    _ name: String, run: inout ImportRun, in transaction: Transaction
  ) throws -> ReviewedService {
    let slug = try ServiceStore.freeSlug(for: name, kind: .counter, in: transaction)
    let service = ReviewedService(
      slug: slug, kind: .counter, name: LocalizedText(ja: name, en: ""))
    try ServiceStore.put(service, in: transaction)
    run.report.notes.append(
      LocalizedText(
        ja: "サービス「\(name)」は未登録のため、窓口「\(slug)」として作成します。",
        en: "Service “\(name)” is unknown and becomes the counter “\(slug)”."))
    return service
  }

  func rows(after cursor: String, limit: Int, in snapshot: Snapshot) throws -> [ExportRow] {
    try RollupStore.tallies(after: cursor, limit: limit, in: snapshot)
  }
}
