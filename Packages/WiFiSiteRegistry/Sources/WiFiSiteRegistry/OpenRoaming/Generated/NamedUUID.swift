import YuiTransparencyLog

/// An id that always follows from a name (RFC 9562, version 8, by SHA-256 as in its appendix B.2).
struct NamedUUID: CustomStringConvertible {
  /// 36 characters in upper case, as Apple writes them.
  let description: String

  /// The id of a name in the DNS.
  init(domain name: String) {
    var bytes = Array(SHA256.hash(Self.domainNames + Array(name.utf8)).bytes.prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    description = [bytes[0..<4], bytes[4..<6], bytes[6..<8], bytes[8..<10], bytes[10..<16]]
      .map { $0.map(\.hex).joined() }.joined(separator: "-").uppercased()
  }

  /// The namespace of domain names, 6ba7b810-9dad-11d1-80b4-00c04fd430c8.
  private static let domainNames: [UInt8] = [
    0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
  ]
}
