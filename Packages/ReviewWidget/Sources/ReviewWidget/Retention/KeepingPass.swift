import YuiCasework
import YuiStorage
import YuiTenancy
import YuiText

/// One day's walk through the responses that grew old, in the order of time.
///
/// It goes in slices, each a short transaction that also notes how far it came, so that others write
/// between them and a restart goes on where it stopped.
struct KeepingPass {
  /// What a slice looks at: some hundredths of a second.
  private static let rowsOfSlice = 500
  /// To erase a text costs more than to delete a row.
  private static let textsOfSlice = 100

  /// The day whose pass it is, on which all of it is judged.
  let day: CalendarDate
  /// The response looked at last.
  var receivedAt = Timestamp(milliseconds: .min)
  var id = ""
  /// How many responses became counts.
  var folded = 0
  /// How many lost their text.
  var erased = 0
  var isEnded = false

  /// The pass that is due: the one that goes on, or a day's first.
  static func due(at now: Timestamp, in source: some Queryable) throws -> KeepingPass? {
    guard let last = try KeepingStore.pass(in: source) else { return KeepingPass(day: now.date) }
    if !last.isEnded { return last }
    return last.day < now.date ? KeepingPass(day: now.date) : nil
  }

  /// Takes the next slice, and notes how far it came.
  mutating func advance(at now: Timestamp, in transaction: Transaction) throws {
    let settings = try ReviewWidget().settings(in: transaction)
    let terms = KeepingTerms(settings, on: day)
    let slice = try slice(terms, in: transaction)
    var (texts, ratings): ([ReviewResponse], [ReviewResponse]) = ([], [])
    var seen = 0
    for response in slice where texts.count < Self.textsOfSlice {
      seen += 1
      (receivedAt, id) = (response.receivedAt, response.id.description)
      var kept = response
      if response.content.hasText, terms.erasesText(from: response.receivedAt) {
        texts.append(response)
        kept = response.withoutText
      }
      if terms.folds(kept) { ratings.append(kept) }
    }
    let hand = CaseHand(Self.actor, at: now)
    for response in texts {
      try ResponseStore.eraseText(of: response, by: hand, in: transaction)
    }
    try FoldedCounts.fold(ratings, in: transaction)
    erased += texts.count
    folded += ratings.count
    isEnded = seen < Self.rowsOfSlice && seen == slice.count
    if isEnded { try record(terms, at: now, in: transaction) }
    try KeepingStore.put(self, in: transaction)
  }

  private func slice(
    _ terms: KeepingTerms, in source: some Queryable
  ) throws -> [ReviewResponse] {
    guard let horizon = terms.horizon else { return [] }
    return try KeepingStore.responses(
      after: self, before: horizon, limit: Self.rowsOfSlice, in: source)
  }

  /// One entry a pass, where it did something.
  private func record(
    _ terms: KeepingTerms, at now: Timestamp, in transaction: Transaction
  ) throws {
    guard folded + erased > 0 else { return }
    var details = ["folded": String(folded), "textsErased": String(erased)]
    details["ratingsFrom"] = terms.ratingsFrom?.iso
    details["textsFrom"] = terms.textsFrom?.iso
    try AuditLog.record(
      AuditEvent("reviews.responses.expired", subject: day.iso, details: details),
      by: Self.actor, at: now, in: transaction)
  }

  private static let actor = AuditActor(.task, name: "reviews.keep")
}

extension ReviewResponse {
  fileprivate var withoutText: ReviewResponse {
    ReviewResponse(
      id: id, service: service, content: content.withoutText, receivedAt: receivedAt,
      isDated: isDated)
  }
}
