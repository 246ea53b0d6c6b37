import Glibc

/// A value behind a lock, on which threads can wait until it changes.
///
/// `@unchecked Sendable`: the value is only touched with the lock held.
final class Monitor<State>: @unchecked Sendable {
  enum Turn<Result> {
    case done(Result)
    /// Wait for a change, at most this many nanoseconds if given.
    case wait(nanoseconds: Int64?)
  }

  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var state: State

  init(_ state: State) {
    self.state = state
    pthread_mutex_init(lock, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(changed, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  func read<Result>(_ body: (State) -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body(state)
  }

  /// Changes the value and lets one waiting thread look at it.
  func update<Result>(_ body: (inout State) -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer {
      pthread_mutex_unlock(lock)
      pthread_cond_signal(changed)
    }
    return body(&state)
  }

  /// Changes the value and lets all waiting threads look at it.
  func updateForAll<Result>(_ body: (inout State) -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer {
      pthread_mutex_unlock(lock)
      pthread_cond_broadcast(changed)
    }
    return body(&state)
  }

  /// Asks `body` at each change until it is done.
  func wait<Result>(_ body: (inout State) -> Turn<Result>) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while true {
      switch body(&state) {
      case .done(let result): return result
      case .wait(nil): pthread_cond_wait(changed, lock)
      case .wait(let nanoseconds?):
        var deadline = timespec()
        clock_gettime(CLOCK_MONOTONIC, &deadline)
        let total = Int64(deadline.tv_nsec) + nanoseconds
        deadline.tv_sec += Int(total / 1_000_000_000)
        deadline.tv_nsec = Int(total % 1_000_000_000)
        pthread_cond_timedwait(changed, lock, &deadline)
      }
    }
  }
}
