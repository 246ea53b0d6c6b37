import Synchronization

/// The writer's turns: each writes what is waiting, up to a limit, and then makes room for others.
extension Store {
  func giveTurn(after nanoseconds: Int64 = 0) {
    let pause = queue.withLock { $0.pauseUntil } - MonotonicTime.now()
    let delay = max(pause, nanoseconds)
    if delay <= 0, host.writers.submit({ self.takeTurn() }) { return }
    host.writers.submit(after: max(delay, 0)) { self.takeTurn() }
  }

  private func takeTurn() {
    var batch = queue.withLock { $0.take(host.batchLimit) }[...]
    let began = MonotonicTime.now()
    do {
      try commit(&batch)
      noteDuration(since: began)
      try withWriter { try $0.tidy() }
    } catch let error as StoreError where error.isStorageFailure {
      return turnReadOnly(error, failing: batch)
    } catch let error as StoreError where error.code == .busy {
      return waitForOthers(batch, error)
    } catch {
      for job in batch { job.answer(error) }
    }
    if queue.withLock({ $0.endTurn() }) { giveTurn() }
  }

  /// Commits and answers the writes of `batch`, which holds what is left if this throws.
  ///
  /// What certainly was not kept is run again: where writes stood in each other's way, some times,
  /// and where the connection proves to be broken, once on a new one.
  private func commit(_ batch: inout ArraySlice<WriteJob>) throws {
    var conflicts = 0
    var isReconnected = false
    while true {
      do {
        return try withWriter { try commit(&batch, $0) }
      } catch let error as StoreError where error.code == .unavailable && !isReconnected {
        isReconnected = true
        connections.dropWriter()
      } catch let error as StoreError where error.code == .conflict {
        conflicts += 1
        guard conflicts < host.options.conflictLimit else {
          throw StoreError(.conflict, error.message, context: error.context, retryAfter: 1)
        }
      }
    }
  }

  private func commit(
    _ batch: inout ArraySlice<WriteJob>, _ connection: any EngineConnection
  ) throws {
    do {
      try commit(batch, connection)
      batch = []
    } catch WriteBatch.Interruption.mustRunOneByOne {
      while !batch.isEmpty {
        try commit(batch.prefix(1), connection)
        batch.removeFirst()
      }
    }
  }

  private func commit(
    _ jobs: ArraySlice<WriteJob>, _ connection: any EngineConnection
  ) throws {
    let outcome = try WriteBatch(jobs: jobs, connection: connection).run()
    batches.add(1, ordering: .relaxed)
    writes.add(jobs.count, ordering: .relaxed)
    if let version = outcome.publicVersion { knownVersion.withLock { $0.learn(version) } }
    for job in jobs { job.answer() }
    for task in outcome.wakes { host.options.onWake(self, task) }
  }

  /// After a long batch other processes, which ask every few milliseconds, get their turn.
  private func noteDuration(since began: Int64) {
    let now = MonotonicTime.now()
    guard now - began > MonotonicTime.milliseconds(100) else { return }
    queue.withLock { $0.pauseUntil = now + MonotonicTime.milliseconds(25) }
  }

  /// Another process is writing: those who can wait do, and the thread serves other stores.
  private func waitForOthers(_ batch: ArraySlice<WriteJob>, _ error: StoreError) {
    let latest = MonotonicTime.now() - MonotonicTime.seconds(Int64(host.options.busyLimit))
    let late = batch.filter { $0.submitted < latest }
    let needsTurn = queue.withLock { queue in
      queue.putBack(batch.filter { $0.submitted >= latest }[...])
      return queue.endTurn()
    }
    for job in late { job.answer(error) }
    if needsTurn { giveTurn(after: MonotonicTime.milliseconds(5)) }
  }
}
