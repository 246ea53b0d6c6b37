import Glibc

/// Hands one response from one thread to another that waits for it.
///
/// The semaphore orders writing before reading: that is why it may be shared between threads.
final class Mailbox: @unchecked Sendable {
  private let isFull = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
  private var response: Response?

  init() { sem_init(isFull, 0, 0) }

  deinit {
    sem_destroy(isFull)
    isFull.deallocate()
  }

  func put(_ response: Response) {
    self.response = response
    sem_post(isFull)
  }

  func take() -> Response {
    while sem_wait(isFull) != 0 {}
    return response ?? Response(status: 500)
  }
}
