public import YuiStorage
internal import YuiTransparencyLog

/// What a check of a whole log found.
public struct LogVerification: Sendable {
  /// How many entries the log has.
  public let size: Int64
  /// The root hash over all of them in hex: note it elsewhere, and a later check can prove that
  /// nothing before it was changed.
  public let root: String
  /// How many readable parts were erased, which is allowed.
  public let erased: Int64
}

extension StoredLog {
  /// Recomputes the whole log from its entries and compares it with all that is stored.
  ///
  /// - Parameter known: size and root (hex) that an earlier check printed, if one is at hand.
  /// - Throws: the first ``LogProblem`` found.
  public func verify(
    against known: (size: Int64, root: String)? = nil, in snapshot: Snapshot
  ) throws -> LogVerification {
    var recomputed = HashList()
    var erased: Int64 = 0
    try snapshot.forEach(
      """
      SELECT leaves.position, leaves.leaf, contents.salt, contents.content
      FROM \(p)_leaves AS leaves
      LEFT JOIN \(p)_contents AS contents ON contents.position = leaves.position
      ORDER BY leaves.position
      """
    ) { row in
      let next = recomputed.size
      guard try row.int64(0) == next else { throw LogProblem.missingEntry(index: next) }
      let entry = try StoredLogEntry(from: row)
      if let opened = entry.opened {
        guard opened.isCommitted(by: entry.leaf) else {
          throw LogProblem.contentChanged(index: next)
        }
      } else {
        erased += 1
      }
      try recomputed.append(entry.leaf.bytes)
    }
    try compareStored(with: recomputed, in: snapshot)
    if let known { try Self.compare(recomputed, with: known) }
    let root = try MerkleTree.rootHash(size: recomputed.size, reader: recomputed)
    return LogVerification(size: recomputed.size, root: root.hex, erased: erased)
  }

  private func compareStored(with recomputed: HashList, in snapshot: Snapshot) throws {
    var next: Int64 = 0
    try snapshot.forEach("SELECT position, hash FROM \(p)_hashes ORDER BY position") { row in
      let position = try row.int64(0)
      guard position == next else { throw LogProblem.missingHash(position: next) }
      guard position < recomputed.count, try recomputed.hash(at: position).bytes == row.blob(1)
      else { throw LogProblem.hashChanged(position: position) }
      next += 1
    }
    guard next == recomputed.count else { throw LogProblem.missingHash(position: next) }
  }

  private static func compare(
    _ recomputed: HashList, with known: (size: Int64, root: String)
  ) throws {
    guard recomputed.size >= known.size else {
      throw LogProblem.truncated(size: recomputed.size, expected: known.size)
    }
    let root = try MerkleTree.rootHash(size: known.size, reader: recomputed)
    guard root.hex == known.root.lowercased() else {
      throw LogProblem.historyChanged(size: known.size)
    }
  }
}
