internal import FoundationEssentials
public import YuiStorage
public import YuiText

/// What staff, programs, tasks and settings changed at one tenant, in a record that cannot be bent.
///
/// The log is a Merkle tree (RFC 6962) whose leaves hold salted commitments. The readable part and
/// its salt lie beside it and can be erased by retention or right; the log still verifies.
public enum AuditLog {
  private static let log = StoredLog("yui_audit")

  /// The tables of the log.
  public static let migrations = MigrationSet(
    "audit", [Migration(1, "audit log", log.creation)])

  /// The names of these tables.
  package static var tables: Set<String> { log.tables }

  /// Adds an entry, in the transaction of the change it tells of.
  public static func record(
    _ event: AuditEvent, by actor: AuditActor, at now: Timestamp, in transaction: Transaction
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let content = try encoder.encode(AuditContent(actor: actor, event: event))
    try log.append([String(decoding: content, as: UTF8.self)], at: now, in: transaction)
  }

  /// How many entries the log has.
  public static func size(in source: some Queryable) throws -> Int64 { try log.size(in: source) }

  /// Entries with an index below `before`, the newest first.
  public static func entries(
    before: Int64, limit: Int, in source: some Queryable
  ) throws -> [AuditEntry] {
    let end = min(before, try size(in: source))
    let range = max(0, end - Int64(limit))..<max(0, end)
    return try log.entries(range, in: source).reversed().map { entry in
      let content = try entry.opened.map { opened in
        try JSONDecoder().decode(AuditContent.self, from: Data(opened.content.utf8))
      }
      return AuditEntry(index: entry.index, at: entry.at, content: content)
    }
  }

  /// Erases the readable part of entries with an index below `index`; their commitments stay.
  ///
  /// - Returns: how many were erased.
  public static func eraseContents(
    before index: Int64, in transaction: Transaction
  ) throws -> Int {
    try log.eraseContents(before: index, in: transaction)
  }

  /// Recomputes the whole log from its entries and compares it with all that is stored.
  ///
  /// - Parameter known: size and root (hex) that an earlier check printed, if one is at hand.
  /// - Throws: the first ``LogProblem`` found.
  public static func verify(
    against known: (size: Int64, root: String)? = nil, in snapshot: Snapshot
  ) throws -> LogVerification {
    try log.verify(against: known, in: snapshot)
  }
}
