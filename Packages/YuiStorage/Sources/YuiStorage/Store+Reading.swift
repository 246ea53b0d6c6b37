extension Store {
  /// Reads one state of the store, on the calling thread.
  ///
  /// The state stays the same while `body` runs, whatever is written meanwhile; so `body` is short
  /// and waits for nobody.
  public func read<Value>(_ body: (Snapshot) throws -> Value) throws -> Value {
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
