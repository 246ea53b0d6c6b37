import CSodium

/// Random bytes and comparison in constant time, from libsodium.
enum SecretBytes {
  private static let isReady = sodium_init() >= 0

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
