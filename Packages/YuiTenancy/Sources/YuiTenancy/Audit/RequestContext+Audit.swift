public import YuiStorage
public import YuiWeb

extension RequestContext {
  /// Records what the caller of this request changed, in the transaction that changes it.
  public func record(_ event: AuditEvent, in transaction: Transaction) throws {
    let actor =
      principal.map { principal in
        AuditActor(
          principal.kind == .account ? .account : .token, name: principal.name,
          id: principal.id.description)
      } ?? AuditActor(.account, name: "")
    try AuditLog.record(event, by: actor, at: now, in: transaction)
  }
}
