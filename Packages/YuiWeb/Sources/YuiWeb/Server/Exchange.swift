import CMicroHTTPD
import Synchronization

/// A request that the server's own code works on, while its connection waits for content or sleeps.
///
/// `connection` is libmicrohttpd's; it lives at least until the request is completed. The body is
/// gathered by the connection's thread alone; everything else goes through the lock. That is why
/// it may be handed to other threads.
final class Exchange: @unchecked Sendable {
  private enum State {
    case awake
    case suspended
    case answered(Response)
    case over
  }

  let call: Call
  private let connection: OpaquePointer
  private let state = Mutex(State.awake)

  /// What arrived so far.
  var body: BodyCollector

  init(_ call: Call, body: BodyCollector, connection: OpaquePointer) {
    self.call = call
    self.body = body
    self.connection = connection
  }

  /// The call with its content.
  func completeCall() -> Call {
    var call = call
    call.request.content = body.finish()
    return call
  }

  /// Puts the connection to sleep; called in its own callback.
  func suspend() {
    state.withLock { state in
      state = .suspended
      MHD_suspend_connection(connection)
    }
  }

  /// Wakes the connection with its answer; without effect where it was answered already or is gone.
  func finish(_ response: Response) {
    state.withLock { state in
      guard case .suspended = state else { return }
      state = .answered(response)
      // Within the lock: whoever stops the server must find each connection either asleep or woken.
      MHD_resume_connection(connection)
    }
  }

  /// The answer, once there is one.
  var answer: Response? {
    state.withLock { state in
      if case .answered(let response) = state { response } else { nil }
    }
  }

  /// Notes that the connection may be gone from now on.
  func end() {
    state.withLock { $0 = .over }
  }
}
