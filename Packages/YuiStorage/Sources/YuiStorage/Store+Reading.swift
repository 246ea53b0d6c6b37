import Synchronization

extension Store {
  /// Reads one state of the store, on the calling thread.
  ///
  /// The state stays the same while `body` runs, whatever is written meanwhile; so `body` is short
  /// and waits for nobody. It may run twice, where a connection proves to be broken or another
  /// process changed a table: it has no outside effect, and keeps no state across.
  public func read<Value>(_ body: (Snapshot) throws -> Value) throws -> Value {
    do {
      return try readOnce(body)
    } catch let error as StoreError where error.isConnectionFailure {
      // The server was started anew, or the network broke: the other idle connections are no
      // better.
      connections.dropReaders()
      return try notingOutage { try readOnce(body) }
    } catch let error as StoreError where error.code == .conflict {
      return try readOnce(body)
    } catch let error as StoreError {
      guard let successor = successor(after: error) else { throw error }
      return try successor.read(body)
    }
  }

  /// Lets a server that is away show in ``health``, also where nobody writes.
  private func notingOutage<Value>(_ read: () throws -> Value) throws -> Value {
    do {
      return try read()
    } catch let error as StoreError where error.code == .unavailable {
      noteOutage(error)
      throw error
    }
  }

  /// Who serves instead, where this store refused because its database has moved.
  func successor(after error: StoreError) -> Store? {
    error.code == .closed ? successor.withLock { $0 } : nil
  }

  private func readOnce<Value>(_ body: (Snapshot) throws -> Value) throws -> Value {
    try withReader { connection in
      try connection.begin()
      let snapshot = Snapshot(connection)
      defer {
        snapshot.end()
        connection.rollback()
      }
      return try body(snapshot)
    }
  }
}
