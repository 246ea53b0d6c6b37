import CMicroHTTPD
import Glibc
import Synchronization

/// One connection, from `accept` to `close`.
///
/// libmicrohttpd gives a connection to one of its threads and calls back from there, one call at a
/// time; what isn't atomic here is touched by those calls alone. `reading` is the watchdog's own.
final class Connection: @unchecked Sendable {
  /// Where the request under way stands.
  enum Stage {
    case none
    case head
    /// Checked, and nothing more is to come.
    case whole(RequestGuard.Findings)
    /// Let in, while its content arrives.
    case body(IncomingRequest)
    case suspended(Suspension)
    case answering
  }

  let descriptor: Int32
  let peer: PeerAddress?
  /// Whether what it says about its client is believed.
  let isTrustedProxy: Bool
  private let limits: ServerConfiguration.Deadlines

  var stage = Stage.none
  var record = ExchangeRecord()
  private var targetBuffer = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  private var targetCount = 0

  /// Milliseconds on the steady clock until which the peer may take, or one of the two below.
  private let deadline: Atomic<Int64>
  private static let serversTurn: Int64 = -1
  private static let sending: Int64 = -2
  private var reading: ReadingRate?

  init(
    descriptor: Int32, peer: PeerAddress?, isTrustedProxy: Bool,
    limits: ServerConfiguration.Deadlines
  ) {
    self.descriptor = descriptor
    self.peer = peer
    self.isTrustedProxy = isTrustedProxy
    self.limits = limits
    let phase = ConnectionPhase.idle(since: SteadyClock.coarse(), isFirst: true)
    deadline = Atomic(Self.milliseconds(phase, limits))
  }

  deinit { targetBuffer.deallocate() }

  /// The target of the request under way, as it came.
  var target: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: targetBuffer[..<targetCount])
  }

  func enter(_ phase: ConnectionPhase) {
    deadline.store(Self.milliseconds(phase, limits), ordering: .relaxed)
  }

  /// The server has something for the peer to read.
  func beginSending() {
    deadline.store(Self.sending, ordering: .relaxed)
  }

  private static func milliseconds(
    _ phase: ConnectionPhase, _ limits: ServerConfiguration.Deadlines
  ) -> Int64 {
    phase.deadline(limits).map { Int64($0 * 1000) } ?? serversTurn
  }

  /// Whether the peer took too long; called by the watchdog.
  func isLate(at now: Double) -> Bool {
    let deadline = deadline.load(ordering: .relaxed)
    guard deadline == Self.sending, peer != nil else {
      reading = nil
      return deadline >= 0 && Int64(now * 1000) > deadline
    }
    let state = SocketProgress.of(descriptor)
    guard var rate = reading else {
      reading = ReadingRate(at: now, acknowledged: state.acknowledged)
      return false
    }
    let isStalled = rate.isStalled(
      at: now, acknowledged: state.acknowledged, waiting: state.waiting, limits: limits)
    reading = rate
    return isStalled
  }

  /// Keeps a target before libmicrohttpd takes it apart in place.
  func keepTarget(_ text: UnsafePointer<CChar>) {
    // One byte more than allowed is enough to see that it is too long.
    let count = min(strlen(text), RequestGuard.maximumTarget + 1)
    if targetBuffer.count < count {
      targetBuffer.deallocate()
      targetBuffer = .allocate(byteCount: max(256, count), alignment: 1)
    }
    targetBuffer.copyMemory(from: UnsafeRawBufferPointer(start: text, count: count))
    targetCount = count
  }
}
