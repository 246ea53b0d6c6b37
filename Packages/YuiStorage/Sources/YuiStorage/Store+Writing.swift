import Synchronization

extension Store {
  /// Queues a write and returns at once; `then` is called when it is on disk or has failed.
  ///
  /// Writes that wait together become durable together, each whole or not at all. A write that
  /// fails takes no other with it.
  ///
  /// - Parameters:
  ///   - body: The write. It may run twice, so that it has no outside effect but rows and keeps no
  ///     state across; it runs on the writer's thread, where it waits for nobody.
  ///   - then: Takes the result, after the commit and on the writer's thread; where the write is
  ///     refused (``StoreError/Code/busy``, ``StoreError/Code/readOnly``,
  ///     ``StoreError/Code/closed``), before this call returns.
  public func submit<Value: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> Value,
    then: @escaping @Sendable (Result<Value, any Error>) -> Void
  ) {
    let job = TypedWriteJob(body, then)
    let admission = queue.withLock {
      $0.admit(job, limit: host.options.queueLimit, store: name)
    }
    switch admission {
    case .queued: break
    case .needsTurn: giveTurn()
    case .refused(let error):
      if let successor = successor(after: error) { return successor.submit(body, then: then) }
      job.answer(error)
    }
  }

  /// Writes and waits until it is on disk; for slow work, commands and tests.
  ///
  /// `body` is as in ``submit(_:then:)``. Must not be called from the writer's own thread, that is
  /// from another write, a `then` or a wake, which throws ``StoreError/Code/misuse``.
  @discardableResult
  public func write<Value: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> Value
  ) throws -> Value {
    guard !host.writers.isCurrentThread else {
      throw StoreError(.misuse, "a writer's thread cannot wait for a write", context: name)
    }
    let answer = Monitor<Result<Value, any Error>?>(nil)
    submit(body) { result in answer.update { $0 = result } }
    return try answer.wait { result in
      result.map { .done($0) } ?? .wait(nanoseconds: nil)
    }.get()
  }
}
