import Synchronization
import YuiStorage

/// Keeps threads from waiting, one after the other, for a server that does not answer.
final class Reachability: Sendable {
  private struct Failure {
    let error: StoreError
    let end: ContinuousClock.Instant
  }

  private let failure = Mutex<Failure?>(nil)

  /// Connects, unless to wait for it was in vain a moment ago.
  func connecting<Connection>(_ connect: () throws -> Connection) throws -> Connection {
    let began = ContinuousClock.now
    if let failure = failure.withLock({ $0 }), began < failure.end { throw failure.error }
    do {
      let connection = try connect()
      failure.withLock { $0 = nil }
      return connection
    } catch let error as StoreError where error.code == .unavailable {
      let now = ContinuousClock.now
      // A refusal at once costs nobody anything, and may be one role's own affair.
      if now - began > .seconds(1) {
        failure.withLock { $0 = Failure(error: error, end: now + .seconds(2)) }
      }
      throw error
    }
  }
}
