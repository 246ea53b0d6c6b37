import Synchronization
public import YuiStorage
public import YuiTenancy
public import YuiText
public import YuiWeb

/// All tenants of one data folder, or of one list at a database server: their databases, their
/// sites, their tasks.
///
/// A server holds one with the ``ServerLock``; commands open one beside it, under the same rules.
public final class Deployment: Sendable {
  /// The folder.
  public let folder: DataFolder
  /// Where new tenants get their databases; files of the folder where there is none.
  public let server: DatabaseServer?
  /// The modules that this build offers, in the order they are shown.
  public let modules: [any Module]
  /// The deployment's own database, which holds the list of tenants.
  public let directory: Store

  let clock: Clock
  let pools: DatabasePools
  private let staff: StaffRoutes
  /// How far the moves are that run at present.
  let moves = Mutex<[TenantKey: BackupProgress]>([:])

  /// Opens a deployment.
  ///
  /// The list of tenants is at the server, unless the folder holds one already. Where it is at a
  /// server, the folder remembers that, and cannot be opened without it.
  ///
  /// - Parameters:
  ///   - isMade: whether the list is made where there is none; otherwise that is an error, so that
  ///     a slip of the pen is not taken for an empty deployment.
  ///   - server: where new tenants get their databases.
  ///   - reachesPrivateAddresses: whether webhooks may be set up that lead into private networks.
  ///   - log: takes what operators should know.
  ///   - onWake: takes the tasks that transactions wake.
  public init(
    _ folder: DataFolder, modules: [any Module], isMade: Bool, server: DatabaseServer? = nil,
    reachesPrivateAddresses: Bool = false, clock: Clock = .system,
    log: @escaping @Sendable (StoreEvent) -> Void = { _ in },
    onWake: @escaping @Sendable (Store, String) -> Void = { _, _ in }
  ) throws {
    self.folder = folder
    self.server = server
    self.modules = modules
    self.clock = clock
    staff = StaffRoutes(reachesPrivateAddresses: reachesPrivateAddresses)
    let list = try DirectoryPlace.choose(folder, server)
    let isThere = try list.exists()
    guard isThere || isMade else { throw DeploymentError(missing: folder, server: server) }
    try folder.make()
    var options = StorePoolOptions()
    options.clock = clock
    options.log = log
    options.onWake = onWake
    pools = DatabasePools(server, options: options)
    directory = pools.pool(at: list.server).store("directory", at: list.location)
    if !isThere { try list.create(directory) }
    try list.beRemembered(by: folder)
    try directory.migrate([TenantDirectory.migrations])
  }

  /// Finishes what was accepted and closes every database.
  public func close() { pools.close() }

  /// What all databases are doing: the source of metrics.
  public var stats: StorePoolStats { pools.stats }

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

  // MARK: Databases

  /// A tenant's database, of which nothing is opened yet.
  public func store(of tenant: Tenant) throws -> Store {
    try pool(of: tenant).store(
      "\(tenant.key)", at: place(of: tenant.key, tenant.placement).location)
  }

  /// A tenant's database, brought to the state this build expects.
  public func readyStore(of key: TenantKey) throws -> Store {
    let store = try store(of: try tenant(key))
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
        try migrate(try store(of: tenant))
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
      AuditLog.migrations, SettingsStore.migrations, ImportStore.migrations,
      IdempotencyStore.migrations, FormKeyStore.migrations, Outbox.migrations,
      TenantKeys.migrations,
    ] + modules.map(\.migrationSet)
  }

  // MARK: Sites

  /// What a tenant serves.
  public func site(of tenant: Tenant) throws -> Site {
    let enabled = modules.filter { tenant.modules.contains($0.identifier) }
    return TenantSite(
      tenant: tenant, modules: enabled, store: try store(of: tenant), staff: staff
    ).site
  }
}
