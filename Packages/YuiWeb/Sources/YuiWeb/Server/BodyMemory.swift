import Synchronization

/// A bound on the content of all requests that is held at once.
final class BodyMemory: Sendable {
  private let capacity: Int
  private let inUse = Atomic<Int>(0)

  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Sets room aside; false where there is none.
  func reserve(_ count: Int) -> Bool {
    let (_, new) = inUse.wrappingAdd(count, ordering: .relaxed)
    if new <= capacity { return true }
    release(count)
    return false
  }

  func release(_ count: Int) {
    inUse.wrappingSubtract(count, ordering: .relaxed)
  }
}
