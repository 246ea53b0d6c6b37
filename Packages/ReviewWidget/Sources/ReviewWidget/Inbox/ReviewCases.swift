import YuiCasework
import YuiStorage
import YuiText

/// What people wrote, as cases that staff works on: one for each response with a comment.
enum ReviewCases {
  static let definition = CaseDefinition(
    module: "reviews", tables: "reviews", path: "/staff/reviews", states: ReviewState.all,
    moves: ReviewState.moves,
    clocks: [
      CaseClock(
        name: LocalizedText(ja: "確認", en: "Look at it"), term: .workingDays(10, .weekdays),
        states: ["new", "in-work"])
    ],
    permissions: .init(
      read: ReviewPermission.read, work: ReviewPermission.respond,
      release: ReviewPermission.publish),
    words: ResponseStore.comments, changed: follow)

  static let store = CaseStore(definition)

  /// Opens a case for each response that has a comment.
  static func open(
    _ responses: [ReviewResponse], at now: Timestamp, in transaction: Transaction
  ) throws {
    let drafts = responses.filter { !$0.content.comment.isEmpty }.map(CaseDraft.init)
    guard !drafts.isEmpty else { return }
    try store.open(drafts, at: now, in: transaction)
  }

  /// Lets the case of a response follow what an import changed in it.
  static func update(
    _ old: ReviewResponse, to new: ReviewResponse, at now: Timestamp, in transaction: Transaction
  ) throws {
    if old.content.comment.isEmpty {
      try open([new], at: now, in: transaction)
    } else {
      try store.follow(CaseDraft(new), in: transaction)
    }
  }

  /// Erases what was written about a response whose comment is erased.
  static func erase(
    _ response: UUIDv7, by hand: CaseHand, in transaction: Transaction
  ) throws {
    try store.erase(subject: response.description, by: hand, in: transaction)
  }

  /// What follows from a change of a case for figures and public pages.
  private static func follow(_ change: CaseChange, in transaction: Transaction) throws {
    let (wasSpam, isSpam) = (change.old.state == "spam", change.new.state == "spam")
    if wasSpam != isSpam, let id = UUIDv7(change.new.subject) {
      var changes = CountChanges()
      try ResponseStore.setCounted(!isSpam, id, counting: &changes, in: transaction)
      try changes.apply(in: transaction)
    }
    if change.old.state == "published" || change.new.state == "published" {
      transaction.raisePublicVersion()
    }
  }
}

extension CaseDraft {
  fileprivate init(_ response: ReviewResponse) {
    self.init(
      subject: response.id.description, topic: response.service.description,
      rank: response.content.score.rawValue, receivedAt: response.receivedAt)
  }
}
