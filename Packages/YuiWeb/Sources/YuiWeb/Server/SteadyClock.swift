import Glibc

/// Seconds that never jump, for deadlines and durations.
enum SteadyClock {
  static func now() -> Double { read(CLOCK_MONOTONIC) }

  /// The same clock, exact to a few milliseconds and cheaper to read.
  static func coarse() -> Double { read(CLOCK_MONOTONIC_COARSE) }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
