import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText

/// What an import has to know of responses that are not kept any more.
private struct ImportedAge: Sendable {
  let terms: KeepingTerms
  let textDays: Int
  let lastFoldedDay: CalendarDate?

  init(at now: Timestamp, in source: some Queryable) throws {
    let settings = try ReviewWidget().settings(in: source)
    terms = KeepingTerms(settings, on: now.date)
    textDays = settings.textDays
    lastFoldedDay = try FoldedCounts.lastDay(in: source)
  }

  /// Whether a row has text that is not kept; without a time only the stored response tells.
  func mayHaveOldText(_ content: ReviewContent, at time: Timestamp?) -> Bool {
    guard terms.textsFrom != nil, content.hasText || content.reasons.contains(where: \.isUncoded)
    else { return false }
    return time.map(terms.erasesText) ?? true
  }

  /// Whether one of these times is of the days of which only counts are left.
  func mayBeFolded(_ times: [Timestamp]) -> Bool {
    guard let lastFoldedDay else { return false }
    return times.contains { $0.date <= lastFoldedDay }
  }
}

extension ResponsesDataset.Record {
  /// Takes in no response twice, and no text that would be erased the next day.
  ///
  /// - Throws: `RowProblem` for a response that is not stored and may be among those of which only
  ///   the count is left: nothing tells it from them.
  mutating func observeKeeping(
    from row: DatasetRow, run: inout ImportRun, in source: some Queryable
  ) throws {
    let now = run.now
    let age = try run.known("review keeping") { try ImportedAge(at: now, in: source) }
    guard let age, let id else { return }
    // Who takes the time away from a row has left it in the id; an id made of a row without holds 0.
    let times = [at, id.time.milliseconds > 0 ? id.time : nil].compactMap { $0 }
    let isOld = age.mayBeFolded(times)
    let mayHaveOldText = age.mayHaveOldText(content, at: at)
    guard isOld || mayHaveOldText else { return }
    let stored = try ResponseStore.response(id, in: source)
    if isOld, stored == nil, let day = age.lastFoldedDay {
      throw row.problem(in: "at", counted(day))
    }
    guard mayHaveOldText, age.terms.erasesText(from: at ?? stored?.receivedAt ?? now) else {
      return
    }
    content.reasons = content.reasons.map { $0.isUncoded ? Reason(Reason.other, $0.polarity) : $0 }
    content = content.withoutText
    let note = Self.textLeftOut(age.textDays)
    if !run.report.notes.first.contains(note) { run.report.notes.append(note) }
  }

  private func counted(_ day: CalendarDate) -> LocalizedText {
    LocalizedText(
      ja: "\(day.iso)までの評価は件数だけを残しており、この行がすでに数えられているかどうか分かりません。"
        + "その日までの行を除いてください。まだ数えられていない評価は、review-talliesで件数として取り込めます。",
      en:
        "Up to \(day.iso) only counts of responses are kept, and this one may be among them. Leave "
        + "out the rows up to that day; what was never counted can be imported as review-tallies.")
  }

  private static func textLeftOut(_ days: Int) -> LocalizedText {
    let days = NumberText.grouped(days)
    return LocalizedText(
      ja: "保存日数（\(days)日）を過ぎた自由記述は取り込みません。評価は取り込みます。",
      en:
        "Free text older than the \(days) days for which it is kept is left out; the rating is not."
    )
  }
}

extension Reason {
  /// Whether it is a text where a file may have a code; what is stored tells the two apart.
  fileprivate var isUncoded: Bool { Slug(code) == nil }
}
