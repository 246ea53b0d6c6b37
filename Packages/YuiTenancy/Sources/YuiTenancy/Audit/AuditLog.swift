internal import FoundationEssentials
public import YuiStorage
public import YuiText
internal import YuiTransparencyLog

/// What staff, programs, tasks and settings changed at one tenant, in a record that cannot be bent.
///
/// The log is a Merkle tree (RFC 6962) whose leaves hold salted commitments. The readable part and
/// its salt lie beside it and can be erased by retention or right; the log still verifies.
public enum AuditLog {
  /// The tables of the log.
  public static let migrations = MigrationSet(
    "audit",
    [
      Migration(
        1, "audit log",
        [
          "CREATE TABLE yui_audit_leaves (position BIGINT PRIMARY KEY, leaf BYTEA NOT NULL)",
          "CREATE TABLE yui_audit_hashes (position BIGINT PRIMARY KEY, hash BYTEA NOT NULL)",
          """
          CREATE TABLE yui_audit_contents (
            position BIGINT PRIMARY KEY REFERENCES yui_audit_leaves (position),
            salt BYTEA NOT NULL,
            content TEXT NOT NULL
          )
          """,
        ])
    ])

  /// The names of these tables.
  package static let tables: Set = ["yui_audit_leaves", "yui_audit_hashes", "yui_audit_contents"]

  /// Adds an entry, in the transaction of the change it tells of.
  public static func record(
    _ event: AuditEvent, by actor: AuditActor, at now: Timestamp, in transaction: Transaction
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let content = try encoder.encode(AuditContent(actor: actor, event: event))
    let salt = Salt()
    let commitment = SaltedCommitment.make(Array(content), salt: salt)
    let leaf = LogLeaf(milliseconds: now.milliseconds, commitment: commitment).bytes
    let index = try size(in: transaction)

    try transaction.execute(
      "INSERT INTO yui_audit_leaves (position, leaf) VALUES (\(index), \(leaf))")
    try transaction.execute(
      """
      INSERT INTO yui_audit_contents (position, salt, content)
      VALUES (\(index), \(salt.bytes), \(String(decoding: content, as: UTF8.self)))
      """)
    let stored = try MerkleTree.storedHashes(
      appending: leaf, at: index, reader: AuditHashes(source: transaction))
    for hash in stored {
      try transaction.execute(
        "INSERT INTO yui_audit_hashes (position, hash) VALUES (\(hash.position), \(hash.hash.bytes))"
      )
    }
  }

  /// How many entries the log has.
  public static func size(in source: some Queryable) throws -> Int64 {
    try source.first("SELECT COALESCE(MAX(position) + 1, 0) FROM yui_audit_leaves") { row in
      try row.int64(0)
    } ?? 0
  }

  /// Entries with an index below `before`, the newest first.
  public static func entries(
    before: Int64, limit: Int, in source: some Queryable
  ) throws -> [AuditEntry] {
    try source.all(
      """
      SELECT leaves.position, leaves.leaf, contents.content
      FROM yui_audit_leaves AS leaves
      LEFT JOIN yui_audit_contents AS contents ON contents.position = leaves.position
      WHERE leaves.position < \(before) ORDER BY leaves.position DESC LIMIT \(limit)
      """
    ) { row in
      let index = try row.int64(0)
      guard let leaf = LogLeaf(try row.blob(1)) else {
        throw AuditProblem.unreadableLeaf(index: index)
      }
      let content = try row.textOrNil(2).map { text in
        try JSONDecoder().decode(AuditContent.self, from: Data(text.utf8))
      }
      return AuditEntry(
        index: index, at: Timestamp(milliseconds: leaf.milliseconds), content: content)
    }
  }

  /// Erases the readable part of entries with an index below `index`; their commitments stay.
  ///
  /// - Returns: how many were erased.
  public static func eraseContents(
    before index: Int64, in transaction: Transaction
  ) throws -> Int {
    try transaction.execute("DELETE FROM yui_audit_contents WHERE position < \(index)")
  }
}

/// The stored hashes of the log, read where they lie.
struct AuditHashes<Source: Queryable>: HashReader {
  let source: Source

  func hash(at position: Int64) throws -> Digest {
    let bytes = try source.first(
      "SELECT hash FROM yui_audit_hashes WHERE position = \(position)"
    ) { row in try row.blob(0) }
    guard let bytes, let digest = Digest(bytes) else {
      throw AuditProblem.missingHash(position: position)
    }
    return digest
  }
}
