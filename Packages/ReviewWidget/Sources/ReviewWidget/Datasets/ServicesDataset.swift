import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `review-services`: the services that can be reviewed.
struct ServicesDataset: Dataset {
  struct Record {
    let slug: Slug?
    let kind: ReviewedService.Kind
    let nameJa: String
    let nameEn: String
    let department: String
    let status: ReviewedService.Status
    let url: String
  }

  let definition = DatasetDefinition(
    name: "review-services",
    title: LocalizedText(ja: "評価の対象サービス", en: "Services that can be reviewed"),
    columns: [
      DatasetColumn(
        "slug", label: LocalizedText(ja: "識別名", en: "Slug"),
        help: LocalizedText(
          ja: "半角英小文字・数字・ハイフン。空欄なら名称から付けます。",
          en: "a-z, 0-9 and hyphens; made from the name where empty")),
      DatasetColumn(
        "kind", label: LocalizedText(ja: "種類", en: "Kind"), isRequired: true,
        help: LocalizedText(
          ja: "procedure（手続）、counter（窓口）、contract（契約）",
          en: "procedure, counter or contract")),
      DatasetColumn(
        "name_ja", label: LocalizedText(ja: "名称", en: "Name (Japanese)"), isRequired: true,
        help: LocalizedText(ja: "100文字以内", en: "at most 100 characters")),
      DatasetColumn("name_en", label: LocalizedText(ja: "名称（英語）", en: "Name (English)")),
      DatasetColumn("department", label: LocalizedText(ja: "担当部署", en: "Department")),
      DatasetColumn(
        "status", label: LocalizedText(ja: "状態", en: "State"),
        help: LocalizedText(
          ja: "open（受付中）、closed（受付終了）。空欄は open", en: "open or closed; open where empty")),
      DatasetColumn(
        "url", label: LocalizedText(ja: "サービスのページ", en: "Page of the service"),
        help: LocalizedText(ja: "https:// で始まるアドレス", en: "an address that starts with https://")),
    ])

  let readPermission: Permission? = nil
  let importPermission = ReviewPermission.manage

  func record(from row: inout DatasetRow) throws -> Record {
    Record(
      slug: try row.optional("slug", .slug),
      kind: try row.required("kind", .choice(labels: \.name)),
      nameJa: try row.required("name_ja", .line(max: 100)),
      nameEn: try row.optional("name_en", .line(max: 100)) ?? "",
      department: try row.optional("department", .line(max: 100)) ?? "",
      status: try row.optional("status", .choice(labels: \.name)) ?? .open,
      url: try row.optional("url", .url) ?? "")
  }

  func apply(
    _ record: Record, from row: DatasetRow, run: inout ImportRun, in transaction: Transaction
  ) throws -> ImportOutcome {
    let old =
      try record.slug.map { try ServiceStore.service($0, in: transaction) }
      ?? ServiceStore.service(named: record.nameJa, in: transaction)
    let slug =
      try record.slug ?? old?.slug
      ?? ServiceStore.freeSlug(
        for: record.nameEn.isEmpty ? record.nameJa : record.nameEn, kind: record.kind,
        in: transaction)
    if let earlier = run.earlierLine(about: "\(slug)", line: row.line) {
      throw row.problem(
        in: "slug",
        LocalizedText(
          ja: "\(earlier)行目と同じサービスです。1行にまとめてください。",
          en: "Line \(earlier) is about the same service. Keep one of them."))
    }
    let new = ReviewedService(
      slug: slug, kind: record.kind,
      name: LocalizedText(ja: record.nameJa, en: record.nameEn),
      department: record.department, channels: old?.channels ?? Set(Channel.allCases),
      status: record.status, url: record.url, questionSet: old?.questionSet ?? .usual,
      publishedFields: old?.publishedFields ?? PublishedField.usual, origins: old?.origins ?? [])
    guard new != old else { return .unchanged }
    try ServiceStore.put(new, in: transaction)
    return old == nil ? .created : .updated
  }

  func rows(after cursor: String, limit: Int, in snapshot: Snapshot) throws -> [ExportRow] {
    try ServiceStore.page(after: cursor, limit: limit, in: snapshot).map { service in
      ExportRow(
        cursor: service.slug.description,
        cells: [
          service.slug.description, service.kind.rawValue, service.name[.ja], service.nameEn,
          service.department, service.status.rawValue, service.url,
        ])
    }
  }
}
