public import YuiStorage
public import YuiText
public import YuiTransparencyLog

/// A stored log whose state the tenant signs, so that anybody can hold on to what it said.
///
/// Entries are signed for in batches, a moment after they came; what no checkpoint covers yet is
/// not shown. A log never signs two states of which one does not begin with the other.
public struct SignedLog: Sendable {
  /// Its entries.
  public let log: StoredLog
  private let prefix: StaticString
  private let keyName: String

  /// Reaches a log.
  ///
  /// - Parameters:
  ///   - prefix: what the names of its tables begin with: `assets_ledger`.
  ///   - keyName: the purpose of the key that signs: `assets-ledger`.
  public init(_ prefix: StaticString, key keyName: String) {
    log = StoredLog(prefix)
    (self.prefix, self.keyName) = (prefix, keyName)
  }

  private var p: SQL { SQL(stringLiteral: prefix) }

  /// What makes its tables.
  public var creation: [SQL] {
    log.creation + [
      "CREATE TABLE \(p)_checkpoints (size BIGINT PRIMARY KEY, note TEXT NOT NULL)"
    ]
  }

  /// Signs the state of the log, where nothing signed covers it yet.
  ///
  /// - Returns: whether there was anything to sign.
  /// - Throws: ``LogProblem/historyChanged(size:)`` where the log does not begin with what was signed
  ///   before.
  @discardableResult
  public func sign(at now: Timestamp, in transaction: Transaction) throws -> Bool {
    let size = try log.size(in: transaction)
    let last = try checkpoint(in: transaction)
    guard last?.size != size else { return false }
    if let last { try check(last, against: size, in: transaction) }
    let key = try TenantKeys.key(keyName, at: now, in: transaction)
    let name = try Self.noteKey(key.publicKey)
    let checkpoint = Checkpoint(
      origin: name.name, size: size, root: try log.rootHash(size: size, in: transaction))
    let note = SignedNote(checkpoint.text, signedBy: key, as: name)
    try transaction.execute("DELETE FROM \(p)_checkpoints")
    try transaction.execute(
      "INSERT INTO \(p)_checkpoints (size, note) VALUES (\(size), \(note.description))")
    transaction.raisePublicVersion()
    return true
  }

  /// The last state that was signed; nil before the first.
  public func checkpoint(in source: some Queryable) throws -> Checkpoint? {
    try note(in: source).flatMap { Checkpoint($0.text) }
  }

  /// The last state with its signature; nil before the first.
  public func note(in source: some Queryable) throws -> SignedNote? {
    try source.first("SELECT note FROM \(p)_checkpoints ORDER BY size DESC LIMIT 1") { row in
      guard let note = SignedNote(try row.text(0)) else {
        throw StoreError(.wrongType, "a stored checkpoint cannot be read")
      }
      return note
    }
  }

  /// What signatures are checked with; nil before the first.
  public func key(in source: some Queryable) throws -> NoteKey? {
    try TenantKeys.publicKey(keyName, in: source).map(Self.noteKey)
  }

  private func check(
    _ last: Checkpoint, against size: Int64, in transaction: Transaction
  ) throws {
    guard last.size < size else { throw LogProblem.truncated(size: size, expected: last.size) }
    guard try log.rootHash(size: last.size, in: transaction) == last.root else {
      throw LogProblem.historyChanged(size: last.size)
    }
  }

  /// The log is named by its key, not by a host: a municipality may move to another.
  private static func noteKey(_ key: PublicKey) throws -> NoteKey {
    guard let name = NoteKey(name: "yui-ledger/\(key.multikey)", publicKey: key) else {
      throw StoreError(.misuse, "a log has no name")
    }
    return name
  }
}
