public import YuiStorage
public import YuiTenancy
import YuiText

/// Changing which tenants there are.
extension Deployment {
  /// Makes a tenant: its database first, then its entry, so that nobody is ever sent to nothing.
  ///
  /// - Parameter fill: works on the database before anybody can reach it; it may be called again
  ///   after it was interrupted.
  @discardableResult
  public func create(
    _ draft: TenantDraft, fill: (Store) throws -> Void = { _ in }
  ) throws -> Tenant {
    let tenant = try draft.checked(
      modules: modules.map(\.identifier), now: clock.now(), placement: placementOfNew())
    try directory.read { snapshot in
      guard try TenantDirectory.tenant(tenant.key, in: snapshot) == nil else {
        throw TenantDirectoryError.exists(tenant.key)
      }
      let others = try TenantDirectory.all(in: snapshot)
      if let other = others.first(where: { $0.host == tenant.host }) {
        throw TenantDirectoryError.hostTaken(tenant.host, by: other.key)
      }
    }
    let place = try place(of: tenant.key, tenant.placement)
    let store = try store(of: tenant)
    let note = try claim(place, of: tenant.key)
    if try place.exists() {
      try place.adopt()
    } else {
      try place.makeRoom()
      try store.create()
    }
    try migrate(store)
    try store.write { transaction in
      try AuditLog.record(
        AuditEvent("tenant.created", subject: "\(tenant.key)", details: ["host": tenant.host]),
        by: AuditActor(.command, name: "yui tenant"), at: self.clock.now(), in: transaction)
    }
    try fill(store)
    try directory.write { transaction in
      try TenantDirectory.add(tenant, in: transaction)
      try TenantDirectory.remove(note, in: transaction)
    }
    return tenant
  }

  /// Notes that a tenant's database is being made, so that one which is found there later is known
  /// to be ours; another deployment may use the same server.
  private func claim(_ place: any DatabasePlace, of key: TenantKey) throws -> TenantCopy {
    let note = TenantCopy(
      of: key, at: place.address, name: place.name, state: .draft, madeAt: clock.now())
    let copies = try directory.read { try TenantDirectory.copies(of: key, in: $0) }
    let isNoted = copies.contains { $0.address == note.address && $0.name == note.name }
    guard try isNoted || !place.exists() || place.isUnclaimed() else {
      throw DeploymentError(
        "there is a database already, which no list here names: \(place.location)")
    }
    try directory.write { try TenantDirectory.add(note, in: $0) }
    return note
  }

  /// Switches a module on or off; its data stay.
  public func setModule(_ module: String, enabled: Bool, of key: TenantKey) throws {
    let known = modules.map(\.identifier)
    guard known.contains(module) else {
      throw TenantDirectoryError.unknownModule(module, known: known)
    }
    let tenant = try tenant(key)
    let wanted = known.filter { $0 == module ? enabled : tenant.modules.contains($0) }
    // The trace first: where it cannot be left, as while the tenant is moved, nothing changes.
    try store(of: tenant).write { transaction in
      transaction.raisePublicVersion()
      try AuditLog.record(
        AuditEvent(enabled ? "tenant.module.enabled" : "tenant.module.disabled", subject: module),
        by: AuditActor(.command, name: "yui tenant"), at: self.clock.now(), in: transaction)
    }
    try directory.write { try TenantDirectory.setModules(wanted, of: key, in: $0) }
  }

  /// Takes a tenant out of service; its database is put aside, not deleted.
  ///
  /// What fails before the list is changed leaves the tenant on it, to be removed again.
  ///
  /// - Parameter login: the server where it lies, if that is not the configured one.
  /// - Returns: where its data are now; nil where there were none.
  public func remove(_ key: TenantKey, login: DatabaseServer? = nil) throws -> String? {
    let tenant = try tenant(key)
    let place = try manageablePlace(of: tenant, login: login)
    let store = try store(of: tenant)
    let name = try putAside(tenant, at: place)
    try directory.write { try TenantDirectory.remove(key, in: $0) }
    try pool(of: tenant).remove(store)
    return name.map(place.whereAside)
  }

  /// Puts a tenant's database aside, unless an earlier removal did and ended before it changed the
  /// list; returns its name there.
  private func putAside(_ tenant: Tenant, at place: any DatabasePlace) throws -> String? {
    if try place.exists() {
      let name = place.nameAside(.removed, at: clock.now())
      try place.putAside(as: name)
      return name
    }
    if let time = try place.lastAside(.removed), time >= tenant.createdAt {
      return place.nameAside(.removed, at: time)
    }
    if isElsewhere(tenant) {
      throw DeploymentError(
        "the database of \(tenant.key) is in the data folder of another server: remove it there")
    }
    return nil
  }
}
