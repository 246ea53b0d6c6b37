import Glibc
import HubService
import TenantService
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// A server with everything it stands on, from its start to its graceful stop.
struct RunningService {
  private let lock: ServerLock
  private let deployment: Deployment
  private let tasks: TenantTasks
  private let watch: DirectoryWatch
  private let server: Server
  /// Where it answers.
  let addresses: [ListenAddress]

  /// Starts serving a data folder.
  ///
  /// - Parameter prepare: works on the folder before anybody is let in.
  init(
    _ configuration: ServeConfiguration, folder: DataFolder, store: DatabaseServer?,
    console: Console,
    prepare: (Deployment) throws -> Void = { _ in }
  ) throws {
    guard let lock = try ServerLock(folder) else {
      throw CommandFailure(
        "another server holds \(folder.path): stop it, or name another folder with --data")
    }
    self.lock = lock
    let note: @Sendable (String) -> Void = { console.note(Self.logLine($0)) }
    let outgoing = try configuration.outgoing()
    let tasks = TenantTasks(clock: .system, outgoing: outgoing, report: note)
    let deployment = try Deployment(
      folder, modules: Workspace.modules, isMade: true, server: store,
      reachesPrivateAddresses: outgoing.reachesPrivateAddresses,
      log: { note($0.description) },
      onWake: { store, task in tasks.wake(tenant: store.name, task: task) })
    if deployment.directory.isRemote {
      console.note(
        Self.logLine("the list of tenants is at \(deployment.directory.location)", level: "info"))
    }
    try prepare(deployment)
    let unready = try deployment.migrateAll(report: note)
    let sites = ServedSites(
      tenants: try TenantSites(deployment, without: unready),
      hub: HubSite.site(directory: deployment.directory, publicURL: ""))
    let changed: @Sendable () throws -> Void = {
      try sites.tenants.reload()
      try tasks.update(deployment)
    }
    var settings = try configuration.server(folder)
    settings.gauges = { Self.gauges(deployment.stats) }
    server = Server(
      settings, sites: sites,
      management: TenantControl.routes(deployment, changed: changed) { waking in
        tasks.wake(tenant: waking.tenant, task: waking.task)
      })
    addresses = try server.start()
    try tasks.update(deployment)
    watch = DirectoryWatch(deployment, sites: sites.tenants, report: note, changed: changed)
    self.deployment = deployment
    self.tasks = tasks
  }

  /// Waits for SIGTERM or SIGINT, then finishes what was accepted and returns.
  func runUntilSignal() {
    var signals = Self.stopSignals
    var received: Int32 = 0
    sigwait(&signals, &received)
    server.stop()
    watch.stop()
    tasks.stop()
    deployment.close()
    withExtendedLifetime(lock) {}
  }

  /// Keeps the stop signals for ``runUntilSignal()``; called before any thread is started.
  static func holdSignals() {
    var signals = stopSignals
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    signal(SIGPIPE, SIG_IGN)
  }

  /// A line for operators among the JSON lines of the requests.
  private static func logLine(_ message: String, level: String = "warning") -> String {
    let line: JSONValue = [
      "time": .string(Clock.system.now().rfc3339), "level": .string(level),
      "message": .string(message),
    ]
    return String(decoding: line.bytes, as: UTF8.self)
  }

  private static func gauges(_ stats: StorePoolStats) -> [ServerConfiguration.Gauge] {
    [
      .init("yui_stores_known", "Databases of tenants", stats.known),
      .init("yui_stores_open", "Databases that are open", stats.open),
      .init("yui_writes_queued", "Writes that wait, of all databases", stats.queued),
      .init("yui_writes", "Writes made durable since the start", stats.writes),
      .init("yui_commits", "Commits that made them durable", stats.batches),
    ]
  }

  private static var stopSignals: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGTERM)
    sigaddset(&signals, SIGINT)
    return signals
  }
}

/// The tenants by their hosts, and the hub for the names of this machine.
private final class ServedSites: SiteDirectory {
  let tenants: TenantSites
  private let hub: Site

  init(tenants: TenantSites, hub: Site) {
    self.tenants = tenants
    self.hub = hub
  }

  func site(host: String) -> Site? {
    HubSite.hosts.contains(host) ? hub : tenants.site(host: host)
  }

  var generation: UInt64 { tenants.generation }

  var sites: [Site] { [hub] + tenants.sites }

  var unserved: [String] { tenants.unserved }

  func isUnserved(host: String) -> Bool { tenants.isUnserved(host: host) }
}
