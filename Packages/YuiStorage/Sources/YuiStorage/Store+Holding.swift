import Glibc
import Synchronization
import YuiText

extension Store {
  /// Keeps everybody from writing, here and in other processes, while `body` runs; reads go on.
  ///
  /// Writes that were accepted before are finished first. Later ones are refused, and ``health``
  /// tells the reason.
  ///
  /// - Parameter reason: What those are told who want to write, with the seconds until they may try
  ///   again.
  /// - Throws: ``StoreError/Code/readOnly`` where the store takes no writes as it is,
  ///   ``StoreError/Code/busy`` where another process writes and writes.
  package func holdingWrites<Result>(
    because reason: StoreError, _ body: (WriteHold) throws -> Result
  ) throws -> Result {
    try refuseWrites(reason)
    defer { queue.withLock { $0.hold = nil } }
    try finishWrites()
    let lent = try host.connect(to: location, as: .writer)
    try Self.begin(lent.connection, within: host.options.busyLimit)
    defer { lent.connection.rollback() }
    return try body(WriteHold(lent.connection))
  }

  private func refuseWrites(_ reason: StoreError) throws {
    try queue.withLock { queue in
      if queue.isClosed { throw StoreError(.closed, "the store is closed", context: name) }
      if case .readOnly(let reason, _) = queue.health {
        throw StoreError.readOnly(store: name, because: reason)
      }
      queue.hold = (reason, host.options.clock.now())
    }
  }

  /// Waits until the writer has done what was accepted.
  private func finishWrites() throws {
    while true {
      let (isDone, condition) = queue.withLock { (!$0.hasTurn, $0.condition) }
      if case .readOnly(let reason, _) = condition {
        throw StoreError.readOnly(store: name, because: reason)
      }
      if isDone { return }
      usleep(1_000)
    }
  }

  /// Begins a transaction as soon as no other process writes.
  private static func begin(_ connection: any EngineConnection, within seconds: Int) throws {
    let deadline = MonotonicTime.now() + MonotonicTime.seconds(Int64(seconds))
    while true {
      do {
        return try connection.begin()
      } catch let error as StoreError where error.code == .busy {
        guard MonotonicTime.now() < deadline else { throw error }
      }
    }
  }
}

/// The right to be the only one who could write to a store: an open transaction that writes nothing.
package struct WriteHold {
  private let connection: any EngineConnection

  init(_ connection: any EngineConnection) {
    self.connection = connection
  }

  /// Throws if the hold was lost, as with a broken connection: others may have written since.
  package func confirm() throws {
    guard connection.isInTransaction else {
      throw StoreError(.unavailable, "the connection that kept writers out was lost")
    }
    try connection.run("SELECT 1") { _ in true }
  }
}
