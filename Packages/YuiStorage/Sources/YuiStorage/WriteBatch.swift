/// Makes several writes durable with one commit, where one that fails takes nothing with it.
///
/// Hardly any fails after it has written something. So they run without savepoints, which cost a
/// fifth of a write; where one leaves something to undo, all of them run again, each in its own.
struct WriteBatch {
  /// What a committed batch leaves to do.
  struct Outcome {
    var publicVersion: PublicVersion?
    var wakes: Set<String> = []
  }

  enum Interruption: Error {
    /// The database rolled everything back for the sake of one write: each must run by itself.
    case mustRunOneByOne
    /// A write that failed has left something behind: each must run in a savepoint.
    case mustRunInSavepoints
  }

  let jobs: ArraySlice<WriteJob>
  let connection: any EngineConnection

  /// Runs the writes and returns after the commit; each job then holds its own failure, if any.
  ///
  /// Throws a ``StoreError`` if nothing was kept: ``StoreError/Code/busy`` or
  /// ``StoreError/Code/conflict`` if it may be tried again, a storage failure if the disk or the
  /// server is to blame. After ``StoreError/Code/unknownOutcome`` all of it was kept, or nothing.
  func run() throws -> Outcome {
    do {
      return try run(inSavepoints: false)
    } catch Interruption.mustRunInSavepoints {
      return try run(inSavepoints: true)
    }
  }

  private func run(inSavepoints: Bool) throws -> Outcome {
    try connection.begin()
    do {
      let kept = try jobs.compactMap { try attempt($0, inSavepoint: inSavepoints) }
      guard !kept.isEmpty else {
        connection.rollback()
        return Outcome()
      }
      var outcome = Outcome()
      if kept.contains(where: \.raisesPublicVersion) {
        outcome.publicVersion = try StoreTable.raise(connection)
      }
      for transaction in kept { outcome.wakes.formUnion(transaction.wakes) }
      try connection.commit()
      return outcome
    } catch let error as StoreError {
      connection.rollback()
      if error.isStorageFailure || error.isPassing { throw error }
      // The commit itself was refused, so one of the writes is to blame.
      guard isAlone else { throw Interruption.mustRunOneByOne }
      jobs.first?.failure = error
      return Outcome()
    } catch {
      connection.rollback()
      throw error
    }
  }

  /// Runs one write; returns its transaction if it is to be kept.
  private func attempt(_ job: WriteJob, inSavepoint: Bool) throws -> Transaction? {
    if inSavepoint { try connection.setSavepoint() }
    let transaction = Transaction(connection)
    job.attempt(in: transaction)
    transaction.end()
    if let failure = transaction.failure {
      if failure.isStorageFailure || failure.isPassing { throw failure }
      // Where the closure made light of it, the write fails all the same.
      job.failure = job.failure ?? failure
    }
    if job.failure == nil {
      if inSavepoint { try connection.releaseSavepoint() }
      return transaction
    }
    // The transaction of a single write is its own, and rolled back as a whole.
    if isAlone { return nil }
    guard connection.isInTransaction else { throw Interruption.mustRunOneByOne }
    if inSavepoint {
      try connection.rollbackToSavepoint()
    } else if transaction.hasWritten || transaction.failure != nil {
      throw Interruption.mustRunInSavepoints
    }
    return nil
  }

  private var isAlone: Bool { jobs.count == 1 }
}
