import Glibc
import YuiStorage
import YuiTenancy
import YuiText

/// One tenant's way from one place to another, while nobody writes to it.
///
/// The list of tenants decides what is the tenant's database, and changes in one write. What ends a
/// move before that leaves the tenant where it was, and a draft that the next move clears away; what
/// ends it later leaves the tenant where it is now, and an old database that the next move puts
/// aside.
struct TenantMove {
  let deployment: Deployment
  let tenant: Tenant
  let source: Store
  let old: any DatabasePlace
  let new: any DatabasePlace
  let placement: TenantPlacement

  private var key: TenantKey { tenant.key }

  /// - Parameters:
  ///   - hold: what keeps everybody from writing to the old place.
  ///   - switched: takes up that the tenant is somewhere else.
  func run(
    _ hold: WriteHold, switched: () throws -> Void, progress: (BackupProgress) -> Void
  ) throws -> MoveReport {
    let now = deployment.clock.now()
    let draft = TenantCopy(
      of: key, at: new.address, name: new.name, state: .draft, madeAt: now)
    let kept = TenantCopy(
      of: key, at: old.address, name: old.nameAside(.kept, at: now), state: .kept, madeAt: now)
    try deployment.directory.write { try TenantDirectory.add(draft, in: $0) }
    let contents: ContentsReport
    do {
      contents = try makeDraft {
        try hold.confirm()
        progress($0)
      }
      try hold.confirm()
      try new.publishDraft(as: draft.mark)
      // What this process may still have open from an earlier time is not what lies there now.
      let pool = try deployment.pool(of: tenant.placed(placement))
      pool.remove(pool.store(source.name, at: new.location))
      try switchOver(from: draft, keeping: kept)
    } catch {
      // What cannot be cleared away now, the next move clears away.
      try? deployment.clear(draft, at: new)
      throw error
    }
    try? switched()
    return MoveReport(
      from: "\(old.location)", to: "\(new.location)", contents: contents,
      kept: old.whereAside(kept.name), problem: leave(as: kept.name))
  }

  /// Makes a copy that is proven to be the same, and notes the move in it.
  private func makeDraft(progress: (BackupProgress) throws -> Void) throws -> ContentsReport {
    try new.removeDraft()
    try new.makeRoom()
    let pool = StorePool(engine: new.engine)
    defer { pool.close() }
    let copy = pool.store("\(key)", at: new.draft)
    let contents = try deployment.copy(source, intoNew: copy, progress: progress)
    let (was, audit) = (try source.verifiedAuditLog(), try copy.verifiedAuditLog())
    guard audit.size == was.size, audit.root == was.root else {
      throw DeploymentError("the copy of \(key) holds another audit log: nothing was moved")
    }
    let report = ContentsReport(contents, audit)
    let details = [
      "from": "\(old.location)", "to": "\(new.location)", "sha256": report.digest,
    ]
    try copy.write { [key, deployment] transaction in
      try AuditLog.record(
        AuditEvent("tenant.moved", subject: "\(key)", details: details),
        by: AuditActor(.command, name: "yui tenant move"), at: deployment.clock.now(),
        in: transaction)
    }
    return report
  }

  private func switchOver(from draft: TenantCopy, keeping kept: TenantCopy) throws {
    do {
      try deployment.directory.write { [tenant, placement] transaction in
        let now = try TenantDirectory.tenant(tenant.key, in: transaction)
        guard now?.placement == tenant.placement else {
          throw DeploymentError("\(tenant.key) was moved or removed meanwhile")
        }
        try TenantDirectory.setPlacement(placement, of: tenant.key, in: transaction)
        try TenantDirectory.remove(draft, in: transaction)
        try TenantDirectory.add(kept, in: transaction)
      }
    } catch {
      guard isSwitched() else { throw error }
    }
  }

  /// Whether a write that failed was done all the same.
  ///
  /// Asks until there is an answer: before it is known, nobody may write anywhere.
  private func isSwitched() -> Bool {
    while true {
      do {
        return try deployment.tenant(key).placement == placement
      } catch TenantDirectoryError.unknown {
        return false
      } catch {
        sleep(1)
      }
    }
  }

  /// Sends whoever still holds the old place to the new one, and then takes it away from whoever
  /// else has it open; returns why that failed, if it did.
  private func leave(as name: String) -> String? {
    do {
      let successor = try deployment.store(of: tenant.placed(placement))
      try deployment.pool(of: tenant).remove(source, inFavourOf: successor)
      try old.putAside(as: name)
      return nil
    } catch {
      return "\(error)"
    }
  }
}

extension Store {
  fileprivate func verifiedAuditLog() throws -> LogVerification {
    try read { try AuditLog.verify(in: $0) }
  }
}
