public import YuiStorage

/// What a route runs, by where it may run.
enum Handler: Sendable {
  case read(Route.Read)
  case auditedRead(Route.AuditedRead)
  case write(Route.Write)
  case slow(Route.Slow)
}

extension Route {
  /// Answers from a snapshot; never waits.
  ///
  /// Runs on the server thread that took the request, or, where the store is remote, on one that
  /// may wait for it.
  public typealias Read = @Sendable (RequestContext, Snapshot) throws -> Response
  /// Answers from a snapshot once a record of having looked is committed.
  public typealias AuditedRead = @Sendable (RequestContext, Snapshot) throws -> AuditedResponse
  /// Reads and checks what was sent, and returns the change for the tenant's writer to run.
  ///
  /// It is checked where a read would run. The change may run twice, so it has no effect but rows.
  /// The answer is sent after the commit.
  public typealias Write = @Sendable (RequestContext) throws -> Change
  /// What a writer runs in one transaction.
  public typealias Change = @Sendable (Transaction) throws -> Response
  /// Waits as it must (hashing, outgoing calls, exports), on a bounded pool of its own.
  public typealias Slow = @Sendable (RequestContext) throws -> Response
}

/// An answer that is sent only after a record of it is on disk.
public struct AuditedResponse: Sendable {
  /// What is sent.
  public let response: Response
  /// Writes the record.
  public let record: @Sendable (Transaction) throws -> Void

  /// Joins an answer and its record.
  public init(_ response: Response, record: @escaping @Sendable (Transaction) throws -> Void) {
    self.response = response
    self.record = record
  }
}
