import YuiStorage
public import YuiTenancy
import YuiText

/// The databases that tenants were served from before they moved, and what broken-off moves left.
extension Deployment {
  /// Where old databases of a tenant are kept.
  public func copies(of key: TenantKey) throws -> [String] {
    try copies(of: key, .kept).map { whereIs($0) }
  }

  /// Where copies of a tenant's database are that a move makes at present, or that one left
  /// which was broken off: the next one clears them away.
  public func drafts(of key: TenantKey) throws -> [String] {
    try copies(of: key, .draft).map { whereIs($0) }
  }

  /// Deletes the old databases of a tenant for good.
  ///
  /// - Parameter login: the server where they lie, if that is not the configured one.
  /// - Returns: where they were.
  public func discardCopies(
    of key: TenantKey, login: DatabaseServer? = nil
  ) throws -> [String] {
    let address = try directory.read { try TenantDirectory.tenant(key, in: $0)?.placement.address }
    return try copies(of: key, .kept).map { copy in
      let place = try manageablePlace(of: key, at: copy.address, logins: [login])
      try finishLeaving(copy, at: place, by: address)
      // Somebody may have deleted it by hand.
      if try place.holdsAside(copy.name) { try place.removeAside(copy.name) }
      try directory.write { try TenantDirectory.remove(copy, in: $0) }
      return place.whereAside(copy.name)
    }
  }

  /// Finishes what broken-off moves of a tenant began.
  ///
  /// - Parameter logins: servers to which there is a login besides the configured one.
  func clearLeftovers(of tenant: Tenant, logins: [DatabaseServer?]) throws {
    let copies = try directory.read { try TenantDirectory.copies(of: tenant.key, in: $0) }
    for copy in copies where copy.address != tenant.placement.address {
      let place = try manageablePlace(of: tenant.key, at: copy.address, logins: logins)
      switch copy.state {
      case .draft:
        try clear(copy, at: place)
      case .kept:
        try finishLeaving(copy, at: place, by: tenant.placement.address)
      }
    }
  }

  /// Puts an old database aside that is still where it was.
  private func finishLeaving(
    _ copy: TenantCopy, at place: any DatabasePlace, by address: String?
  ) throws {
    guard copy.address != address, try !place.holdsAside(copy.name), try place.exists() else {
      return
    }
    try place.putAside(as: copy.name)
  }

  /// Deletes a draft, also one that was published and never became the tenant's database.
  func clear(_ draft: TenantCopy, at place: any DatabasePlace) throws {
    let tenant = try directory.read { try TenantDirectory.tenant(draft.tenant, in: $0) }
    if let tenant, tenant.placement.address == draft.address { return }
    try place.removeDraft()
    // Another deployment may have made a tenant of this name there meanwhile.
    if try place.exists(), try place.isMarked(draft.mark) { try place.remove() }
    try directory.write { try TenantDirectory.remove(draft, in: $0) }
  }

  private func copies(of key: TenantKey, _ state: TenantCopy.State) throws -> [TenantCopy] {
    try directory.read { try TenantDirectory.copies(of: key, in: $0) }
      .filter { $0.state == state }
  }

  private func whereIs(_ copy: TenantCopy) -> String {
    guard let address = copy.address else {
      return FilePlace(folder: folder, key: copy.tenant).whereAside(copy.name)
    }
    return "\(address), schema \(copy.name)"
  }
}

extension TenantCopy {
  /// What a move's draft is known by once it has the name of the tenant's own database.
  var mark: String { "moved \(tenant) \(madeAt.milliseconds)" }
}
