import Dispatch
import Synchronization
import YuiStorage

/// Something that goes on while the next is made ready.
final class Pending<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// Begins a write.
  init(writingTo store: Store, _ body: @escaping @Sendable (Transaction) throws -> Value) {
    store.submit(body) { [self] in end($0) }
  }

  /// Begins work on a thread of its own.
  init(_ work: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global().async { [self] in end(Result(catching: work)) }
  }

  private func end(_ result: Result<Value, any Error>) {
    self.result.withLock { $0 = result }
    isDone.signal()
  }

  /// Waits until it is done, a write until it is on disk; to be called once.
  func wait() throws -> Value {
    isDone.wait()
    guard let result = result.withLock({ $0 }) else {
      throw StoreError(.misuse, "something ended without a result")
    }
    return try result.get()
  }
}
