import CSodium

/// A commitment to content that can be shown, checked, and erased: SHA-256 of salt and content.
///
/// Without the salt, the commitment tells nothing, even of a content that could be guessed; with
/// both, nobody can show another content for it. This is the scheme of `LogLeaf` version 1.
public enum SaltedCommitment {
  /// Returns the commitment to `content` under a salt that is used for no other content.
  public static func make(_ content: [UInt8], salt: Salt) -> Digest {
    var stream = SHA256.Stream()
    stream.update(salt.bytes)
    stream.update(content)
    return stream.finish()
  }
}

/// 32 random bytes that keep a commitment from being guessed.
public struct Salt: Sendable, Hashable {
  /// The number of bytes.
  public static let byteCount = 32

  /// The 32 bytes, to be stored beside the content and erased with it.
  public let bytes: [UInt8]

  /// Draws so many new salts from the system's random source, which is asked once.
  public static func draw(_ count: Int) -> [Salt] {
    var drawn = [UInt8](repeating: 0, count: count * byteCount)
    randombytes_buf(&drawn, drawn.count)
    return (0..<count).map { Salt(thirtyTwo: Array(drawn[$0 * byteCount..<($0 + 1) * byteCount])) }
  }

  private init(thirtyTwo bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Takes a stored salt of exactly 32 bytes; returns `nil` for any other number.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }
}
