internal import Synchronization
public import YuiText

/// Slows down guessing: after some failures in a row a key waits, twice as long each time, from five
/// seconds to fifteen minutes.
///
/// One is kept for accounts and one for addresses, which bears more: a city hall is one address. Kept in memory alone and bounded, so it leaves
/// nothing about anybody on disk; a key that was quiet for an hour is forgotten.
public final class SignInThrottle: Sendable {
  private struct Failures {
    var count: Int
    var last: Timestamp
  }

  private static let mostKeys = 10_000
  private static let forgottenAfter: Int64 = 3600

  private let failures = Mutex<[String: Failures]>([:])

  private let free: Int

  /// Makes an empty one, with which so many failures in a row cost nothing.
  public init(free: Int = 5) {
    self.free = free
  }

  /// Seconds a key has to wait from now; 0 where it may try.
  public func wait(for key: String, at now: Timestamp) -> Int64 {
    failures.withLock { failures in
      guard let known = failures[key], known.count >= free else { return 0 }
      let pause = min(Int64(5) << min(known.count - free, 8), 900)
      return max(0, (known.last.milliseconds - now.milliseconds) / 1000 + pause)
    }
  }

  /// Notes a failure.
  public func failed(_ key: String, at now: Timestamp) {
    failures.withLock { failures in
      if failures.count >= Self.mostKeys { Self.forget(&failures, at: now) }
      let known = failures[key].flatMap { Self.isQuiet($0, at: now) ? nil : $0 }
      failures[key] = Failures(count: (known?.count ?? 0) + 1, last: now)
    }
  }

  /// Forgets a key that has proven itself.
  public func succeeded(_ key: String) {
    failures.withLock { $0[key] = nil }
  }

  /// Drops what has been quiet for long; where all of it is fresh, the oldest half.
  private static func forget(_ failures: inout [String: Failures], at now: Timestamp) {
    failures = failures.filter { !isQuiet($0.value, at: now) }
    guard failures.count >= mostKeys else { return }
    let oldest = failures.sorted { $0.value.last < $1.value.last }.prefix(mostKeys / 2)
    for (key, _) in oldest { failures[key] = nil }
  }

  private static func isQuiet(_ failures: Failures, at now: Timestamp) -> Bool {
    failures.last.adding(seconds: forgottenAfter) <= now
  }
}
