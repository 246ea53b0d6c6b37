import CSodium

/// The hash function SHA-256 (FIPS 180-4), by libsodium.
public enum SHA256 {
  /// Hashes `bytes`.
  public static func hash(_ bytes: [UInt8]) -> Digest {
    Digest { crypto_hash_sha256($0, bytes, UInt64(bytes.count)) }
  }

  /// Hashes what many calls of `update` add, so that a large file need not be in memory.
  public struct Stream {
    private var state = crypto_hash_sha256_state()

    /// Creates a hash of nothing yet.
    public init() {
      crypto_hash_sha256_init(&state)
    }

    /// Adds bytes.
    public mutating func update(_ bytes: [UInt8]) {
      crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
    }

    mutating func update(_ digest: Digest) {
      digest.withUnsafeBytes {
        _ = crypto_hash_sha256_update(
          &state, $0.assumingMemoryBound(to: UInt8.self).baseAddress, UInt64($0.count))
      }
    }

    /// Returns the hash of everything added so far.
    public func finish() -> Digest {
      var state = state
      return Digest { crypto_hash_sha256_final(&state, $0) }
    }
  }
}
