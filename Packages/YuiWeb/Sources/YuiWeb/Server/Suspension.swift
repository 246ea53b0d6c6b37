import CMicroHTTPD
import Synchronization

/// A connection that sleeps while other threads work on its request.
///
/// `connection` is libmicrohttpd's; it lives at least until the request is completed. Everything
/// goes through the lock: that is why it may be handed to other threads.
final class Suspension: @unchecked Sendable {
  private enum State {
    case awake
    case asleep
    case woken(Admission)
    case over
  }

  private let call: Call
  private let connection: OpaquePointer
  private let state = Mutex(State.awake)

  init(of connection: OpaquePointer, for call: Call) {
    self.connection = connection
    self.call = call
  }

  /// Puts the connection to sleep; called in its own callback.
  func begin() {
    state.withLock { state in
      state = .asleep
      MHD_suspend_connection(connection)
    }
  }

  /// Wakes the connection with how its request goes on; without effect where it was woken already
  /// or is gone.
  func wake(with admission: Admission) {
    state.withLock { state in
      guard case .asleep = state else { return }
      state = .woken(admission)
      // Within the lock: whoever stops the server must find each connection either asleep or woken.
      MHD_resume_connection(connection)
    }
  }

  /// Wakes the connection with its answer.
  func wake(with response: Response) { wake(with: .answered(call, response)) }

  /// How the request goes on, once that is known.
  var admission: Admission? {
    state.withLock { state in
      if case .woken(let admission) = state { admission } else { nil }
    }
  }

  /// Notes that the connection may be gone from now on.
  func end() {
    state.withLock { $0 = .over }
  }
}
