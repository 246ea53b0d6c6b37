public import YuiText

/// How a server listens and what it bears.
public struct ServerConfiguration: Sendable {
  /// Where the sites are served.
  public var listen: [ListenAddress]
  /// Where health, metrics and management answer; loopback or a Unix socket.
  public var management: [ListenAddress] = []
  /// Server threads; `nil` for one a core.
  public var threads: Int?
  /// Threads for slow work.
  public var slowThreads = 8
  /// How much slow work may wait; beyond it callers get a 503.
  public var slowQueue = 256
  /// Threads for reading stores that lie in another process.
  public var remoteReadThreads = 16
  /// How many such reads may wait; beyond it callers get a 503.
  public var remoteReadQueue = 1_024
  /// How long such a read may wait for a thread, in seconds; then its caller gets a 503.
  public var remoteReadPatience = 10.0
  /// Connections in total; `nil` for half of what the descriptor limit allows, at most 16,384.
  public var maximumConnections: Int?
  /// Connections of one subscriber (an IPv4 address, an IPv6 /64); a city hall is one.
  public var maximumConnectionsPerAddress = 1024
  /// What a subscriber may send to one public form of one site in a minute; `nil` for no limit.
  ///
  /// All of it may come at once. Who shows a token has no limit.
  public var formsPerMinute: Int? = 300
  /// Content of requests held in memory at once, in bytes; beyond it callers get a 503.
  public var maximumBodyMemory = 256 * 1024 * 1024
  /// Where uploaded files beyond 256 KiB lie, without a name, while a request is worked on.
  public var temporaryFolder = TemporaryFile.defaultFolder
  /// Memory for kept answers, in bytes.
  public var cacheMemory = 32 * 1024 * 1024
  /// Proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed; Unix sockets always are.
  public var trustedProxies: [PeerAddress] = []
  /// How long a peer may take.
  public var deadlines = Deadlines()
  /// How long ``Server/stop()`` waits for requests under way, in seconds.
  public var drainSeconds = 30.0
  /// Where the log lines go.
  public var log = LogDestination.standardError
  /// The clock.
  public var clock = Clock.system
  /// Names the build in the metrics; kept answers live in memory and so never outlive it.
  public var build: String = "dev"

  /// Figures to add to the metrics, such as how many stores are open; asked at each scrape.
  public var gauges: @Sendable () -> [Gauge] = { [] }

  /// Configures a server that listens at `listen`.
  public init(listen: [ListenAddress]) {
    self.listen = listen
  }

  /// A figure that goes up and down.
  public struct Gauge: Sendable {
    let name: String
    let help: String
    let value: Int

    /// Names a figure, `yui_` first, and says in a line what it is.
    public init(_ name: String, _ help: String, _ value: Int) {
      self.name = name
      self.help = help
      self.value = value
    }
  }

  /// How long a peer may take for each part of an exchange, in seconds.
  public struct Deadlines: Sendable, Hashable {
    /// From accepting, or from the request line, to the end of the header.
    public var header = 15.0
    /// Between two requests of a connection.
    public var idle = 75.0
    /// For content of any length.
    public var body = 15.0
    /// And this much more for each 64 KiB that arrived.
    public var bodyPer64KiB = 1.0
    /// A reader that takes less than ``minimumRate`` over this long is given up.
    public var stalled = 15.0
    /// The least rate of a reader, in bytes a second.
    public var minimumRate = 1024.0

    /// The deadlines for the internet.
    public init() {}
  }
}

/// Where log lines go.
public enum LogDestination: Sendable {
  /// The standard error stream.
  case standardError
  /// A function that gets whole lines, for tests and other sinks; called on the log's thread.
  case lines(@Sendable ([UInt8]) -> Void)
  /// Nowhere.
  case none
}
