import Synchronization
import YuiText

/// What happens when the disk or the server fails: nobody is told "saved", the store takes no
/// writes, and it tries by itself until it is known to be sound and writes reach the disk again.
extension Store {
  /// Refuses writes from now on; the writer keeps its turn for the recovery.
  func turnReadOnly(_ reason: StoreError, failing batch: ArraySlice<WriteJob>) {
    let waiting = queue.withLock { $0.turnReadOnly(reason, at: host.options.clock.now()) }
    connections.dropWriter()
    host.options.log(.turnedReadOnly(store: name, reason: reason))
    for job in batch { job.answer(job.failure ?? reason) }
    for job in waiting { job.answer(StoreError.readOnly(store: name, because: reason)) }
    tryToRecover(afterSeconds: 1, isChecked: reason.isConnectionFailure)
  }

  /// The same, where a reader met the failure and the writer has nothing to do.
  func noteOutage(_ reason: StoreError) {
    if queue.withLock({ $0.takeIdleTurn() }) { turnReadOnly(reason, failing: []) }
  }

  /// - Parameter isChecked: Whether the database was found sound since the disk last failed; a
  ///   disk that is merely still full does not harm it.
  private func tryToRecover(afterSeconds delay: Int64, isChecked: Bool) {
    let isClosed = queue.withLock { queue in
      if queue.isClosed { _ = queue.endTurn() }
      return queue.isClosed
    }
    if isClosed { return }
    host.writers.submit(after: MonotonicTime.seconds(delay)) {
      self.recover(delay: delay, isChecked: isChecked)
    }
  }

  private func recover(delay: Int64, isChecked: Bool) {
    var isChecked = isChecked
    do {
      try withWriter { connection in
        if !isChecked { try connection.checkIntegrity() }
        isChecked = true
        try StoreTable.probe(connection)
      }
    } catch {
      connections.dropWriter()
      let reason = error as? StoreError ?? StoreError(.io, "\(error)", context: name)
      host.options.log(.stillReadOnly(store: name, reason: reason))
      let isSound =
        isChecked && (reason.code == .full || reason.isPassing || reason.isConnectionFailure)
      return tryToRecover(afterSeconds: min(2 * delay, 15), isChecked: isSound)
    }
    let needsTurn = queue.withLock { queue in
      queue.condition = .ready
      return queue.endTurn()
    }
    host.options.log(.recovered(store: name))
    if needsTurn { giveTurn() }
  }
}
