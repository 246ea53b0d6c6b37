/// A source of a log's stored hashes, such as a table with position and hash.
///
/// Reading may happen inside the transaction that appends.
public protocol HashReader {
  /// Returns the hash stored at `position`, which counts from 0 in the order of appending.
  func hash(at position: Int64) throws -> Digest
}

/// A hash to be kept at a position; written once and never changed.
public struct StoredHash: Sendable, Hashable {
  /// The position, counted from 0 without gaps.
  public let position: Int64
  /// The hash of a leaf, or of a complete subtree.
  public let hash: Digest
}

/// The layout of stored hashes: after each leaf come the subtrees it completes, smallest first.
///
/// This is the layout of Go's checksum database (`golang.org/x/mod/sumdb/tlog`): only complete
/// subtrees are stored, so nothing stored ever changes, and a log of n leaves stores fewer than 2n
/// hashes.
enum HashLayout {
  /// The position of the subtree over leaves `index << level ..< (index + 1) << level`.
  static func position(level: Int, index: Int64) -> Int64 {
    // The subtree is stored with its last leaf, after that leaf's smaller subtrees.
    let lastLeaf = (index + 1) << level - 1
    return count(leaves: lastLeaf) + Int64(level)
  }

  /// The number of hashes stored for a log of `leaves` leaves: the sum of `leaves >> level`.
  static func count(leaves: Int64) -> Int64 {
    2 * leaves - Int64(leaves.nonzeroBitCount)
  }
}
