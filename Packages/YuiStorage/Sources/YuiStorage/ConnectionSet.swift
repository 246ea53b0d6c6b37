import Synchronization

/// The connections of one store, opened when they are needed and closed when the store is idle.
final class ConnectionSet: Sendable {
  private struct State {
    var isOpen = false
    var isClosed = false
    var leases = 0
    var readers: [OpenConnection] = []
    var writer: OpenConnection?
  }

  private let connect: @Sendable (ConnectionRole) throws -> OpenConnection
  private let idleReaders: Int
  private let state = Mutex(State())
  private let used = Atomic<Int64>(0)

  init(
    idleReaders: Int, connect: @escaping @Sendable (ConnectionRole) throws -> OpenConnection
  ) {
    self.connect = connect
    self.idleReaders = idleReaders
  }

  /// When a connection was last asked for, in monotonic time.
  var lastUsed: Int64 { used.load(ordering: .relaxed) }

  /// Lends a connection for reading.
  ///
  /// `opened` is called if there was no connection.
  func withReader<Result>(
    opened: () -> Void, _ body: (any EngineConnection) throws -> Result
  ) throws -> Result {
    let idle = try lease(opened) { $0.readers.popLast() }
    var returned: OpenConnection?
    defer { endLease(reader: returned) }
    let lent = try idle ?? connect(.reader)
    do {
      let result = try body(lent.connection)
      if !lent.connection.isInTransaction { returned = lent }
      return result
    } catch {
      // A connection that met a failure of the disk or the server is not used again.
      let isSound = (error as? StoreError)?.isStorageFailure != true
      if isSound && !lent.connection.isInTransaction { returned = lent }
      throw error
    }
  }

  /// Lends the connection for writing, to one thread at a time.
  func withWriter<Result>(
    opened: () -> Void, _ body: (any EngineConnection) throws -> Result
  ) throws -> Result {
    let idle = try lease(opened) { $0.writer }
    defer { endLease(reader: nil) }
    let lent = try idle ?? connect(.writer)
    if idle == nil { state.withLock { $0.writer = lent } }
    return try body(lent.connection)
  }

  /// Lets go of the connection for writing, which nobody may be using.
  func dropWriter() {
    let dropped = state.withLock { state in
      defer { state.writer = nil }
      return state.writer
    }
    // Closing takes a while and happens here, outside of the lock.
    withExtendedLifetime(dropped) {}
  }

  /// Lets go of the connections for reading that nobody is using.
  func dropReaders() {
    let dropped = state.withLock { state in
      defer { state.readers = [] }
      return state.readers
    }
    withExtendedLifetime(dropped) {}
  }

  /// Lets go of one connection for reading that nobody is using; returns whether there was any.
  func dropReader() -> Bool {
    let dropped = state.withLock { $0.readers.popLast() }
    return withExtendedLifetime(dropped) { dropped != nil }
  }

  /// Whether somebody is using a connection.
  var isLent: Bool { state.withLock { $0.leases > 0 } }

  /// Closes the store if nobody is using it; returns what keeps it open until it is let go of.
  func closeIfIdle() -> [OpenConnection]? {
    state.withLock { state in
      state.leases == 0 ? Self.empty(&state) : nil
    }
  }

  /// Lends nothing any more; what is lent is closed when it comes back.
  func close() {
    let closed = state.withLock { state in
      state.isClosed = true
      return state.leases == 0 ? Self.empty(&state) : []
    }
    withExtendedLifetime(closed) {}
  }

  private static func empty(_ state: inout State) -> [OpenConnection] {
    var connections = state.readers
    if let writer = state.writer { connections.append(writer) }
    (state.readers, state.writer, state.isOpen) = ([], nil, false)
    return connections
  }

  private func lease(
    _ opened: () -> Void, _ take: (inout State) -> OpenConnection?
  ) throws -> OpenConnection? {
    used.store(MonotonicTime.now(), ordering: .relaxed)
    let (connection, wasOpen) = try state.withLock { state in
      if state.isClosed { throw StoreError(.closed, "the store is closed") }
      state.leases += 1
      defer { state.isOpen = true }
      return (take(&state), state.isOpen)
    }
    if !wasOpen { opened() }
    return connection
  }

  private func endLease(reader: OpenConnection?) {
    let closed: [OpenConnection] = state.withLock { state in
      state.leases -= 1
      if let reader, state.readers.count < idleReaders { state.readers.append(reader) }
      return state.isClosed && state.leases == 0 ? Self.empty(&state) : []
    }
    withExtendedLifetime(closed) {}
  }
}
