import Glibc

/// A source of the present time, passed as a value so that tests can hold it still.
public struct Clock: Sendable {
  /// Tells the present time.
  public let now: @Sendable () -> Timestamp

  /// Creates a clock that asks `now`.
  public init(now: @escaping @Sendable () -> Timestamp) {
    self.now = now
  }

  /// The clock of the machine.
  public static let system = Clock {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// Creates a clock that stands still at `time`.
  public static func fixed(_ time: Timestamp) -> Clock {
    Clock { time }
  }
}
