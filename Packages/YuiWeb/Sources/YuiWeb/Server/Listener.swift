import CMicroHTTPD
import Glibc
import Synchronization

/// A listening socket with its libmicrohttpd daemon.
///
/// `daemon` is written by `start` and `stop` alone, which the server calls one after the other; the
/// callbacks only use what is constant or guarded. That is why it may be shared between threads.
final class Listener: @unchecked Sendable {
  /// What answers.
  enum Role {
    case sites
    case management(ManagementDesk)
  }

  let role: Role
  let address: ListenAddress
  let dispatcher: Dispatcher
  let bodyMemory: BodyMemory
  var temporaryFolder: String { configuration.temporaryFolder }
  let isDraining = Atomic<Bool>(false)
  /// Requests that were begun and aren't completed.
  let underWay = Atomic<Int>(0)

  /// Room for the head of a request and of its answer.
  ///
  /// libmicrohttpd clears all of it after each request, so that twice as much costs a microsecond.
  private static let connectionMemory = 16 * 1024

  private let configuration: ServerConfiguration
  private let socket: Int32
  private let watchdog: Watchdog
  private let addresses = AddressCounts()
  private let sleeping = Mutex(Sleeping())
  private var daemon: OpaquePointer?

  private struct Sleeping {
    var suspensions: [ObjectIdentifier: Suspension] = [:]
    var isStopped = false
  }

  init(
    _ role: Role, socket: ListeningSocket, dispatcher: Dispatcher, watchdog: Watchdog,
    bodyMemory: BodyMemory, configuration: ServerConfiguration
  ) {
    self.role = role
    self.socket = socket.descriptor
    address = socket.address
    self.dispatcher = dispatcher
    self.watchdog = watchdog
    self.bodyMemory = bodyMemory
    self.configuration = configuration
  }

  func start(threads: Int, maximumConnections: Int) throws {
    var settings = yui_mhd_settings(
      listen_socket: socket, threads: UInt32(threads),
      connection_limit: UInt32(maximumConnections), connection_memory: Self.connectionMemory,
      accept_policy: peerAsks, notify_connection: connectionChanged,
      request_target: requestBegan, handler: requestProceeds,
      request_completed: requestCompleted,
      context: Unmanaged.passUnretained(self).toOpaque())
    daemon = yui_mhd_start(&settings)
    if daemon == nil { throw ServerError("libmicrohttpd didn't start on \(address)") }
  }

  /// Takes no more connections; what is connected goes on.
  ///
  /// New ones are closed as they come. `MHD_quiesce_daemon` would refuse them, but it and a thread of
  /// the pool may both take the socket out of epoll, and the later one ends the process.
  func quiesce() {
    isDraining.store(true, ordering: .relaxed)
    if case .unix(let path) = address { unlink(path) }
  }

  /// Ends every connection; requests that still sleep are answered with a 503 nobody may read.
  func stop() {
    let suspensions = sleeping.withLock { sleeping in
      sleeping.isStopped = true
      return Array(sleeping.suspensions.values)
    }
    for suspension in suspensions { suspension.wake(with: Response(status: 503)) }
    if let daemon {
      // It closes the socket as well.
      MHD_stop_daemon(daemon)
    } else {
      close(socket)
    }
    daemon = nil
  }

  // MARK: Connections

  func mayConnect(_ address: UnsafePointer<sockaddr>?) -> Bool {
    guard !isDraining.load(ordering: .relaxed) else { return false }
    guard let address, let peer = PeerAddress(address), !isTrusted(peer) else { return true }
    let isWelcome = addresses.count(of: peer) < configuration.maximumConnectionsPerAddress
    if !isWelcome { dispatcher.metrics.refusedConnections.wrappingAdd(1, ordering: .relaxed) }
    return isWelcome
  }

  func connected(descriptor: Int32, address: UnsafePointer<sockaddr>?) -> Connection {
    let peer = address.flatMap(PeerAddress.init)
    let connection = Connection(
      descriptor: descriptor, peer: peer, isTrustedProxy: peer.map(isTrusted) ?? true,
      limits: configuration.deadlines)
    if let peer { addresses.add(peer) }
    watchdog.watch(connection)
    dispatcher.metrics.connections.wrappingAdd(1, ordering: .relaxed)
    return connection
  }

  func disconnected(_ connection: Connection) {
    watchdog.forget(connection)
    if let peer = connection.peer { addresses.remove(peer) }
    dispatcher.metrics.connections.wrappingSubtract(1, ordering: .relaxed)
  }

  func isTrusted(_ peer: PeerAddress) -> Bool {
    configuration.trustedProxies.contains(peer)
  }

  // MARK: Sleeping requests

  func suspend(_ suspension: Suspension) {
    let isStopped = sleeping.withLock { sleeping in
      sleeping.suspensions[ObjectIdentifier(suspension)] = suspension
      suspension.begin()
      return sleeping.isStopped
    }
    // libmicrohttpd can't be stopped over a connection that sleeps.
    if isStopped { suspension.wake(with: Response(status: 503)) }
  }

  func awoke(_ suspension: Suspension) {
    suspension.end()
    sleeping.withLock { $0.suspensions[ObjectIdentifier(suspension)] = nil }
  }
}
