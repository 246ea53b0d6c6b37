/// The hashes of a log that somebody computes anew from its leaves, in memory: 64 bytes a leaf.
///
/// ```swift
/// var log = HashList()
/// for leaf in leaves { try log.append(leaf) }
/// try MerkleTree.rootHash(size: log.size, reader: log)
/// ```
public struct HashList: HashReader, Sendable {
  private var hashes: [Digest] = []

  /// How many leaves there are.
  public private(set) var size: Int64 = 0

  /// Makes a list of no leaves.
  public init() {}

  /// How many hashes there are.
  public var count: Int64 { Int64(hashes.count) }

  /// Adds the next leaf.
  public mutating func append(_ leaf: [UInt8]) throws {
    let new = try MerkleTree.storedHashes(appending: leaf, at: size, reader: self)
    hashes += new.map(\.hash)
    size += 1
  }

  /// The hash at a position; throws ``LogRangeError`` where the leaves have not come to it.
  public func hash(at position: Int64) throws -> Digest {
    guard 0..<count ~= position else {
      throw LogRangeError("There is no hash \(position) among the first \(count).")
    }
    return hashes[Int(position)]
  }
}
