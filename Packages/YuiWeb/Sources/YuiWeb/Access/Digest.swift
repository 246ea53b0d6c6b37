import CSodium

/// SHA-256, random bytes and comparison in constant time, from libsodium.
enum Digest {
  private static let isReady = sodium_init() >= 0

  static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
    crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return digest
  }

  static func random(_ count: Int) -> [UInt8] {
    precondition(isReady, "libsodium can't start")
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }

  static func isEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && sodium_memcmp(left, right, left.count) == 0
  }
}
