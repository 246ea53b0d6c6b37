import Glibc
import Testing
import YuiHTTPClient

@Suite struct PublicAddresses {
  // IANA's registries of special-purpose addresses, first and last of some blocks and neighbours.
  @Test(
    "Addresses of the internet are told from private ones",
    arguments: [
      ("8.8.8.8", true), ("1.1.1.1", true), ("0.0.0.0", false), ("10.0.0.1", false),
      ("11.0.0.0", true), ("9.255.255.255", true), ("100.63.255.255", true),
      ("100.64.0.0", false), ("100.127.255.255", false), ("100.128.0.0", true),
      ("127.0.0.1", false), ("169.254.169.254", false), ("172.15.255.255", true),
      ("172.16.0.0", false), ("172.31.255.255", false), ("172.32.0.0", true),
      ("192.168.0.1", false), ("192.0.2.1", false), ("198.18.0.1", false),
      ("198.51.100.7", false), ("203.0.113.7", false), ("224.0.0.1", false),
      ("255.255.255.255", false), ("2001:4860:4860::8888", true), ("::1", false), ("::", false),
      ("fe80::1", false), ("fc00::1", false), ("fd12:3456::1", false), ("ff02::1", false),
      ("::ffff:10.0.0.1", false), ("::ffff:8.8.8.8", true), ("64:ff9b::7f00:1", false),
      ("64:ff9b::808:808", true), ("2002:7f00:1::", false), ("2002:808:808::1", true),
      ("2001:db8::1", false), ("2001::1", false),
    ])
  func isPublic(text: String, isPublic: Bool) throws {
    var four = in_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      #expect(PublicAddress.isPublic(UInt32(bigEndian: four.s_addr)) == isPublic)
    } else {
      var six = in6_addr()
      try #require(inet_pton(AF_INET6, text, &six) == 1)
      #expect(withUnsafeBytes(of: six) { PublicAddress.isPublic(Array($0)) } == isPublic)
    }
  }
}
