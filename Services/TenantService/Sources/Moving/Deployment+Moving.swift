import Synchronization
public import YuiStorage
public import YuiTenancy

/// Moving tenants between the data folder and a database server.
extension Deployment {
  /// Brings a tenant's database to another place.
  ///
  /// Reads go on meanwhile; writes are refused until the tenant is at its new place, and refused in
  /// other processes too. The old database is kept (``copies(of:)``).
  ///
  /// - Parameters:
  ///   - allowsUnshared: whether a tenant may go into a file though other servers, which share the
  ///     list, cannot serve it there.
  ///   - login: the server where it lies now, if that is not the configured one.
  ///   - switched: takes up that the tenant is somewhere else, as soon as it is.
  ///   - progress: told now and then how far it is.
  public func move(
    _ key: TenantKey, to target: MoveTarget, allowsUnshared: Bool = false,
    login: DatabaseServer? = nil,
    switched: () throws -> Void = {},
    progress: (BackupProgress) -> Void = { _ in }
  ) throws -> MoveReport {
    let tenant = try tenant(key)
    guard tenant.placement.address != target.server?.address else {
      throw DeploymentError("\(key) is there already: \(try store(of: tenant).location)")
    }
    if let step = progressOfMove(of: key) {
      throw DeploymentError(
        "\(key) is being moved already: \(step.done * 100 / max(1, step.total)) %")
    }
    guard target.server != nil || !directory.isRemote || allowsUnshared else {
      throw DeploymentError(
        "the list of tenants is at a server: in a file of this data folder, \(key) is out of reach "
          + "for every other server that shares the list: add --yes")
    }
    let placement: TenantPlacement =
      target.server.map { .server(address: $0.address, password: .random()) } ?? .file
    let source = try readyStore(of: key)
    let move = TenantMove(
      deployment: self, tenant: tenant, source: source,
      old: try manageablePlace(of: tenant, login: login),
      new: try newPlace(of: key, placement, target), placement: placement)
    let reason = StoreError(.moving, "the tenant is being moved", retryAfter: 5)
    return try source.holdingWrites(because: reason) { hold in
      moves.withLock { $0[key] = BackupProgress(done: 0, total: 1) }
      defer { moves.withLock { $0[key] = nil } }
      guard try self.tenant(key).placement == tenant.placement else {
        throw DeploymentError("\(key) was moved meanwhile: look with 'yui tenant show \(key)'")
      }
      try clearLeftovers(of: tenant, logins: [target.server, login])
      guard try !move.new.exists() else {
        throw DeploymentError(
          "there is a database already: \(move.new.location): put it away first; nothing was moved")
      }
      return try move.run(hold, switched: switched) { step in
        moves.withLock { $0[key] = step }
        progress(step)
      }
    }
  }

  /// How far a tenant's move is; nil where none runs in this process.
  public func progressOfMove(of key: TenantKey) -> BackupProgress? {
    moves.withLock { $0[key] }
  }

  /// What a tenant's database holds.
  public func contents(
    of key: TenantKey, counted: (Int) -> Void = { _ in }
  ) throws -> ContentsReport {
    let tenant = try tenant(key)
    guard !isElsewhere(tenant) else {
      throw DeploymentError("the database of \(key) is \(try whereLies(tenant)): look there")
    }
    let store = try store(of: tenant)
    return ContentsReport(
      try store.contents(counted: counted), try store.read { try AuditLog.verify(in: $0) })
  }

  /// Fills a database that is made for it with the rows of another, as they are now.
  @discardableResult
  func copy(
    _ source: Store, intoNew copy: Store, progress: (BackupProgress) throws -> Void
  ) throws -> StoreContents {
    try source.refuseNewer(migrationSets)
    let applied = try source.migrationStates()
    try copy.create()
    try copy.migrate(migrationSets.map { $0.limited(to: applied) })
    return try source.copy(into: copy, progress: progress)
  }

  private func newPlace(
    of key: TenantKey, _ placement: TenantPlacement, _ target: MoveTarget
  ) throws -> any DatabasePlace {
    guard case .server(_, let password) = placement, let server = target.server else {
      return FilePlace(folder: folder, key: key)
    }
    return try SchemaPlace(key, at: server.server, password: password)
  }
}
