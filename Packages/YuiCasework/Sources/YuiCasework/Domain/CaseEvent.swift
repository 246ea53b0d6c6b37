public import YuiStorage
public import YuiTenancy
public import YuiText

/// Something that was done with a case.
public struct CaseEvent: Sendable, Hashable {
  /// What can be done.
  public enum Kind: String, Sendable, SQLBindable {
    case moved, assigned, tagged, noted
    case replyDrafted = "reply-drafted"
    case replyReleased = "reply-released"
    case replyWithdrawn = "reply-withdrawn"
    case merged, split, erased
  }

  /// Names the event; sorts by time.
  public let id: UUIDv7
  /// When it was done.
  public let at: Timestamp
  /// Who did it.
  public let actor: AuditActor
  /// What was done.
  public let kind: Kind
  /// What was there before: a state, an assignee, tags; empty where there was nothing.
  public let before: String
  /// What is there now.
  public let after: String
  /// Why; nil where nothing was said.
  public let reason: String?
  /// Who reads the reason.
  public let readers: CaseReason.Readers
}

/// A change of a case that its module is told of.
public struct CaseChange: Sendable {
  /// The case before.
  public let old: Case
  /// The case now.
  public let new: Case
  /// What was done.
  public let kind: CaseEvent.Kind
  /// Who did it, and when.
  public let hand: CaseHand
}
