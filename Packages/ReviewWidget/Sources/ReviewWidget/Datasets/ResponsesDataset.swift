import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `review-responses`: the single responses.
struct ResponsesDataset: BulkDataset {
  struct Record: Sendable {
    var id: UUIDv7?
    var service: String
    let content: ReviewContent
    let at: Timestamp?
  }

  let definition = DatasetDefinition(
    name: "review-responses",
    title: LocalizedText(ja: "個々の評価", en: "Single responses"),
    columns: [
      DatasetColumn(
        "id", label: LocalizedText(ja: "ID", en: "Id"),
        help: LocalizedText(
          ja: "UUIDv7。空欄なら内容から付けます。", en: "UUIDv7; made from the row where empty")),
      DatasetColumn(
        "service", label: LocalizedText(ja: "サービス", en: "Service"), isRequired: true,
        help: LocalizedText(ja: "登録済みの識別名または名称", en: "slug or name of a known service")),
      DatasetColumn(
        "score", label: LocalizedText(ja: "評価", en: "Score"), isRequired: true,
        help: LocalizedText(ja: "1から5", en: "1 to 5")),
      DatasetColumn(
        "reasons", label: LocalizedText(ja: "理由", en: "Reasons"),
        help: LocalizedText(ja: "「;」区切り", en: "separated by ;")),
      DatasetColumn(
        "comment", label: LocalizedText(ja: "ご意見", en: "Comment"),
        help: LocalizedText(ja: "1,000文字以内", en: "at most 1,000 characters")),
      DatasetColumn("channel", label: LocalizedText(ja: "受付方法", en: "Channel")),
      DatasetColumn("place", label: LocalizedText(ja: "場所", en: "Place")),
      DatasetColumn("language", label: LocalizedText(ja: "言語", en: "Language")),
      DatasetColumn(
        "at", label: LocalizedText(ja: "日時", en: "Time"),
        help: LocalizedText(
          ja: "2026-04-01 または 2026-04-01T09:00:00+09:00",
          en: "as 2026-04-01 or 2026-04-01T09:00:00+09:00")
      ),
    ])

  let readPermission: Permission? = ReviewPermission.read
  let importPermission = ReviewPermission.manage

  func record(from row: inout DatasetRow) throws -> Record {
    var draft = ReviewDraft()
    draft.score = try row.required("score", .score).rawValue
    draft.reasons = row["reasons"].split(separator: ";").map(String.init)
    draft.comment = row["comment"].withUnixNewlines
    draft.channel = try row.optional("channel", .channel)?.rawValue ?? ""
    draft.place = row["place"]
    draft.language = try row.optional("language", .language) ?? .ja
    let service = try row.required("service", .text(max: 100))
    let id = try row.optional("id", .uuid)
    let at = try row.optional("at", .reviewTime)
    switch draft.checked() {
    case .success(let content):
      return Record(id: id, service: service, content: content, at: at)
    case .failure(let problems):
      let first = problems.all.first
      throw row.problem(
        in: first?.field.rawValue, first?.message ?? LocalizedText(ja: "", en: ""))
    }
  }

  func settle(
    _ record: Record, from row: DatasetRow, run: inout ImportRun, in source: some Queryable
  ) throws -> Record {
    let service = try run.known(record.service) {
      try ServiceStore.service(named: record.service, in: source)?.slug
    }
    guard let service else {
      throw row.problem(
        in: "service",
        LocalizedText(
          ja: "サービス「\(record.service)」は登録されていません。先に review-services を取り込んでください。",
          en: "Service “\(record.service)” is unknown. Import review-services first."))
    }
    let id = record.id ?? run.identity(of: text(of: record, in: service), at: record.at)
    if let earlier = run.earlierLine(about: id, line: row.line) {
      throw row.problem(
        in: "id",
        LocalizedText(
          ja: "\(earlier)行目と同じIDです。1行にまとめてください。",
          en: "Line \(earlier) has the same id. Keep one of them."))
    }
    if record.id == nil, record.at == nil, !hasNotedLikeness(run),
      try ResponseStore.response(id, in: source) != nil
    {
      run.report.notes.append(Self.likeness)
    }
    var settled = record
    (settled.id, settled.service) = (id, service.description)
    return settled
  }

  func cells(of record: Record) -> [String] {
    [record.id?.description ?? "", record.service] + cells(of: record.content)
      + [record.at?.rfc3339 ?? ""]
  }

  private func cells(of content: ReviewContent) -> [String] {
    [
      "\(content.score.rawValue)", content.reasons.joined(separator: ";"), content.comment,
      content.channel.rawValue, content.place, content.language.rawValue,
    ]
  }

  func apply(
    _ records: [Record], at now: Timestamp, in transaction: Transaction
  ) throws -> ImportCounts {
    var counts = ImportCounts()
    for record in records {
      counts.count(try store(record, at: now, in: transaction))
    }
    return counts
  }

  private func store(
    _ record: Record, at now: Timestamp, in transaction: Transaction
  ) throws -> ImportOutcome {
    guard let id = record.id, let service = Slug(record.service) else {
      throw StoreError(.misuse, "a record was not settled")
    }
    let old = try ResponseStore.response(id, in: transaction)
    let new = ReviewResponse(
      id: id, service: service, content: record.content,
      receivedAt: record.at ?? old?.receivedAt ?? now, isDated: record.at != nil)
    guard let old else {
      try ResponseStore.add(new, in: transaction)
      return .created
    }
    guard new != old else { return .unchanged }
    try ResponseStore.replace(old, with: new, in: transaction)
    return .updated
  }

  private func hasNotedLikeness(_ run: ImportRun) -> Bool {
    run.report.notes.first.contains(Self.likeness)
  }

  private static let likeness = LocalizedText(
    ja: "idもatもない行は、内容が同じ取込済みの行と同じ評価とみなします。別の評価であれば、idかatを付けてください。",
    en: "Rows without id and at count as the same response as an imported one that says the same. "
      + "Where they are others, give them an id or a time.")

  /// What tells a response without an id from others.
  private func text(of record: Record, in service: Slug) -> String {
    let content = record.content
    return [
      service.description, "\(content.score.rawValue)",
      content.reasons.joined(separator: ";"), content.comment, content.channel.rawValue,
      content.place, content.language.rawValue, record.at?.rfc3339 ?? "",
    ].joined(separator: "\u{1F}")
  }

  func rows(after cursor: String, limit: Int, in snapshot: Snapshot) throws -> [ExportRow] {
    try ResponseStore.page(after: cursor, limit: limit, in: snapshot).map { response in
      ExportRow(
        cursor: response.id.description,
        cells: [response.id.description, response.service.description]
          + cells(of: response.content)
          + [response.isDated ? response.receivedAt.rfc3339 : ""])
    }
  }
}
