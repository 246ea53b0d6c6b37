import Synchronization
public import YuiTenancy
public import YuiWeb

/// The sites of a deployment by host; a site is made when it is first asked for.
public final class TenantSites: SiteDirectory {
  private struct State {
    var tenants: [String: Tenant] = [:]
    var sites: [String: Site] = [:]
    var unready: Set<TenantKey>
    var unreadyHosts: Set<String> = []
    var generation: UInt64 = 0
  }

  private let deployment: Deployment
  private let state: Mutex<State>

  /// Knows the tenants of a deployment as they are now.
  ///
  /// - Parameter unready: tenants whose database this build cannot use, which are not served.
  public init(_ deployment: Deployment, without unready: Set<TenantKey> = []) throws {
    self.deployment = deployment
    state = Mutex(State(unready: unready))
    try reload()
  }

  /// Takes up which tenants there are; a tenant that changed, or that moved, gets its site made
  /// anew.
  public func reload() throws {
    let tenants = try deployment.tenants()
    state.withLock { state in
      state.unready.formIntersection(tenants.map(\.key))
      state.unreadyHosts = Set(
        tenants.filter { state.unready.contains($0.key) }.map(\.host))
      let served = tenants.filter { !state.unready.contains($0.key) }
      let new = Dictionary(served.map { ($0.host, $0) }, uniquingKeysWith: { first, _ in first })
      state.sites = state.sites.filter { new[$0.key] == state.tenants[$0.key] }
      state.tenants = new
      state.generation += 1
    }
  }

  /// Tries again whether the tenants that are not served can be; returns those that can.
  func retryUnready() throws -> Set<TenantKey> {
    let ready = state.withLock { $0.unready }.filter { key in
      (try? deployment.readyStore(of: key)) != nil
    }
    if ready.isEmpty { return [] }
    state.withLock { $0.unready.subtract(ready) }
    try reload()
    return ready
  }

  /// The site that answers for a host.
  public func site(host: String) -> Site? {
    state.withLock { state in
      if let site = state.sites[host] { return site }
      guard let tenant = state.tenants[host], let site = try? deployment.site(of: tenant) else {
        return nil
      }
      state.sites[host] = site
      return site
    }
  }

  /// Rises when the answer for any host may have changed.
  public var generation: UInt64 { state.withLock { $0.generation } }

  /// The tenants whose database this build cannot use.
  public var unserved: [String] { state.withLock { $0.unready }.map(\.description).sorted() }

  /// Whether a host belongs to a tenant whose database this build cannot use.
  public func isUnserved(host: String) -> Bool {
    state.withLock { $0.unreadyHosts.contains(host) }
  }

  /// The sites made so far.
  public var sites: [Site] { state.withLock { Array($0.sites.values) } }
}
