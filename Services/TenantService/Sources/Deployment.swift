import Synchronization
public import YuiStorage
import YuiStorageSQLite
public import YuiTenancy
public import YuiText
public import YuiWeb

/// All tenants of one data folder: their databases, their sites, their tasks.
///
/// A server holds one with the ``ServerLock``; commands open one beside it, under the same rules.
public final class Deployment: Sendable {
  /// The folder.
  public let folder: DataFolder
  /// The modules that this build offers, in the order they are shown.
  public let modules: [any Module]
  /// The deployment's own database, which holds the list of tenants.
  public let directory: Store
  /// All open databases.
  public let pool: StorePool

  let clock: Clock
  private let staff: StaffRoutes

  /// Opens a data folder.
  ///
  /// - Parameters:
  ///   - isMade: whether the folder is made where there is none; otherwise that is an error, so that
  ///     a slip of the pen is not taken for an empty deployment.
  ///   - log: takes what operators should know.
  ///   - onWake: takes the tasks that transactions wake.
  public init(
    _ folder: DataFolder, modules: [any Module], isMade: Bool, clock: Clock = .system,
    log: @escaping @Sendable (StoreEvent) -> Void = { _ in },
    onWake: @escaping @Sendable (Store, String) -> Void = { _, _ in }
  ) throws {
    self.folder = folder
    self.modules = modules
    self.clock = clock
    staff = StaffRoutes()
    guard isMade || folder.exists else {
      throw DeploymentError(missing: folder)
    }
    try folder.make()
    var options = StorePoolOptions()
    options.clock = clock
    options.log = log
    options.onWake = onWake
    pool = StorePool(engine: SQLiteEngine(), options: options)
    directory = pool.store("directory", at: .file(folder.directoryDatabase))
    if !DataFolder.exists(folder.directoryDatabase) { try directory.create() }
    try directory.migrate([TenantDirectory.migrations])
  }

  // MARK: Tenants

  /// Every tenant, by key.
  public func tenants() throws -> [Tenant] {
    try directory.read { try TenantDirectory.all(in: $0) }
  }

  /// The tenant with this key.
  ///
  /// - Throws: `TenantDirectoryError.unknown` where there is none.
  public func tenant(_ key: TenantKey) throws -> Tenant {
    guard let tenant = try directory.read({ try TenantDirectory.tenant(key, in: $0) }) else {
      throw TenantDirectoryError.unknown(key)
    }
    return tenant
  }

  /// Makes a tenant: its database first, then its entry, so that nobody is ever sent to nothing.
  ///
  /// - Parameter fill: works on the database before anybody can reach it; it may be called again
  ///   after it was interrupted.
  @discardableResult
  public func create(
    _ draft: TenantDraft, fill: (Store) throws -> Void = { _ in }
  ) throws -> Tenant {
    let tenant = try draft.checked(modules: modules.map(\.identifier), now: clock.now())
    try directory.read { snapshot in
      guard try TenantDirectory.tenant(tenant.key, in: snapshot) == nil else {
        throw TenantDirectoryError.exists(tenant.key)
      }
      let others = try TenantDirectory.all(in: snapshot)
      if let other = others.first(where: { $0.host == tenant.host }) {
        throw TenantDirectoryError.hostTaken(tenant.host, by: other.key)
      }
    }
    let store = store(of: tenant)
    if !DataFolder.exists(folder.database(of: tenant.key)) {
      try DataFolder.make(folder.tenantFolder(tenant.key))
      try store.create()
    }
    try migrate(store)
    try store.write { transaction in
      try AuditLog.record(
        AuditEvent("tenant.created", subject: "\(tenant.key)", details: ["host": tenant.host]),
        by: AuditActor(.command, name: "yui tenant"), at: self.clock.now(), in: transaction)
    }
    try fill(store)
    try directory.write { try TenantDirectory.add(tenant, in: $0) }
    return tenant
  }

  /// Switches a module on or off; its data stay.
  public func setModule(_ module: String, enabled: Bool, of key: TenantKey) throws {
    let known = modules.map(\.identifier)
    guard known.contains(module) else {
      throw TenantDirectoryError.unknownModule(module, known: known)
    }
    let tenant = try tenant(key)
    let wanted = known.filter { $0 == module ? enabled : tenant.modules.contains($0) }
    try directory.write { try TenantDirectory.setModules(wanted, of: key, in: $0) }
    try store(of: tenant).write { transaction in
      transaction.raisePublicVersion()
      try AuditLog.record(
        AuditEvent(enabled ? "tenant.module.enabled" : "tenant.module.disabled", subject: module),
        by: AuditActor(.command, name: "yui tenant"), at: self.clock.now(), in: transaction)
    }
  }

  /// Takes a tenant out of service; its folder is moved aside, not deleted.
  ///
  /// - Returns: where its data are now.
  public func remove(_ key: TenantKey) throws -> String {
    let tenant = try tenant(key)
    try directory.write { try TenantDirectory.remove(key, in: $0) }
    pool.remove(store(of: tenant))
    let target = folder.removedFolder(key, at: clock.now().milliseconds)
    try FileMove.rename(folder.tenantFolder(key), to: target)
    return target
  }

  /// A tenant's database, of which nothing is opened yet.
  public func store(of tenant: Tenant) -> Store {
    pool.store("\(tenant.key)", at: .file(folder.database(of: tenant.key)))
  }

  /// A tenant's database, brought to the state this build expects.
  public func readyStore(of key: TenantKey) throws -> Store {
    let store = store(of: try tenant(key))
    try migrate(store)
    return store
  }

  /// Brings every tenant's database to the state this build expects, each by itself.
  ///
  /// - Parameter report: told of each that could not be, which stops none of the others.
  /// - Returns: the tenants that cannot be served.
  public func migrateAll(report: (String) -> Void) throws -> Set<TenantKey> {
    var unready: Set<TenantKey> = []
    for tenant in try tenants() {
      do {
        try migrate(store(of: tenant))
      } catch {
        report("TENANT \(tenant.key) IS NOT SERVED: \(error)")
        unready.insert(tenant.key)
      }
    }
    return unready
  }

  func migrate(_ store: Store) throws {
    try store.migrate(migrationSets)
  }

  /// The numbered tables of a tenant, in the order of their dependencies.
  public var migrationSets: [MigrationSet] {
    [
      AccountStore.migrations, SessionStore.migrations, TokenStore.migrations,
      AuditLog.migrations, SettingsStore.migrations, UploadStore.migrations,
      IdempotencyStore.migrations,
    ] + modules.map(\.migrationSet)
  }

  /// What a tenant serves.
  public func site(of tenant: Tenant) -> Site {
    let enabled = modules.filter { tenant.modules.contains($0.identifier) }
    return TenantSite(tenant: tenant, modules: enabled, store: store(of: tenant), staff: staff)
      .site
  }
}
