import Synchronization
import YuiStorage

/// Takes up what other processes change in the list of tenants, and tenants that can be served
/// again, while a server runs.
///
/// The list of a data folder changes through its one server. A list at a database server may have
/// several: each looks at its public version twice a second.
public final class DirectoryWatch: Sendable {
  private static let interval: Int64 = 500_000_000
  /// How many looks there are from one try of the tenants that are not served to the next.
  private static let looksPerRetry = 20

  private let deployment: Deployment
  private let sites: TenantSites
  private let report: @Sendable (String) -> Void
  private let changed: @Sendable () throws -> Void
  private let pool = WorkerPool(name: "yui-directory", threads: 1, capacity: 1)
  private let known = Mutex<PublicVersion?>(nil)

  /// Begins to watch.
  ///
  /// - Parameters:
  ///   - report: told of tenants that are served again.
  ///   - changed: takes up the changed list; called again at the next look if it fails.
  public init(
    _ deployment: Deployment, sites: TenantSites,
    report: @escaping @Sendable (String) -> Void = { _ in },
    changed: @escaping @Sendable () throws -> Void
  ) {
    self.deployment = deployment
    self.sites = sites
    self.report = report
    self.changed = changed
    look(1)
  }

  private func look(_ number: Int) {
    pool.submit(after: Self.interval) { [weak self] in
      guard let self else { return }
      if number % Self.looksPerRetry == 0 { retry() }
      if deployment.directory.isRemote { takeUpChanges() }
      look(number + 1)
    }
  }

  private func retry() {
    guard let ready = try? sites.retryUnready(), !ready.isEmpty else { return }
    for key in ready.sorted() { report("tenant \(key) is served again") }
    try? changed()
  }

  private func takeUpChanges() {
    let version = deployment.directory.publicVersion
    guard version != known.withLock({ $0 }), (try? changed()) != nil else { return }
    known.withLock { $0 = version }
  }

  /// Ends watching.
  public func stop() { pool.close() }
}
