public import YuiStorage
public import YuiTransparencyLog

/// What the log proves of itself; sizes beyond the log throw `LogRangeError`.
extension StoredLog {
  /// The root hash over the first `size` entries.
  public func rootHash(size: Int64, in source: some Queryable) throws -> Digest {
    try MerkleTree.rootHash(size: size, reader: StoredHashes(log: self, source: source))
  }

  /// The hashes that prove an entry to be among the first `size` (RFC 6962 section 2.1.1).
  public func inclusionProof(
    of index: Int64, size: Int64, in source: some Queryable
  ) throws -> [Digest] {
    try MerkleTree.inclusionProof(
      index: index, size: size, reader: StoredHashes(log: self, source: source))
  }

  /// The hashes that prove the first `second` entries to begin with the first `first`
  /// (RFC 6962 section 2.1.2).
  public func consistencyProof(
    from first: Int64, to second: Int64, in source: some Queryable
  ) throws -> [Digest] {
    try MerkleTree.consistencyProof(
      first: first, second: second, reader: StoredHashes(log: self, source: source))
  }
}
