import Glibc

/// Tells addresses of the internet from those of this machine and of private networks (RFC 6890).
package enum PublicAddress {
  /// Tells it of a `sockaddr` of a family; any other family than the two of IP is none.
  static func isPublic(_ address: UnsafeRawPointer, family: Int32) -> Bool {
    switch family {
    case AF_INET:
      isPublic(UInt32(bigEndian: address.loadUnaligned(as: sockaddr_in.self).sin_addr.s_addr))
    case AF_INET6:
      withUnsafeBytes(of: address.loadUnaligned(as: sockaddr_in6.self).sin6_addr) { bytes in
        isPublic(Array(bytes))
      }
    default: false
    }
  }

  package static func isPublic(_ address: UInt32) -> Bool {
    let blocks: [(UInt32, prefix: UInt32)] = [
      (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16),
      (0xAC10_0000, 12), (0xC000_0000, 24), (0xC000_0200, 24), (0xC0A8_0000, 16),
      (0xC612_0000, 15), (0xC633_6400, 24), (0xCB00_7100, 24), (0xE000_0000, 3),
    ]
    return !blocks.contains { block, prefix in (address ^ block) >> (32 - prefix) == 0 }
  }

  /// Only 2000::/3 is given out, less what stands for IPv4 or is for documents.
  package static func isPublic(_ bytes: [UInt8]) -> Bool {
    func holds(_ prefix: [UInt8]) -> Bool { bytes.starts(with: prefix) }
    func embedded(at start: Int) -> Bool {
      isPublic(bytes[start..<(start + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
    }
    if holds([UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]) { return embedded(at: 12) }
    if holds([0x00, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8)) {
      return embedded(at: 12)
    }
    if holds([0x20, 0x02]) { return embedded(at: 2) }
    let isReserved = holds([0x20, 0x01, 0x00]) || holds([0x20, 0x01, 0x01])
    return bytes[0] >> 5 == 1 && !isReserved && !holds([0x20, 0x01, 0x0D, 0xB8])
  }
}
