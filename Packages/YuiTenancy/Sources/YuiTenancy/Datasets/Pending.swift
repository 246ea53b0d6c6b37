import Dispatch
import Synchronization
import YuiStorage

/// A write that goes on while the next one is made ready.
final class PendingWrite<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  init(in store: Store, _ body: @escaping @Sendable (Transaction) throws -> Value) {
    store.submit(body) { [self] result in
      self.result.withLock { $0 = result }
      isDone.signal()
    }
  }

  /// Waits until it is on disk; to be called once.
  func wait() throws -> Value {
    isDone.wait()
    guard let result = result.withLock({ $0 }) else {
      throw StoreError(.misuse, "a write was answered without a result")
    }
    return try result.get()
  }
}
