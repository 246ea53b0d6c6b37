extension MerkleTree {
  /// Returns the hashes that prove leaf `index` to be in the log's first `size` leaves.
  ///
  /// RFC 6962 section 2.1.1, in its order: from the leaf to the root.
  public static func inclusionProof(
    index: Int64, size: Int64, reader: some HashReader
  ) throws -> [Digest] {
    try checkSize(size)
    guard 0..<size ~= index else {
      throw LogRangeError("There is no leaf \(index) among the first \(size).")
    }
    return try path(to: index, in: 0..<size, reader: reader)
  }

  /// Returns the hashes that prove the first `second` leaves to begin with the first `first`.
  ///
  /// RFC 6962 section 2.1.2; empty where `first` is 0 or equals `second`.
  public static func consistencyProof(
    first: Int64, second: Int64, reader: some HashReader
  ) throws -> [Digest] {
    try checkSize(second)
    guard 0...second ~= first else {
      throw LogRangeError("A log of \(second) leaves has no first \(first) leaves.")
    }
    guard first > 0 else { return [] }
    return try subproof(first, in: 0..<second, isWhole: true, reader: reader)
  }

  private static func path(
    to index: Int64, in range: Range<Int64>, reader: some HashReader
  ) throws -> [Digest] {
    guard range.count > 1 else { return [] }
    let (left, right) = halves(of: range)
    return left.contains(index)
      ? try path(to: index, in: left, reader: reader) + [hash(of: right, reader: reader)]
      : try path(to: index, in: right, reader: reader) + [hash(of: left, reader: reader)]
  }

  /// SUBPROOF of RFC 6962; `isWhole` while the reader of the proof knows the range's old hash.
  private static func subproof(
    _ first: Int64, in range: Range<Int64>, isWhole: Bool, reader: some HashReader
  ) throws -> [Digest] {
    if first == range.upperBound {
      return isWhole ? [] : [try hash(of: range, reader: reader)]
    }
    let (left, right) = halves(of: range)
    return first <= left.upperBound
      ? try subproof(first, in: left, isWhole: isWhole, reader: reader)
        + [hash(of: right, reader: reader)]
      : try subproof(first, in: right, isWhole: false, reader: reader)
        + [hash(of: left, reader: reader)]
  }
}
