import Glibc

/// Time that only goes forward, in nanoseconds, exact to a few milliseconds and cheap to ask.
enum MonotonicTime {
  static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  static func milliseconds(_ count: Int64) -> Int64 { count * 1_000_000 }
  static func seconds(_ count: Int64) -> Int64 { count * 1_000_000_000 }
}
