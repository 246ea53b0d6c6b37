/// The Merkle tree of RFC 6962 section 2.1 over SHA-256, kept as stored hashes.
///
/// The functions are pure: they read hashes through a `HashReader` and return what is to be stored.
///
/// ```swift
/// let new = try MerkleTree.storedHashes(appending: leaf, at: size, reader: table)
/// for stored in new { try table.insert(stored.position, stored.hash) }
/// let root = try MerkleTree.rootHash(size: size + 1, reader: table)
/// ```
public enum MerkleTree {
  /// The root of the empty log: the hash of no bytes.
  public static let emptyRoot = SHA256.hash([])

  /// Hashes a leaf: SHA-256 of 0x00 and the leaf's bytes.
  public static func leafHash(_ leaf: [UInt8]) -> Digest {
    var stream = SHA256.Stream()
    stream.update([0x00])
    stream.update(leaf)
    return stream.finish()
  }

  /// The stored hash of leaf `index`.
  public static func leafHash(of index: Int64, reader: some HashReader) throws -> Digest {
    try reader.hash(at: HashLayout.position(level: 0, index: index))
  }

  /// Hashes two subtrees into the one above: SHA-256 of 0x01, the left and the right hash.
  public static func nodeHash(_ left: Digest, _ right: Digest) -> Digest {
    var stream = SHA256.Stream()
    stream.update([0x01])
    stream.update(left)
    stream.update(right)
    return stream.finish()
  }

  /// Returns what is to be stored when `leaf` becomes leaf `index` of a log with that many leaves.
  ///
  /// Reads and returns at most log₂(index) + 1 hashes.
  public static func storedHashes(
    appending leaf: [UInt8], at index: Int64, reader: some HashReader
  ) throws -> [StoredHash] {
    try storedHashes(appending: CollectionOfOne(leaf), at: index, reader: reader)
  }

  /// Returns what is to be stored when `leaves` follow on a log of `index` leaves.
  ///
  /// Reads at most log₂(index) + 1 hashes however many leaves there are.
  public static func storedHashes(
    appending leaves: some Collection<[UInt8]>, at index: Int64, reader: some HashReader
  ) throws -> [StoredHash] {
    try checkSize(index)
    let first = HashLayout.count(leaves: index)
    var new: [StoredHash] = []
    for (leaf, bytes) in zip(index..., leaves) {
      new.append(StoredHash(position: first + Int64(new.count), hash: leafHash(bytes)))
      // Each trailing one bit of the leaf's number is a subtree that the leaf completes.
      for level in 0..<(~leaf).trailingZeroBitCount {
        let position = HashLayout.position(level: level, index: leaf >> level - 1)
        let left =
          try position < first ? reader.hash(at: position) : new[Int(position - first)].hash
        let hash = nodeHash(left, new[new.count - 1].hash)
        new.append(StoredHash(position: first + Int64(new.count), hash: hash))
      }
    }
    return new
  }

  /// Returns the root hash of the log's first `size` leaves; reads at most log₂(size) + 1 hashes.
  public static func rootHash(size: Int64, reader: some HashReader) throws -> Digest {
    try checkSize(size)
    return size == 0 ? emptyRoot : try hash(of: 0..<size, reader: reader)
  }

  /// Hashes the leaves of a range that occurs as a subtree.
  static func hash(of range: Range<Int64>, reader: some HashReader) throws -> Digest {
    let count = range.upperBound - range.lowerBound
    if count.nonzeroBitCount == 1 {
      let level = count.trailingZeroBitCount
      return try reader.hash(
        at: HashLayout.position(level: level, index: range.lowerBound >> level))
    }
    let (left, right) = halves(of: range)
    return nodeHash(try hash(of: left, reader: reader), try hash(of: right, reader: reader))
  }

  /// Splits a range as RFC 6962 does: the left part is the largest power of two below the length.
  static func halves(of range: Range<Int64>) -> (left: Range<Int64>, right: Range<Int64>) {
    let count = range.upperBound - range.lowerBound
    let half = Int64(1) << (Int64.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    let middle = range.lowerBound + half
    return (range.lowerBound..<middle, middle..<range.upperBound)
  }

  static func checkSize(_ size: Int64) throws(LogRangeError) {
    // Positions reach twice the size and must fit into 64 bits.
    guard 0...(1 << 61) ~= size else { throw LogRangeError("A log cannot have \(size) leaves.") }
  }
}
