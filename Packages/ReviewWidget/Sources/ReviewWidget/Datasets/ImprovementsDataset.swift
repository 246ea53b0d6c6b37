import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `review-improvements`: what is done about what residents say.
struct ImprovementsDataset: Dataset {
  struct Record {
    let number: Int?
    let service: String
    let draft: ImprovementDraft
  }

  let definition = DatasetDefinition(
    name: "review-improvements",
    title: LocalizedText(ja: "改善", en: "Improvements"),
    columns: [
      DatasetColumn(
        "number", label: LocalizedText(ja: "番号", en: "Number"),
        help: LocalizedText(
          ja: "空欄ならサービスと件名で見分けます。", en: "told by service and title where empty")),
      DatasetColumn(
        "service", label: LocalizedText(ja: "サービス", en: "Service"), isRequired: true,
        help: LocalizedText(ja: "登録済みの識別名または名称", en: "slug or name of a known service")),
      DatasetColumn(
        "title", label: LocalizedText(ja: "件名", en: "Title"), isRequired: true,
        help: LocalizedText(ja: "100文字以内", en: "at most 100 characters")),
      DatasetColumn(
        "finding", label: LocalizedText(ja: "わかったこと", en: "What was found"), isRequired: true,
        help: LocalizedText(ja: "1,000文字以内", en: "at most 1,000 characters")),
      DatasetColumn(
        "plan", label: LocalizedText(ja: "取組みの内容", en: "What is done about it"),
        help: LocalizedText(ja: "1,000文字以内", en: "at most 1,000 characters")),
      DatasetColumn(
        "owner", label: LocalizedText(ja: "担当", en: "Who sees to it"),
        help: LocalizedText(ja: "公開しません。", en: "never public")),
      DatasetColumn(
        "due", label: LocalizedText(ja: "期限", en: "Due"), kind: .date,
        help: LocalizedText(ja: "2026-04-01", en: "as 2026-04-01")),
      DatasetColumn(
        "state", label: LocalizedText(ja: "状態", en: "State"),
        help: LocalizedText(
          ja: "found（課題）、planned（計画）、started（取組中）、done（実施済み）、dropped（見送り）。空欄は found",
          en: "found, planned, started, done or dropped; found where empty")),
      DatasetColumn(
        "done_on", label: LocalizedText(ja: "実施した日", en: "Done on"), kind: .date,
        help: LocalizedText(
          ja: "2026-04-01。実施済みで空欄なら取込みの日", en: "as 2026-04-01; the day of the import where empty")),
      DatasetColumn(
        "public", label: LocalizedText(ja: "公開", en: "Public"),
        help: LocalizedText(ja: "yes（公開する）、no。空欄は no", en: "yes or no; no where empty")),
    ])

  let readPermission: Permission? = ReviewPermission.read
  let importPermission = ReviewPermission.manage

  private enum Answer: String, CaseIterable { case yes, no }

  func record(from row: inout DatasetRow) throws -> Record {
    var draft = ImprovementDraft()
    draft.title = try row.required("title", .line(max: 100))
    draft.finding = try row.required("finding", .text(max: ImprovementDraft.longestText))
      .withUnixNewlines
    draft.plan =
      try row.optional("plan", .text(max: ImprovementDraft.longestText))?.withUnixNewlines ?? ""
    draft.owner = try row.optional("owner", .line(max: 100)) ?? ""
    draft.due = try row.optional("due", .date)?.iso ?? ""
    let state = try row.optional("state", CellReader<Improvement.State>.choice(labels: \.name))
    draft.state = (state ?? .found).rawValue
    draft.doneOn = try row.optional("done_on", .date)?.iso ?? ""
    draft.isPublic = try row.optional("public", CellReader<Answer>.choice()) == .yes
    return Record(
      number: try row.optional("number", .integer(in: 1...1_000_000_000)),
      service: try row.required("service", .line(max: 100)), draft: draft)
  }

  func apply(
    _ record: Record, from row: DatasetRow, run: inout ImportRun, in transaction: Transaction
  ) throws -> ImportOutcome {
    guard let service = try ServiceStore.service(named: record.service, in: transaction) else {
      throw row.problem(
        in: "service",
        LocalizedText(
          ja: "サービス「\(record.service)」は登録されていません。先に review-services を取り込んでください。",
          en: "Service “\(record.service)” is unknown. Import review-services first."))
    }
    let old =
      try record.number.map { try ImprovementStore.improvement($0, in: transaction) }
      ?? ImprovementStore.improvement(
        titled: record.draft.title, of: service.slug, in: transaction)
    let number = try record.number ?? old?.number ?? ImprovementStore.nextNumber(in: transaction)
    if let earlier = run.earlierLine(about: number, line: row.line) {
      throw row.problem(
        LocalizedText(
          ja: "\(earlier)行目と同じ改善です。1行にまとめてください。",
          en: "Line \(earlier) is about the same improvement. Keep one of them."))
    }
    var draft = record.draft
    draft.service = service.slug.description
    if draft.doneOn.isEmpty, draft.state == old?.state.rawValue {
      draft.doneOn = old?.doneOn?.iso ?? ""
    }
    switch draft.checked(number: number, today: run.now.date) {
    case .failure(let problems):
      let first = ImprovementDraft.fieldOrder.first { problems.byField[$0] != nil }
      throw row.problem(
        in: first, first.flatMap { problems.byField[$0] } ?? LocalizedText(ja: "", en: ""))
    case .success(let new):
      guard new != old else { return .unchanged }
      try ImprovementStore.put(new, in: transaction)
      return old == nil ? .created : .updated
    }
  }

  func rows(after cursor: String, limit: Int, in snapshot: Snapshot) throws -> [ExportRow] {
    try ImprovementStore.page(after: Int(cursor) ?? 0, limit: limit, in: snapshot).map { item in
      let draft = ImprovementDraft(item)
      return ExportRow(
        cursor: "\(item.number)",
        cells: [
          "\(item.number)", draft.service, draft.title, draft.finding, draft.plan, draft.owner,
          draft.due, draft.state, draft.doneOn, draft.isPublic ? "yes" : "no",
        ])
    }
  }
}
