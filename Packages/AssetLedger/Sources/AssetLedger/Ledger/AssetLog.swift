import YuiStorage
import YuiTenancy
import YuiText
import YuiTransparencyLog

/// The ledger of one tenant: a signed log, and which of its entries tell of which asset.
enum AssetLog {
  static let signed = SignedLog("assets_ledger", key: "assets-ledger")

  /// An entry as it is read: what it says only where everybody may know.
  struct Entry: Sendable {
    let stored: StoredLogEntry
    let subject: String?
    let isOpen: Bool

    var index: Int64 { stored.index }

    /// What it says; nil where not everybody may know, and after it was erased.
    var opened: StoredLogEntry.Opened? { isOpen ? stored.opened : nil }

    /// What it says, read; nil as ``opened``.
    func content() throws -> LedgerEntry? {
      try opened.map { try LedgerEntry(content: $0.content) }
    }
  }

  /// Adds what became of assets, in the transaction in which it became so.
  static func append(
    _ drafts: [LedgerEntry.Draft], at now: Timestamp, in transaction: Transaction
  ) throws {
    guard !drafts.isEmpty else { return }
    let first = try signed.log.append(
      drafts.map(\.entry.content), at: now, in: transaction)
    let rows: [SQL] = zip(first..., drafts).map { index, draft in
      "(\(index), \(draft.entry.subject), \(draft.isOpen))"
    }
    try transaction.execute(rows: rows) {
      "INSERT INTO assets_ledger_subjects (position, subject, is_open) VALUES \($0)"
    }
    transaction.wake("assets.sign-ledger")
  }

  /// Signs for what came since, many entries at once.
  static let signing = ModuleTask("sign-ledger", every: 60) { store, clock in
    try store.write { try signed.sign(at: clock.now(), in: $0) }
    return false
  }

  /// How long an entry may wait for its signature before somebody should look, in seconds.
  private static let patience: Int64 = 600

  /// Whether an entry has waited too long for its signature: signing stops where the log was bent.
  static func isBehind(at now: Timestamp, in source: some Queryable) throws -> Bool {
    let signed = try signed.checkpoint(in: source)?.size ?? 0
    guard let first = try Self.signed.log.entries(signed..<signed + 1, in: source).first else {
      return false
    }
    return first.at < now.adding(seconds: -patience)
  }

  /// The entries of a range, in their order.
  ///
  /// - Throws: `LogProblem` where what everybody may read is not what was committed to.
  static func entries(
    _ range: Range<Int64>, in source: some Queryable
  ) throws -> [Entry] {
    var subjects: [Int64: (subject: String, isOpen: Bool)] = [:]
    try source.forEach(
      """
      SELECT position, subject, is_open FROM assets_ledger_subjects
      WHERE position >= \(range.lowerBound) AND position < \(range.upperBound)
      """
    ) { row in
      subjects[try row.int64(0)] = (try row.text(1), try row.bool(2))
    }
    return try signed.log.entries(range, in: source).map { stored in
      let subject = subjects[stored.index]
      let entry = Entry(
        stored: stored, subject: subject?.subject, isOpen: subject?.isOpen ?? false)
      if let opened = entry.opened, !opened.isCommitted(by: stored.leaf) {
        throw LogProblem.contentChanged(index: stored.index)
      }
      return entry
    }
  }

  /// The places of the signed entries that tell everybody of an asset, the newest first.
  static func positions(
    of asset: AssetID, limit: Int, in source: some Queryable
  ) throws -> [Int64] {
    let size = try signed.checkpoint(in: source)?.size ?? 0
    return try source.all(
      """
      SELECT position FROM assets_ledger_subjects
      WHERE subject = \(asset.description) AND is_open = 1 AND position < \(size)
      ORDER BY position DESC LIMIT \(limit)
      """
    ) { try $0.int64(0) }
  }
}

extension AssetMigrations {
  /// The ledger.
  static let ledger = Migration(
    2, "ledger",
    AssetLog.signed.creation + [
      """
      CREATE TABLE assets_ledger_subjects (
        position BIGINT PRIMARY KEY REFERENCES assets_ledger_leaves (position),
        subject TEXT NOT NULL,
        is_open BIGINT NOT NULL
      )
      """,
      "CREATE INDEX assets_ledger_subjects_subject ON assets_ledger_subjects (subject, position)",
    ])
}
