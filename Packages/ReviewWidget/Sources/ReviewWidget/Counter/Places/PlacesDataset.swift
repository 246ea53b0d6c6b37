import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `review-places`: the windows, kiosks and letters where services are rated.
struct PlacesDataset: Dataset {
  struct Record {
    let service: String
    let code: Slug
    let name: LocalizedText
    let channel: Channel
  }

  let definition = DatasetDefinition(
    name: "review-places",
    title: LocalizedText(ja: "評価を受け付ける場所", en: "Places where services are rated"),
    columns: [
      DatasetColumn(
        "service", label: LocalizedText(ja: "サービス", en: "Service"), isRequired: true,
        help: LocalizedText(ja: "識別名または名称", en: "slug or name in Japanese")),
      DatasetColumn(
        "code", label: LocalizedText(ja: "記号", en: "Code"), isRequired: true,
        help: LocalizedText(
          ja: "半角英小文字・数字・ハイフン、40文字以内。例）window-3",
          en: "a-z, 0-9 and hyphens, at most 40 characters, such as window-3")),
      DatasetColumn(
        "name_ja", label: LocalizedText(ja: "名称", en: "Name (Japanese)"), isRequired: true,
        help: LocalizedText(ja: "60文字以内", en: "at most 60 characters")),
      DatasetColumn("name_en", label: LocalizedText(ja: "名称（英語）", en: "Name (English)")),
      DatasetColumn(
        "channel", label: LocalizedText(ja: "受付方法", en: "Channel"),
        help: LocalizedText(
          ja: "counter（窓口）、kiosk（窓口端末）など。空欄は counter",
          en: "counter, kiosk or another; counter where empty")),
    ])

  let readPermission: Permission? = nil
  let importPermission = ReviewPermission.manage

  func record(from row: inout DatasetRow) throws -> Record {
    let service = try row.required("service", .line(max: 100))
    let code = try row.required("code", .slug)
    guard code.description.utf8.count <= ReviewContent.longestPlace else {
      throw row.problem(
        in: "code",
        LocalizedText(
          ja: "\(ReviewContent.longestPlace)文字以内で入力してください。",
          en: "Keep it to \(ReviewContent.longestPlace) characters."))
    }
    return Record(
      service: service, code: code,
      name: LocalizedText(
        ja: try row.required("name_ja", .line(max: ReviewPlace.longestName)),
        en: try row.optional("name_en", .line(max: ReviewPlace.longestName)) ?? ""),
      channel: try row.optional("channel", .channel) ?? .counter)
  }

  func apply(
    _ record: Record, from row: DatasetRow, run: inout ImportRun, in transaction: Transaction
  ) throws -> ImportOutcome {
    guard let service = try ServiceStore.service(named: record.service, in: transaction) else {
      throw row.problem(in: "service", Self.unknownService)
    }
    guard service.channels.contains(record.channel) else {
      throw row.problem(in: "channel", PlaceDraft.noChannel)
    }
    if let earlier = run.earlierLine(about: "\(service.slug)/\(record.code)", line: row.line) {
      throw row.problem(
        in: "code",
        LocalizedText(
          ja: "\(earlier)行目と同じ場所です。1行にまとめてください。",
          en: "Line \(earlier) is about the same place. Keep one of them."))
    }
    if let old = try PlaceStore.place(record.code, of: service.slug, in: transaction) {
      var new = old
      (new.name, new.channel) = (record.name, record.channel)
      guard new != old else { return .unchanged }
      try PlaceStore.change(new, in: transaction)
      return .updated
    }
    guard try PlaceStore.count(of: service.slug, in: transaction) < ReviewPlace.most else {
      throw row.problem(in: "service", ReviewPlace.tooMany)
    }
    try PlaceStore.add(
      ReviewPlace(
        service: service.slug, code: record.code, name: record.name, channel: record.channel,
        short: try PlaceStore.freeShort(in: transaction)), in: transaction)
    return .created
  }

  func rows(after cursor: String, limit: Int, in snapshot: Snapshot) throws -> [ExportRow] {
    let parts = cursor.split(separator: "/").map(String.init)
    let places = try PlaceStore.page(
      after: (parts.first ?? "", parts.last ?? ""), limit: limit, in: snapshot)
    return places.map { place in
      ExportRow(
        cursor: "\(place.service)/\(place.code)",
        cells: [
          place.service.description, place.code.description, place.name[.ja], place.nameEn,
          place.channel.rawValue,
        ])
    }
  }

  private static let unknownService = LocalizedText(
    ja: "このサービスは登録されていません。識別名か名称を確認してください。",
    en: "There is no such service. Check its slug or name.")
}
