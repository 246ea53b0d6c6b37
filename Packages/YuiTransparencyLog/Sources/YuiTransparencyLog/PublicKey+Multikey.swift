/// A public key as DID documents hold it.
///
/// Format: W3C Controlled Identifiers, Multikey: `z` and the base58 form (of Bitcoin) of 0xed, 0x01
/// and the 32 bytes.
extension PublicKey {
  private static let prefix: [UInt8] = [0xED, 0x01]

  /// The key as `publicKeyMultibase` holds it: `z6Mk…`.
  public var multikey: String { "z" + Base58.encode(Self.prefix + bytes) }

  /// Reads the form of ``multikey``; returns `nil` for anything else, and for keys of other kinds.
  public init?(multikey: String) {
    guard multikey.first == "z", let bytes = Base58.decode(multikey.dropFirst()),
      bytes.starts(with: Self.prefix)
    else { return nil }
    self.init(Array(bytes.dropFirst(Self.prefix.count)))
  }
}

/// Bytes in the base58 form of Bitcoin: a number in 58 digits, with a `1` for each zero byte before
/// it.
enum Base58 {
  /// Longer texts take time that grows with the square of their length.
  private static let longest = 128
  private static let digits = Array(
    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    let number = convert(bytes, from: 256, to: 58)
    let zeros = bytes.prefix { $0 == 0 }.map { _ in digits[0] }
    return String(decoding: zeros + number.map { digits[Int($0)] }, as: UTF8.self)
  }

  static func decode(_ text: some StringProtocol) -> [UInt8]? {
    guard text.utf8.count <= longest else { return nil }
    var values: [UInt8] = []
    for character in text.utf8 {
      guard let value = digits.firstIndex(of: character) else { return nil }
      values.append(UInt8(value))
    }
    return values.prefix { $0 == 0 } + convert(values, from: 58, to: 256)
  }

  /// A number in another base, its first digit not zero.
  private static func convert(_ number: [UInt8], from base: Int, to other: Int) -> [UInt8] {
    var result: [UInt8] = []
    for digit in number {
      var carry = Int(digit)
      for index in result.indices {
        carry += Int(result[index]) * base
        result[index] = UInt8(carry % other)
        carry /= other
      }
      while carry > 0 {
        result.append(UInt8(carry % other))
        carry /= other
      }
    }
    return result.reversed()
  }
}
