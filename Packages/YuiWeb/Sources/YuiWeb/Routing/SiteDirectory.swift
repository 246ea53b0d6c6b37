import Synchronization

/// Knows which site a host name belongs to.
public protocol SiteDirectory: Sendable {
  /// Returns the site of a host, given in lower case and without a port.
  func site(host: String) -> Site?
  /// A number that rises whenever the answer for any host changed; kept answers end with it.
  var generation: UInt64 { get }
  /// Every site, for metrics and health.
  var sites: [Site] { get }
  /// The keys of sites that should be served and cannot be, for health.
  var unserved: [String] { get }
  /// Whether a host belongs to such a site: its callers are told to come back later.
  func isUnserved(host: String) -> Bool
}

extension SiteDirectory {
  /// None, unless a directory says otherwise.
  public var unserved: [String] { [] }
  /// None, unless a directory says otherwise.
  public func isUnserved(host: String) -> Bool { false }
}

/// A directory that can be replaced as a whole.
public final class FixedSites: SiteDirectory {
  private let state: Mutex<(sites: [String: Site], generation: UInt64)>

  /// Creates a directory of sites by host.
  public init(_ sites: [String: Site]) {
    state = Mutex((sites, 0))
  }

  /// Returns the site of a host.
  public func site(host: String) -> Site? {
    state.withLock { $0.sites[host] }
  }

  /// Rises with each replacement.
  public var generation: UInt64 { state.withLock { $0.generation } }

  /// Every site, once however many hosts it has.
  public var sites: [Site] {
    let all = state.withLock { Array($0.sites.values) }
    return Array(Dictionary(all.map { ($0.key, $0) }, uniquingKeysWith: { one, _ in one }).values)
  }

  /// Puts other sites in place of the present ones.
  public func replace(_ sites: [String: Site]) {
    state.withLock { $0 = (sites, $0.generation + 1) }
  }
}
