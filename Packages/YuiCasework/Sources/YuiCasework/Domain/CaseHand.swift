public import YuiTenancy
public import YuiText

/// Who changes a case, and when.
public struct CaseHand: Sendable {
  /// Who it is.
  public let actor: AuditActor
  /// When they do it.
  public let now: Timestamp

  /// Names who changes cases now.
  public init(_ actor: AuditActor, at now: Timestamp) {
    self.actor = actor
    self.now = now
  }
}
