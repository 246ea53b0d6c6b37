/// Why a store did not do what was asked.
///
/// Holds no bound values: its text may go to a log.
public struct StoreError: Error, Sendable, Hashable {
  /// What kind of failure it is.
  public let code: Code
  /// What happened, in words for the operator.
  public let message: String
  /// Where it happened: the store or the statement, without its values.
  public let context: String
  /// How many seconds later the same call may succeed, if that is known.
  public let retryAfter: Int?

  /// Creates an error.
  public init(_ code: Code, _ message: String, context: String = "", retryAfter: Int? = nil) {
    self.code = code
    self.message = message
    self.context = context
    self.retryAfter = retryAfter
  }
}

extension StoreError {
  /// A kind of failure; new kinds may be added.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    /// A name for logs and metrics.
    public let description: String

    /// Too much is waiting, or another process holds the store: nothing was written, try again.
    public static let busy = Code("busy")
    /// The store takes no writes until its disk works again; ``Store/health`` says why.
    public static let readOnly = Code("read-only")
    /// The store is being brought to another place: nothing was written, try again.
    public static let moving = Code("moving")
    /// The disk is full: nothing was written.
    public static let full = Code("full")
    /// The disk failed, so that nothing can be promised about what was being written.
    public static let io = Code("io")
    /// The database is damaged.
    public static let corrupt = Code("corrupt")
    /// The database server could not be reached or does not let us in: nothing was written.
    public static let unavailable = Code("unavailable")
    /// The connection was lost while a write was being made durable: it may be saved or not, and
    /// only asking again tells.
    public static let unknownOutcome = Code("unknown-outcome")
    /// Two writes stood in each other's way, and the database gave this one up: nothing was
    /// written.
    public static let conflict = Code("conflict")
    /// There is no database where the store should be.
    public static let missing = Code("missing")
    /// The database was written by a newer version of the program.
    public static let newerVersion = Code("newer-version")
    /// A value that must be unique was there already.
    public static let uniqueConstraint = Code("unique-constraint")
    /// A value broke a rule of its table.
    public static let checkConstraint = Code("check-constraint")
    /// A row pointed to one that is not there, or was still pointed to.
    public static let foreignKeyConstraint = Code("foreign-key-constraint")
    /// A value that must be there was not.
    public static let notNullConstraint = Code("not-null-constraint")
    /// A column held something other than what was asked for.
    public static let wrongType = Code("wrong-type")
    /// The database refused the statement.
    public static let statement = Code("statement")
    /// The statement was stopped.
    public static let interrupted = Code("interrupted")
    /// There was not enough memory.
    public static let outOfMemory = Code("out-of-memory")
    /// The store was closed.
    public static let closed = Code("closed")
    /// The caller broke a rule of the interface.
    public static let misuse = Code("misuse")

    private init(_ description: String) {
      self.description = description
    }
  }

  /// Whether a rule of the tables was broken.
  public var isConstraint: Bool {
    let constraints: [Code] = [
      .uniqueConstraint, .checkConstraint, .foreignKeyConstraint, .notNullConstraint,
    ]
    return constraints.contains(code)
  }

  /// Whether the store's disk, file or server is to blame, so that no write can be trusted.
  package var isStorageFailure: Bool {
    [.full, .io, .corrupt].contains(code) || isConnectionFailure
  }

  /// Whether the way to the database is to blame, and not the database.
  package var isConnectionFailure: Bool {
    [.unavailable, .unknownOutcome].contains(code)
  }

  /// Whether the same write may well succeed if it is run again.
  var isPassing: Bool { [.busy, .conflict].contains(code) }
}

extension StoreError: CustomStringConvertible {
  /// The kind, the message and where it happened.
  public var description: String {
    context.isEmpty ? "\(code): \(message)" : "\(code): \(message) (\(context))"
  }
}
