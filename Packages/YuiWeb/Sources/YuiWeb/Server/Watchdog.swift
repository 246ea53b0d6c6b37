import Glibc
import Synchronization

/// Closes connections whose peer takes too long.
///
/// It only shuts the socket down; libmicrohttpd notices and cleans up in its own thread. A
/// connection is forgotten here before its descriptor is closed, under the same lock, so that no
/// newer one is hit.
final class Watchdog: Sendable {
  private let connections = Mutex<[ObjectIdentifier: Connection]>([:])
  private let metrics: Metrics

  init(metrics: Metrics) {
    self.metrics = metrics
  }

  func watch(_ connection: Connection) {
    connections.withLock { $0[ObjectIdentifier(connection)] = connection }
  }

  func forget(_ connection: Connection) {
    connections.withLock { $0[ObjectIdentifier(connection)] = nil }
  }

  func closeLate() {
    let now = SteadyClock.now()
    connections.withLock { connections in
      for connection in connections.values where connection.isLate(at: now) {
        // What the peer didn't read so far it needn't get: the kernel forgets it at once.
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(
          connection.descriptor, SOL_SOCKET, SO_LINGER, &linger,
          socklen_t(MemoryLayout.size(ofValue: linger)))
        shutdown(connection.descriptor, Int32(SHUT_RDWR))
        metrics.timedOutConnections.wrappingAdd(1, ordering: .relaxed)
      }
    }
  }
}
