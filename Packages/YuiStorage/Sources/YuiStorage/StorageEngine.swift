/// A kind of database behind ``Store``: SQLite, and whatever else takes the same SQL.
///
/// The boundary is narrow on purpose: everything about batches, queues, recovery, versions and
/// migrations lies on this side of it and is written once.
package protocol StorageEngine: Sendable {
  /// Whether the database is another process, so that to read is to wait for it: a server's own
  /// threads then leave it to others.
  var isRemote: Bool { get }

  /// How many writes may share a commit at most; as many as the pool allows unless it says so.
  var batchLimit: Int { get }

  /// Creates a database with what `prepare` puts in it, whole or not at all; throws
  /// ``StoreError/Code/misuse`` if there is one.
  func create(
    at location: StoreLocation, prepare: (any EngineConnection) throws -> Void
  ) throws

  /// Opens a connection; throws ``StoreError/Code/missing`` if there is no database.
  func connect(to location: StoreLocation, as role: ConnectionRole) throws -> any EngineConnection
}

extension StorageEngine {
  package var batchLimit: Int { .max }
}

/// What a connection is for.
package enum ConnectionRole: Sendable {
  case reader, writer
}

/// A connection to one database, used by one thread at a time but not always the same one.
package protocol EngineConnection: AnyObject, Sendable {
  /// Runs one statement; `body` answers whether it wants another row. Returns the changed rows.
  @discardableResult
  func run(_ sql: SQL, _ body: (Row) throws -> Bool) throws -> Int

  /// Begins a transaction. A reader's sees one state; a writer's keeps other writers out, and
  /// throws ``StoreError/Code/busy`` after a tenth of a second if another has it.
  func begin() throws
  func commit() throws
  /// Ends the transaction, if there still is one, without its changes.
  func rollback()
  /// False once the database itself has rolled back, as it does when the disk is full.
  var isInTransaction: Bool { get }

  func setSavepoint() throws
  func releaseSavepoint() throws
  /// Undoes what was done since the savepoint, and ends it.
  func rollbackToSavepoint() throws

  /// Does housekeeping after a commit, once its writers have been answered.
  func tidy() throws
  /// Throws ``StoreError/Code/corrupt`` if the database is damaged; takes long for a large one.
  func checkIntegrity() throws
  /// Looks at the tables anew, where the database chooses its plans by what they hold.
  func refreshStatistics() throws
  /// Copies the database as it is at the beginning into a new file at `path`.
  func backup(to path: String, progress: (BackupProgress) -> Void) throws

  /// Returns the tables in the order they were made; what an index is made of is not among them.
  func tables() throws -> [StoredTable]

  func createTextIndex(_ index: StaticString) throws
  /// Stores a folded text and its tokens in place of what was there; `nil` removes.
  func setText(_ text: IndexedText?, of id: String, in index: SQLName) throws
  func createBoxIndex(_ index: StaticString) throws
  /// Stores a box in place of what was there; `nil` removes.
  func setBox(_ box: BoundingBox?, of id: String, in index: SQLName) throws
  /// Stores boxes where none were.
  func addBoxes(_ boxes: ArraySlice<(id: String, box: BoundingBox)>, in index: SQLName) throws
}

/// A statement while it yields rows.
package protocol RowSource: AnyObject {
  /// Changes with each row, so that a row kept for too long is noticed.
  var generation: Int { get }
  var columnCount: Int { get }
  /// The statement without its values, for messages.
  var statement: String { get }
  func value(_ column: Int) -> SQLValue
}
