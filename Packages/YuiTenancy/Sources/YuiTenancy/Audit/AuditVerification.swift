public import YuiStorage
internal import YuiTransparencyLog

/// What a check of a whole audit log found.
public struct AuditVerification: Sendable {
  /// How many entries the log has.
  public let size: Int64
  /// The root hash over all of them in hex: note it elsewhere, and a later check can prove that
  /// nothing before it was changed.
  public let root: String
  /// How many readable parts were erased, which is allowed.
  public let erased: Int64
}

/// What is wrong with an audit log, and where.
public enum AuditProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// An entry is missing between others.
  case missingEntry(index: Int64)
  /// An entry's leaf cannot be read.
  case unreadableLeaf(index: Int64)
  /// The readable part is not what was committed to.
  case contentChanged(index: Int64)
  /// A stored hash is not there.
  case missingHash(position: Int64)
  /// A stored hash is not the one that follows from the entries.
  case hashChanged(position: Int64)
  /// The log no longer contains what an earlier check saw.
  case historyChanged(size: Int64)
  /// The log is shorter than an earlier check saw it.
  case truncated(size: Int64, expected: Int64)

  /// The finding in words.
  public var description: String {
    switch self {
    case .missingEntry(let index): "entry \(index) is missing"
    case .unreadableLeaf(let index): "the leaf of entry \(index) cannot be read"
    case .contentChanged(let index): "the text of entry \(index) is not what was recorded"
    case .missingHash(let position): "stored hash \(position) is missing"
    case .hashChanged(let position): "stored hash \(position) does not follow from the entries"
    case .historyChanged(let size): "the first \(size) entries are not the ones seen before"
    case .truncated(let size, let expected):
      "the log has \(size) entries, but had \(expected) before"
    }
  }
}

extension AuditLog {
  /// Recomputes the whole log from its entries and compares it with all that is stored.
  ///
  /// - Parameter known: size and root (hex) that an earlier check printed, if one is at hand.
  /// - Throws: the first ``AuditProblem`` found.
  public static func verify(
    against known: (size: Int64, root: String)? = nil, in snapshot: Snapshot
  ) throws -> AuditVerification {
    let recomputed = RecomputedHashes()
    var next: Int64 = 0
    var erased: Int64 = 0
    try snapshot.forEach(
      """
      SELECT leaves.position, leaves.leaf, contents.salt, contents.content
      FROM yui_audit_leaves AS leaves
      LEFT JOIN yui_audit_contents AS contents ON contents.position = leaves.position
      ORDER BY leaves.position
      """
    ) { row in
      guard try row.int64(0) == next else { throw AuditProblem.missingEntry(index: next) }
      let bytes = try row.blob(1)
      guard let leaf = LogLeaf(bytes) else {
        throw AuditProblem.unreadableLeaf(index: next)
      }
      if let content = try row.textOrNil(3) {
        guard let salt = try row.blobOrNil(2).flatMap(Salt.init),
          SaltedCommitment.make(Array(content.utf8), salt: salt) == leaf.commitment
        else { throw AuditProblem.contentChanged(index: next) }
      } else {
        erased += 1
      }
      try recomputed.append(bytes, at: next)
      next += 1
    }
    try compareStored(with: recomputed, in: snapshot)
    if let known { try compare(recomputed, size: next, with: known) }
    let root = try MerkleTree.rootHash(size: next, reader: recomputed)
    return AuditVerification(size: next, root: root.hex, erased: erased)
  }

  private static func compareStored(
    with recomputed: RecomputedHashes, in snapshot: Snapshot
  ) throws {
    var next: Int64 = 0
    try snapshot.forEach("SELECT position, hash FROM yui_audit_hashes ORDER BY position") { row in
      let position = try row.int64(0)
      guard position == next else { throw AuditProblem.missingHash(position: next) }
      guard position < recomputed.count, try recomputed.hash(at: position).bytes == row.blob(1)
      else { throw AuditProblem.hashChanged(position: position) }
      next += 1
    }
    guard next == recomputed.count else { throw AuditProblem.missingHash(position: next) }
  }

  private static func compare(
    _ recomputed: RecomputedHashes, size: Int64, with known: (size: Int64, root: String)
  ) throws {
    guard size >= known.size else {
      throw AuditProblem.truncated(size: size, expected: known.size)
    }
    let root = try MerkleTree.rootHash(size: known.size, reader: recomputed)
    guard root.hex == known.root.lowercased() else {
      throw AuditProblem.historyChanged(size: known.size)
    }
  }
}

/// Stored hashes computed anew from the leaves, in memory: 64 bytes an entry.
private final class RecomputedHashes: HashReader {
  private var hashes: [Digest] = []

  var count: Int64 { Int64(hashes.count) }

  func append(_ leaf: [UInt8], at index: Int64) throws {
    hashes += try MerkleTree.storedHashes(appending: leaf, at: index, reader: self).map(\.hash)
  }

  func hash(at position: Int64) throws -> Digest {
    guard hashes.indices.contains(Int(position)) else {
      throw AuditProblem.missingHash(position: position)
    }
    return hashes[Int(position)]
  }
}
