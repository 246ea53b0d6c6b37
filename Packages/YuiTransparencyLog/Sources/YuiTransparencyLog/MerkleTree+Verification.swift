extension MerkleTree {
  /// Tells whether `proof` shows the leaf to be leaf `index` of the log with this size and root.
  ///
  /// RFC 9162 section 2.1.3.2. Any input is safe, also from a log that is not trusted.
  public static func verifyInclusion(
    leafHash: Digest, index: Int64, size: Int64, root: Digest, proof: [Digest]
  ) -> Bool {
    guard index >= 0, index < size else { return false }
    var node = index
    var last = size - 1
    var hash = leafHash
    for sibling in proof {
      guard last > 0 else { return false }
      if isRightmostOrOdd(node, last) {
        hash = nodeHash(sibling, hash)
        climbToOdd(&node, &last)
      } else {
        hash = nodeHash(hash, sibling)
      }
      node >>= 1
      last >>= 1
    }
    return last == 0 && hash == root
  }

  /// Tells whether `proof` shows the second log to begin with the first.
  ///
  /// RFC 9162 section 2.1.4.2. Every log begins with the empty log, and equal sizes need equal
  /// roots; both take an empty proof. Any input is safe, also from a log that is not trusted.
  public static func verifyConsistency(
    first: Int64, firstRoot: Digest, second: Int64, secondRoot: Digest, proof: [Digest]
  ) -> Bool {
    guard first >= 0, first <= second else { return false }
    if first == second { return proof.isEmpty && firstRoot == secondRoot }
    if first == 0 { return proof.isEmpty && firstRoot == emptyRoot }
    // Where the first log is one complete subtree, the proof leaves out its known root.
    let hashes = first.nonzeroBitCount == 1 ? [firstRoot] + proof : proof
    guard !proof.isEmpty, let start = hashes.first else { return false }
    var node = first - 1
    var last = second - 1
    climbOdd(&node, &last)
    var firstHash = start
    var secondHash = start
    for sibling in hashes.dropFirst() {
      guard last > 0 else { return false }
      if isRightmostOrOdd(node, last) {
        firstHash = nodeHash(sibling, firstHash)
        secondHash = nodeHash(sibling, secondHash)
        climbToOdd(&node, &last)
      } else {
        secondHash = nodeHash(secondHash, sibling)
      }
      node >>= 1
      last >>= 1
    }
    return last == 0 && firstHash == firstRoot && secondHash == secondRoot
  }

  private static func isRightmostOrOdd(_ node: Int64, _ last: Int64) -> Bool {
    node & 1 == 1 || node == last
  }

  /// Climbs while the node is even: a rightmost node without a sibling stands for its parent.
  private static func climbToOdd(_ node: inout Int64, _ last: inout Int64) {
    while node & 1 == 0, node != 0 {
      node >>= 1
      last >>= 1
    }
  }

  /// Climbs while the node is odd: up to the largest subtree that the first log completes.
  private static func climbOdd(_ node: inout Int64, _ last: inout Int64) {
    while node & 1 == 1 {
      node >>= 1
      last >>= 1
    }
  }
}
