public import YuiStorage
public import YuiText
public import YuiTransparencyLog

/// An append-only log in tables of a tenant: a Merkle tree (RFC 6962) that cannot be bent.
///
/// Its leaves hold salted commitments. What was written lies beside them with its salt and can be
/// erased; the log still verifies. Format: `docs/formats/transparency-log.md`.
///
/// ```swift
/// static let log = StoredLog("permits_ledger")
/// Migration(2, "ledger", log.creation)
/// try log.append([text], at: now, in: transaction)
/// ```
public struct StoredLog: Sendable {
  private let prefix: StaticString

  /// Reaches the log in the tables `…_leaves`, `…_hashes` and `…_contents`.
  public init(_ prefix: StaticString) {
    self.prefix = prefix
  }

  var p: SQL { SQL(stringLiteral: prefix) }

  /// What makes its tables.
  public var creation: [SQL] {
    [
      "CREATE TABLE \(p)_leaves (position BIGINT PRIMARY KEY, leaf BYTEA NOT NULL)",
      "CREATE TABLE \(p)_hashes (position BIGINT PRIMARY KEY, hash BYTEA NOT NULL)",
      """
      CREATE TABLE \(p)_contents (
        position BIGINT PRIMARY KEY REFERENCES \(p)_leaves (position),
        salt BYTEA NOT NULL,
        content TEXT NOT NULL
      )
      """,
    ]
  }

  /// The names of its tables.
  public var tables: Set<String> { ["\(prefix)_leaves", "\(prefix)_hashes", "\(prefix)_contents"] }

  /// Adds entries, in the transaction of the changes they tell of.
  ///
  /// - Returns: the index of the first.
  @discardableResult
  public func append(
    _ contents: [String], at now: Timestamp, in transaction: Transaction
  ) throws -> Int64 {
    let first = try size(in: transaction)
    var leaves: [[UInt8]] = []
    var rows: [SQL] = []
    for ((index, content), salt) in zip(zip(first..., contents), Salt.draw(contents.count)) {
      let commitment = SaltedCommitment.make(Array(content.utf8), salt: salt)
      leaves.append(LogLeaf(milliseconds: now.milliseconds, commitment: commitment).bytes)
      rows.append("(\(index), \(salt.bytes), \(content))")
    }
    try transaction.execute(rows: zip(first..., leaves).map { "(\($0), \($1))" }) { rows in
      "INSERT INTO \(p)_leaves (position, leaf) VALUES \(rows)"
    }
    try transaction.execute(rows: rows) { rows in
      "INSERT INTO \(p)_contents (position, salt, content) VALUES \(rows)"
    }
    let hashes = try MerkleTree.storedHashes(
      appending: leaves, at: first, reader: StoredHashes(log: self, source: transaction))
    try transaction.execute(rows: hashes.map { "(\($0.position), \($0.hash.bytes))" }) { rows in
      "INSERT INTO \(p)_hashes (position, hash) VALUES \(rows)"
    }
    return first
  }

  /// How many entries it has.
  public func size(in source: some Queryable) throws -> Int64 {
    try source.first("SELECT COALESCE(MAX(position) + 1, 0) FROM \(p)_leaves") { row in
      try row.int64(0)
    } ?? 0
  }

  /// The entries of a range, in their order.
  public func entries(
    _ range: Range<Int64>, in source: some Queryable
  ) throws -> [StoredLogEntry] {
    try source.all(
      """
      SELECT leaves.position, leaves.leaf, contents.salt, contents.content
      FROM \(p)_leaves AS leaves
      LEFT JOIN \(p)_contents AS contents ON contents.position = leaves.position
        AND contents.position >= \(range.lowerBound) AND contents.position < \(range.upperBound)
      WHERE leaves.position >= \(range.lowerBound) AND leaves.position < \(range.upperBound)
      ORDER BY leaves.position
      """, StoredLogEntry.init)
  }

  /// Erases what the entries below `index` say; their commitments stay.
  ///
  /// - Returns: how many were erased.
  public func eraseContents(before index: Int64, in transaction: Transaction) throws -> Int {
    try transaction.execute("DELETE FROM \(p)_contents WHERE position < \(index)")
  }
}

/// An entry of a log as it is stored.
public struct StoredLogEntry: Sendable {
  /// Its place in the log, from 0.
  public let index: Int64
  /// The leaf as it is hashed.
  public let leaf: LogLeaf
  /// What it says, and the salt that proves it; nil after it was erased.
  public let opened: Opened?

  /// What a commitment commits to.
  public struct Opened: Sendable {
    /// The salt.
    public let salt: Salt
    /// What the entry says.
    public let content: String

    /// Whether it is what a leaf commits to.
    public func isCommitted(by leaf: LogLeaf) -> Bool {
      SaltedCommitment.make(Array(content.utf8), salt: salt) == leaf.commitment
    }
  }

  /// When it was written.
  public var at: Timestamp { Timestamp(milliseconds: leaf.milliseconds) }

  init(from row: Row) throws {
    index = try row.int64(0)
    guard let leaf = LogLeaf(try row.blob(1)) else { throw LogProblem.unreadableLeaf(index: index) }
    self.leaf = leaf
    if let content = try row.textOrNil(3) {
      guard let salt = try row.blobOrNil(2).flatMap(Salt.init) else {
        throw LogProblem.contentChanged(index: index)
      }
      opened = Opened(salt: salt, content: content)
    } else {
      opened = nil
    }
  }
}

/// The stored hashes of a log, read where they lie.
struct StoredHashes<Source: Queryable>: HashReader {
  let log: StoredLog
  let source: Source

  func hash(at position: Int64) throws -> Digest {
    let bytes = try source.first(
      "SELECT hash FROM \(log.p)_hashes WHERE position = \(position)"
    ) { row in try row.blob(0) }
    guard let bytes, let digest = Digest(bytes) else {
      throw LogProblem.missingHash(position: position)
    }
    return digest
  }
}
