import CSodium

/// Bytes as base64 (RFC 4648 section 4, padded), by libsodium.
public enum Base64 {
  /// Writes bytes as base64.
  public static func encode(_ bytes: [UInt8]) -> String {
    let length = sodium_base64_encoded_len(bytes.count, sodium_base64_VARIANT_ORIGINAL)
    var characters = [CChar](repeating: 0, count: length)
    sodium_bin2base64(
      &characters, length, bytes, bytes.count, sodium_base64_VARIANT_ORIGINAL)
    return String(decoding: characters.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Reads the one base64 form that some bytes have; returns `nil` for anything else.
  public static func decode(_ text: some StringProtocol) -> [UInt8]? {
    let characters = text.utf8.map(CChar.init(bitPattern:))
    var bytes = [UInt8](repeating: 0, count: characters.count / 4 * 3 + 1)
    var count = 0
    let result = sodium_base642bin(
      &bytes, bytes.count, characters, characters.count, nil, &count, nil,
      sodium_base64_VARIANT_ORIGINAL)
    return result == 0 ? Array(bytes.prefix(count)) : nil
  }
}
