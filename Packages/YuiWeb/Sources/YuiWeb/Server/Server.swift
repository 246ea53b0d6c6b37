import Glibc
import Synchronization
import YuiStorage

/// Serves sites over HTTP.
///
/// ```swift
/// let server = Server(configuration, sites: directory)
/// let addresses = try server.start()
/// …
/// server.stop()
/// ```
public final class Server: Sendable {
  private struct Running {
    var listeners: [Listener] = []
    var threads: [PeriodicThread] = []
  }

  private let configuration: ServerConfiguration
  private let dispatcher: Dispatcher
  private let management: [ManagementRoute]
  private let running = Mutex(Running())
  private let isStopping = StopFlag()

  /// Prepares a server; nothing listens yet.
  public init(
    _ configuration: ServerConfiguration, sites: any SiteDirectory,
    management: [ManagementRoute] = []
  ) {
    self.configuration = configuration
    self.management = management
    dispatcher = Dispatcher(configuration, sites: sites)
  }

  /// Opens the listeners; returns the addresses of the sites as bound, in the order given.
  ///
  /// Throws a ``ServerError`` where an address can't be listened at; nothing listens then.
  @discardableResult
  public func start() throws -> [ListenAddress] {
    // A peer that is gone shows as an error of the write, not as a signal that ends the process.
    signal(SIGPIPE, SIG_IGN)
    let descriptors = DescriptorLimit.raise()
    let maximum = configuration.maximumConnections ?? max(64, min(descriptors / 2, 16_384))
    let watchdog = Watchdog(metrics: dispatcher.metrics)
    let listeners = try openListeners(watchdog)
    do {
      let threads = configuration.threads ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
      for listener in listeners {
        switch listener.role {
        case .sites: try listener.start(threads: threads, maximumConnections: maximum)
        case .management: try listener.start(threads: 1, maximumConnections: 64)
        }
      }
    } catch {
      for listener in listeners { listener.stop() }
      throw error
    }
    let log = dispatcher.log
    let limits = configuration.deadlines
    let shortest = min(limits.header, limits.idle, limits.body, limits.stalled)
    let threads = [
      PeriodicThread(every: 0.1) { log.flush() },
      PeriodicThread(every: min(1, shortest / 4)) { watchdog.closeLate() },
    ]
    running.withLock { $0 = Running(listeners: listeners, threads: threads) }
    return addresses { if case .sites = $0 { true } else { false } }
  }

  /// Where the management listeners are bound.
  public var managementAddresses: [ListenAddress] {
    addresses { if case .management = $0 { true } else { false } }
  }

  /// Stops accepting, finishes what was accepted, and returns.
  ///
  /// Waits at most ``ServerConfiguration/drainSeconds``; what isn't finished then gets a 503.
  public func stop() {
    isStopping.set()
    let stopped = running.withLock { running in
      defer { running = Running() }
      return running
    }
    for listener in stopped.listeners { listener.quiesce() }
    let deadline = SteadyClock.now() + configuration.drainSeconds
    let isBusy = { stopped.listeners.contains { $0.underWay.load(ordering: .relaxed) > 0 } }
    while isBusy(), SteadyClock.now() < deadline { usleep(2_000) }
    for listener in stopped.listeners { listener.stop() }
    if !stopped.listeners.isEmpty {
      dispatcher.remoteReads.close()
      dispatcher.slowPool.close()
    }
    for thread in stopped.threads { thread.stop() }
  }

  private func addresses(where isWanted: (Listener.Role) -> Bool) -> [ListenAddress] {
    running.withLock { $0.listeners.filter { isWanted($0.role) }.map(\.address) }
  }

  private func openListeners(_ watchdog: Watchdog) throws -> [Listener] {
    let flag = isStopping
    let desk = ManagementDesk(
      routes: management, build: configuration.build, gauges: configuration.gauges,
      isStopping: { flag.isSet })
    let memory = BodyMemory(capacity: configuration.maximumBodyMemory)
    var listeners: [Listener] = []
    do {
      for (role, address) in configuration.listen.map({ (Listener.Role.sites, $0) })
        + configuration.management.map({ (.management(desk), $0) })
      {
        // A proxy of another user reaches the sites through its group; managing is the owner's.
        let mode: mode_t = if case .sites = role { 0o660 } else { 0o600 }
        let socket = try ListeningSocket(address, socketMode: mode)
        listeners.append(
          Listener(
            role, socket: socket, dispatcher: dispatcher, watchdog: watchdog, bodyMemory: memory,
            configuration: configuration))
      }
    } catch {
      for listener in listeners { listener.stop() }
      throw error
    }
    return listeners
  }
}

/// Whether the server was told to stop.
private final class StopFlag: Sendable {
  private let flag = Atomic<Bool>(false)

  var isSet: Bool { flag.load(ordering: .relaxed) }

  func set() { flag.store(true, ordering: .relaxed) }
}
