import Glibc

/// Hands one value from one thread to another that waits for it.
///
/// The semaphore orders writing before reading: that is why it may be shared between threads.
final class Mailbox<Value: Sendable>: @unchecked Sendable {
  private let isFull = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
  private var value: Value?

  init() { sem_init(isFull, 0, 0) }

  deinit {
    sem_destroy(isFull)
    isFull.deallocate()
  }

  /// Starts something and waits for what it calls back with.
  static func wait(for start: (@escaping @Sendable (Value) -> Void) -> Void) -> Value {
    let mailbox = Mailbox()
    start { mailbox.put($0) }
    return mailbox.take()
  }

  func put(_ value: Value) {
    self.value = value
    sem_post(isFull)
  }

  func take() -> Value {
    while true {
      // A signal may wake it with nothing there.
      if sem_wait(isFull) == 0, let value { return value }
    }
  }
}
