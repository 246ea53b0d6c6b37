import Glibc

/// The address of who is at the other end, for limits alone: it is never logged or stored.
public struct PeerAddress: Sendable, Hashable {
  /// The 16 bytes of an IPv6 address; IPv4 is written as mapped (`::ffff:a.b.c.d`).
  package let high: UInt64
  package let low: UInt64

  /// Reads an address as text, IPv4 or IPv6.
  public init?(_ text: String) {
    var four = in_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      self.init(four)
      return
    }
    var six = in6_addr()
    guard inet_pton(AF_INET6, text, &six) == 1 else { return nil }
    self.init(six)
  }

  init(_ address: in_addr) {
    high = 0
    low = 0xFFFF_0000_0000 | UInt64(UInt32(bigEndian: address.s_addr))
  }

  init(_ address: in6_addr) {
    (high, low) = withUnsafeBytes(of: address) { bytes in
      (
        UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
    }
  }

  /// Reads what `accept` gave; `nil` for a Unix socket.
  init?(_ address: UnsafePointer<sockaddr>) {
    let raw = UnsafeRawPointer(address)
    switch Int32(address.pointee.sa_family) {
    case AF_INET: self.init(raw.loadUnaligned(as: sockaddr_in.self).sin_addr)
    case AF_INET6: self.init(raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr)
    default: return nil
    }
  }

  private init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  var isIPv4: Bool { high == 0 && low >> 32 == 0xFFFF }

  /// Whether it is `127.0.0.0/8` or `::1`.
  public var isLoopback: Bool {
    isIPv4 ? low >> 24 & 0xFF == 127 : high == 0 && low == 1
  }

  /// What counts as one subscriber: an IPv4 address, or the /64 that IPv6 gives to one line.
  public var subscriber: PeerAddress {
    isIPv4 ? self : PeerAddress(high: high, low: 0)
  }
}
