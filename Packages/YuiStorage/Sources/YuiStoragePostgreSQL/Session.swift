import CLibPQ
import Glibc
import YuiStorage

/// A connection in pipeline mode: what needs no answer by itself travels with the next statement,
/// and its answer is read with that one's.
///
/// A `BEGIN`, a savepoint and a statement so cost one way to the server and back, not three.
struct Session: ~Copyable {
  private let handle: ConnectionHandle
  private let parameters: ConnectionParameters
  /// How long the server may say nothing before it is asked whether it is still there.
  private let patience: Duration
  private var isSilent = false
  /// Commands to be sent with the next statement.
  private var deferred: [TransactionControl] = []
  /// What was sent and not yet answered, in order.
  private var awaited: [Awaited] = []

  private enum Awaited {
    /// The end of a command, or of preparing one.
    case command
    /// The point up to which the server skips what follows an error.
    case sync
  }

  init(_ parameters: ConnectionParameters, patience: Duration) throws {
    (self.parameters, self.patience) = (parameters, patience)
    handle = try ConnectionHandle(parameters)
    // It only fails on a connection that is in use.
    PQenterPipelineMode(handle.pointer)
  }

  /// Whether the connection can still be used.
  var isAlive: Bool { PQstatus(handle.pointer) == CONNECTION_OK && !isSilent }

  // MARK: Sending

  mutating func deferUntilNext(_ command: TransactionControl) {
    deferred.append(command)
  }

  /// Takes back the last deferred command if it is this one.
  mutating func takeBack(_ command: TransactionControl) -> Bool {
    guard deferred.last == command else { return false }
    deferred.removeLast()
    return true
  }

  mutating func forgetDeferred() {
    deferred = []
  }

  /// Sends what was deferred.
  mutating func sendDeferred() throws {
    while !deferred.isEmpty {
      let text = deferred.removeFirst().rawValue
      guard PQsendQueryParams(handle.pointer, text, 0, nil, nil, nil, nil, 1) == 1 else {
        throw lost("cannot send")
      }
      awaited.append(.command)
    }
  }

  mutating func prepare(_ statement: PreparedStatement) throws {
    let count = Int32(statement.types.count)
    guard PQsendPrepare(handle.pointer, statement.name, statement.text, count, statement.types) == 1
    else { throw lost("cannot send") }
    awaited.append(.command)
  }

  mutating func execute(_ statement: PreparedStatement, _ parameters: Parameters) throws {
    let isSent = parameters.withCLists { values, lengths, formats in
      PQsendQueryPrepared(
        handle.pointer, statement.name, Int32(parameters.count), values, lengths, formats, 1)
    }
    guard isSent == 1 else { throw lost("cannot send") }
    awaited.append(.command)
  }

  /// Ends what is sent together, and sees it off.
  mutating func sync() throws {
    guard PQpipelineSync(handle.pointer) == 1 else { throw lost("cannot send") }
    awaited.append(.sync)
  }

  // MARK: Receiving

  /// How far answers are read.
  enum Boundary: Int {
    /// Up to that of the command before the last ``sync()``.
    case lastAnswer = 2
    case nothing = 0
  }

  /// Reads the answers that came due; all of them, where one is an error.
  ///
  /// - Throws: the first error among them.
  mutating func settle(before boundary: Boundary, context: String) throws {
    var failure: StoreError?
    while awaited.count > (failure == nil ? boundary : .nothing).rawValue {
      switch awaited.removeFirst() {
      case .sync: _ = try next()
      case .command:
        while let result = try next() {
          failure = failure ?? Self.error(in: result, context: context)
        }
      }
    }
    if let failure { throw failure }
  }

  /// Has the rows of the last command told one by one.
  func tellRowByRow() {
    PQsetSingleRowMode(handle.pointer)
  }

  /// Returns the next part of the last command's answer; `nil` at its end.
  mutating func nextPart() throws -> ResultHandle? {
    if let result = try next() { return result }
    awaited.removeFirst()
    return nil
  }

  /// Returns the next result; `nil` at the end of a command's.
  private mutating func next() throws -> ResultHandle? {
    try waitForAnswer()
    guard let pointer = PQgetResult(handle.pointer) else {
      // A broken connection has no more results for anything.
      guard isAlive else { throw lost("the connection was lost") }
      return nil
    }
    let result = ResultHandle(pointer)
    guard isAlive else { throw lost("the connection was lost") }
    return result
  }

  /// Waits until there is something to read, as long as the server is there: libpq itself would
  /// wait without end for one that is stopped.
  private mutating func waitForAnswer() throws {
    while PQisBusy(handle.pointer) == 1 {
      var socket = pollfd(fd: PQsocket(handle.pointer), events: Int16(POLLIN), revents: 0)
      let isSilent = poll(&socket, 1, Int32(patience.components.seconds) * 1_000) == 0
      if isSilent, parameters.withCStrings({ PQpingParams($0, $1, 0) }) == PQPING_NO_RESPONSE {
        self.isSilent = true
        throw lost("the server has fallen silent")
      }
      guard PQconsumeInput(handle.pointer) == 1 else { throw lost("the connection was lost") }
    }
  }

  /// The error that a result is, if it is one.
  static func error(in result: ResultHandle, context: String) -> StoreError? {
    switch result.status {
    case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE, PGRES_NONFATAL_ERROR:
      PostgreSQLError.make(result, context: context)
    default: nil
    }
  }

  private func lost(_ what: String) -> StoreError {
    StoreError(
      .unavailable, "\(what): \(PostgreSQLError.message(of: handle.pointer))", retryAfter: 5)
  }
}

/// What begins and ends transactions: for the engine only.
enum TransactionControl: String {
  case beginReading = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
  case beginWriting = "BEGIN ISOLATION LEVEL READ COMMITTED"
  case commit = "COMMIT"
  case rollback = "ROLLBACK"
  case savepoint = "SAVEPOINT yui"
  case release = "RELEASE yui"
  case rollbackToSavepoint = "ROLLBACK TO yui"
  case deallocateAll = "DEALLOCATE ALL"
}
