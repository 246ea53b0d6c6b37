/// An entry of a log as it is hashed: when, and a commitment to what.
///
/// 41 bytes, described in `docs/formats/transparency-log.md`. What was written lies beside the log
/// with its salt and can be erased; the leaf stays, and with it every proof.
public struct LogLeaf: Sendable, Hashable {
  /// The number of bytes.
  public static let byteCount = 41

  /// The version of the format, the leaf's first byte.
  public static let version: UInt8 = 1

  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  /// The commitment to the entry, made by `SaltedCommitment`.
  public let commitment: Digest

  /// Creates a leaf.
  public init(milliseconds: Int64, commitment: Digest) {
    self.milliseconds = milliseconds
    self.commitment = commitment
  }

  /// Reads a leaf; returns `nil` for another length or version.
  public init?(_ bytes: [UInt8]) {
    guard
      bytes.count == Self.byteCount, bytes[0] == Self.version,
      let commitment = Digest(bytes[9...])
    else { return nil }
    milliseconds = bytes[1..<9].reduce(0) { $0 << 8 | Int64($1) }
    self.commitment = commitment
  }

  /// The leaf as it is hashed and stored: version, time (big-endian), commitment.
  public var bytes: [UInt8] {
    var bytes = [Self.version]
    bytes.reserveCapacity(Self.byteCount)
    withUnsafeBytes(of: milliseconds.bigEndian) { bytes += $0 }
    commitment.withUnsafeBytes { bytes += $0 }
    return bytes
  }
}
