internal import YuiTransparencyLog

/// A secret of 256 random bits that is shown once and stored only as its SHA-256.
///
/// A plain hash is enough here: nobody guesses 256 bits, so there is nothing for a slow hash to
/// slow down.
package enum SecretToken {
  /// A new secret in 43 characters of base64url.
  package static func make() -> String {
    var generator = SystemRandomNumberGenerator()
    return base64URL((0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
  }

  /// What is stored of a secret.
  package static func hash(_ secret: String) -> [UInt8] {
    SHA256.hash(Array(secret.utf8)).bytes
  }

  private static func base64URL(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    var text: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 6 {
        count -= 6
        text.append(alphabet[Int(bits >> UInt32(count) & 63)])
      }
    }
    if count > 0 { text.append(alphabet[Int(bits << UInt32(6 - count) & 63)]) }
    return String(decoding: text, as: UTF8.self)
  }
}
