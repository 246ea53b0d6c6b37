/// One write that waits for its turn, with the type of its result put aside.
///
/// `@unchecked Sendable`: what changes in it is only touched by the store's writer, which is never
/// on two threads at once.
class WriteJob: @unchecked Sendable {
  let submitted = MonotonicTime.now()
  /// Why the write came to nothing, if it did.
  var failure: (any Error)?

  /// Runs the closure; what came of an earlier run is forgotten.
  func attempt(in transaction: Transaction) {}

  /// Tells the caller what became of the write.
  func answer() {}

  func answer(_ failure: any Error) {
    self.failure = failure
    answer()
  }
}

final class TypedWriteJob<Value: Sendable>: WriteJob, @unchecked Sendable {
  private let body: @Sendable (Transaction) throws -> Value
  private let then: @Sendable (Result<Value, any Error>) -> Void
  private var value: Value?

  init(
    _ body: @escaping @Sendable (Transaction) throws -> Value,
    _ then: @escaping @Sendable (Result<Value, any Error>) -> Void
  ) {
    self.body = body
    self.then = then
  }

  override func attempt(in transaction: Transaction) {
    (value, failure) = (nil, nil)
    do {
      value = try body(transaction)
    } catch {
      failure = error
    }
  }

  override func answer() {
    if let failure {
      then(.failure(failure))
    } else if let value {
      then(.success(value))
    } else {
      then(.failure(StoreError(.misuse, "a write was answered before it ran")))
    }
  }
}
