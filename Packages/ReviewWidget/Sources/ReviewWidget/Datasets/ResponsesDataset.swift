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
    var content: ReviewContent
    let at: Timestamp?
    /// A set or one of its versions; settled, a version, or empty for what is asked anyway.
    var questionSet: String
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
        "score", label: LocalizedText(ja: "評価", en: "Score"), isRequired: true, kind: .number,
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
      DatasetColumn(
        "goal", label: LocalizedText(ja: "目的の達成", en: "Goal reached"),
        help: LocalizedText(
          ja: "yes（はい）、partly（一部）、no（いいえ）", en: "yes, partly or no")),
      DatasetColumn(
        "ease", label: LocalizedText(ja: "手続のしやすさ", en: "Ease"), kind: .number,
        help: LocalizedText(ja: "1から5", en: "1 to 5")),
      DatasetColumn(
        "clarity", label: LocalizedText(ja: "説明のわかりやすさ", en: "Clarity"), kind: .number,
        help: LocalizedText(ja: "1から5", en: "1 to 5")),
      DatasetColumn(
        "nps", label: LocalizedText(ja: "推奨度", en: "Would recommend"), kind: .number,
        help: LocalizedText(ja: "0から10", en: "0 to 10")),
      DatasetColumn(
        "question_set", label: LocalizedText(ja: "設問", en: "Questions"),
        help: LocalizedText(
          ja: "short または short/1。空欄はサービスの設問",
          en: "short or short/1; those of the service where empty")),
      DatasetColumn(
        "ending", label: LocalizedText(ja: "終わり方", en: "How it ended"),
        help: LocalizedText(
          ja: "done（用件が済んだ）、refused（認められなかった）、error（エラー）。分からなければ空欄",
          en: "done, refused or error; empty where nobody said")),
    ])

  let readPermission: Permission? = ReviewPermission.read
  let importPermission = ReviewPermission.manage

  // Made once, since files are long.
  private static let id = CellReader<UUIDv7>.uuid
  private static let service = CellReader<String>.text(max: 100)
  private static let score = CellReader<Score>.score
  private static let channel = CellReader<Channel>.channel
  private static let language = CellReader<Language>.language
  private static let at = CellReader<Timestamp>.reviewTime

  func record(from row: inout DatasetRow) throws -> Record {
    var draft = ReviewDraft()
    draft.score = try row.required("score", Self.score).rawValue
    draft.goal = row["goal"].trimmingWhitespace
    draft.ease = TextFolding.fold(row["ease"])
    draft.clarity = TextFolding.fold(row["clarity"])
    draft.nps = TextFolding.fold(row["nps"])
    draft.reasons = row["reasons"].separatedBySemicolons
    draft.comment = row["comment"].withUnixNewlines
    draft.channel = try row.optional("channel", Self.channel)?.rawValue ?? ""
    draft.place = row["place"]
    draft.ending = row["ending"].trimmingWhitespace
    draft.language = try row.optional("language", Self.language) ?? .ja
    let service = try row.required("service", Self.service)
    let id = try row.optional("id", Self.id)
    let at = try row.optional("at", Self.at)
    switch draft.checked() {
    case .success(let content):
      return Record(
        id: id, service: service, content: content, at: at,
        questionSet: row["question_set"].trimmingWhitespace)
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
    if record.id == nil, record.at == nil, !run.report.notes.first.contains(Self.likeness),
      try ResponseStore.response(id, in: source) != nil
    {
      run.report.notes.append(Self.likeness)
    }
    var settled = record
    (settled.id, settled.service) = (id, service.description)
    try settled.observeKeeping(from: row, run: &run, in: source)
    settled.questionSet = try version(of: record, from: row, run: &run, in: source)
    return settled
  }

  func cells(of record: Record, in columns: [String]) -> [String] {
    cells(
      of: record.content, id: record.id?.description ?? "", service: record.service,
      at: record.at?.rfc3339 ?? "", questionSet: record.questionSet)
  }

  private func cells(
    of content: ReviewContent, id: String, service: String, at: String, questionSet: String
  ) -> [String] {
    [
      id, service, String(content.score.rawValue), content.reasonsText, content.comment,
      content.channel.rawValue, content.place, content.language.rawValue, at,
      content.goal?.rawValue ?? "", text(of: content.ease), text(of: content.clarity),
      text(of: content.nps), questionSet, content.ending?.rawValue ?? "",
    ]
  }

  private func text(of number: Int?) -> String { number.map { String($0) } ?? "" }

  func apply(
    _ records: [Record], from origin: ImportOrigin, in transaction: Transaction
  ) throws -> ImportCounts {
    let now = origin.checkedAt
    var counts = ImportCounts()
    var changes = CountChanges()
    var asked = AskedQuestions()
    let known = try ResponseStore.responses(records.compactMap(\.id), in: transaction)
    var added: [ReviewResponse] = []
    for record in records {
      guard let id = record.id, let service = Slug(record.service) else {
        throw StoreError(.misuse, "a record was not settled")
      }
      let old = known[id]
      let version = QuestionSet.Version(record.questionSet) ?? old?.content.questionSet
      let new = ReviewResponse(
        id: id, service: service,
        content: try asked.content(record.content, of: service, version, in: transaction),
        receivedAt: record.at ?? old?.receivedAt ?? now, isDated: record.at != nil)
      if let old {
        counts.count(new == old ? .unchanged : .updated)
        guard new != old else { continue }
        try ResponseStore.replace(old, with: new, counting: &changes, in: transaction)
        try ReviewCases.update(old, to: new, at: now, in: transaction)
      } else {
        counts.count(.created)
        added.append(new)
      }
    }
    try ResponseStore.add(added, counting: &changes, in: transaction)
    try changes.apply(in: transaction)
    try ReviewCases.open(added, at: now, in: transaction)
    return counts
  }

  /// The version that a row names: its own, or the newest of its set.
  private func version(
    of record: Record, from row: DatasetRow, run: inout ImportRun, in source: some Queryable
  ) throws -> String {
    if record.questionSet.isEmpty { return "" }
    let version = try run.known("question set \(record.questionSet)") {
      let named = QuestionSet.Version(record.questionSet)
      let newest = try (named?.slug ?? Slug(record.questionSet)).flatMap {
        try QuestionSetStore.newestVersion(of: $0, in: source)
      }
      return newest.flatMap { named?.number ?? 1 <= $0.number ? named ?? $0 : nil }
    }
    if let version { return version.description }
    throw row.problem(
      in: "question_set",
      LocalizedText(
        ja: "設問「\(record.questionSet)」はありません。設問の一覧にある識別名を指定してください。",
        en: "There are no questions “\(record.questionSet)”. Name a set from the list of questions."
      ))
  }

  private static let likeness = LocalizedText(
    ja: "idもatもない行は、内容が同じ取込済みの行と同じ評価とみなします。別の評価であれば、idかatを付けてください。",
    en: "Rows without id and at count as the same response as an imported one that says the same. "
      + "Where they are others, give them an id or a time.")

  /// What tells a response without an id from others.
  private func text(of record: Record, in service: Slug) -> String {
    let content = record.content
    var text = service.description
    func add(_ part: String) {
      text += "\u{1F}"
      text += part
    }
    add(String(content.score.rawValue))
    add(content.reasons.map { told($0, beside: content.score) }.joined(separator: ";"))
    add(content.comment)
    add(content.channel.rawValue)
    add(content.place)
    add(content.language.rawValue)
    add(record.at?.rfc3339 ?? "")
    guard content.hasAnswers else { return text }
    add(content.goal?.rawValue ?? "")
    for number in [content.ease, content.clarity, content.nps] { add(self.text(of: number)) }
    if let ending = content.ending { add(ending.rawValue) }
    return text
  }

  /// A reason without the polarity that follows from the score: as a file may have it, or not.
  private func told(_ reason: Reason, beside score: Score) -> String {
    reason.polarity == Polarity(of: score)
      ? Reason(reason.code, nil, text: reason.text).description : reason.description
  }

  func rows(after cursor: String, limit: Int, in snapshot: Snapshot) throws -> [ExportRow] {
    try ResponseStore.page(after: cursor, limit: limit, in: snapshot).map { response in
      ExportRow(
        cursor: response.id.description,
        cells: cells(
          of: response.content, id: response.id.description,
          service: response.service.description,
          at: response.isDated ? response.receivedAt.rfc3339 : "",
          questionSet: response.content.questionSet?.description ?? ""))
    }
  }
}

extension ReviewContent {
  /// Whether it says more than the score, the reasons and the comment.
  fileprivate var hasAnswers: Bool {
    goal != nil || ease != nil || clarity != nil || nps != nil || ending != nil
  }
}
