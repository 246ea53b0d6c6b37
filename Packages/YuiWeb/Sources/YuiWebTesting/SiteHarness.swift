public import YuiStorage
public import YuiText
public import YuiWeb

/// Serves routes to a test, in process or over a socket, so that one body runs both ways.
///
/// ```swift
/// let harness = try SiteHarness(mode, store: store, routes: routes)
/// let answer = try harness.client().get("/hello")
/// #expect(answer.status == 200)
/// ```
public final class SiteHarness: Sendable {
  /// How requests reach the routes.
  public enum Mode: String, Sendable, CaseIterable {
    /// Through everything but the socket and libmicrohttpd.
    case inProcess
    /// Over TCP on this machine.
    case socket
  }

  /// The host of the site.
  public static let host = "131041.localhost"

  /// The site under test.
  public let site: Site
  let transport: any Transport
  let clock: Clock

  /// Serves the routes of one site, whose store the caller migrated.
  ///
  /// `configure` changes how the server is set up; its log goes nowhere unless it says otherwise.
  public init(
    _ mode: Mode = .inProcess, store: Store, routes: [Route],
    authenticator: any Authenticator = NoAuthenticator(), clock: Clock = .system,
    configure: (inout ServerConfiguration) -> Void = { _ in }
  ) throws {
    site = Site(
      key: "131041", name: LocalizedText(ja: "新宿区", en: "Shinjuku City"),
      publicURL: "http://\(Self.host)", store: store, routes: routes,
      authenticator: authenticator)
    self.clock = clock
    var configuration = ServerConfiguration(listen: [.tcp(address: "127.0.0.1", port: 0)])
    configuration.clock = clock
    configuration.log = .none
    configuration.slowThreads = 2
    configure(&configuration)
    let sites = FixedSites([Self.host: site])
    transport =
      switch mode {
      case .inProcess: InProcessTransport(InProcessServer(configuration, sites: sites))
      case .socket: try SocketTransport(Server(configuration, sites: sites))
      }
  }

  deinit { stop() }

  /// The port of the socket; 0 in process.
  public var port: UInt16 {
    transport.authority.split(separator: ":").last.flatMap { UInt16($0) } ?? 0
  }

  /// Stops serving: what was accepted is finished first.
  public func stop() { transport.stop() }

  /// A browser without cookies.
  public func client() -> TestClient { TestClient(self) }

  /// A program that presents a bearer token.
  public func client(token: String) -> TestClient { TestClient(self, token: token) }

  /// A browser in which an account is signed in.
  public func client(signedInAs account: UUIDv7) throws -> TestClient {
    let now = clock.now()
    let token = try site.store.write { try SessionStore.begin(account: account, now: now, in: $0) }
    return TestClient(self, session: token)
  }
}
