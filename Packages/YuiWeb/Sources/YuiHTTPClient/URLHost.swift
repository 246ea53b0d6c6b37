import CCurl
import Glibc

/// The host that an address on the web names, as libcurl reads it: however an address of IPv4 is
/// written, with its four numbers.
package struct URLHost: Sendable {
  private let name: String

  /// Reads the host of an address; nil where it names none.
  package init?(_ url: String) {
    guard let parts = curl_url() else { return nil }
    defer { curl_url_cleanup(parts) }
    var host: UnsafeMutablePointer<CChar>?
    guard curl_url_set(parts, CURLUPART_URL, url, 0) == CURLUE_OK,
      curl_url_get(parts, CURLUPART_HOST, &host, 0) == CURLUE_OK, let host
    else { return nil }
    defer { curl_free(host) }
    name = String(cString: host).lowercased()
  }

  /// Whether it is this machine by name.
  var isLocalhost: Bool { name == "localhost" || name.hasSuffix(".localhost") }

  /// Whether it says by itself that it is this machine or one of a private network; where any other
  /// name leads is known when somebody connects.
  package var isPrivate: Bool {
    var four = in_addr()
    if inet_pton(AF_INET, name, &four) == 1 {
      return !PublicAddress.isPublic(UInt32(bigEndian: four.s_addr))
    }
    var six = in6_addr()
    if inet_pton(AF_INET6, name.filter { $0 != "[" && $0 != "]" }, &six) == 1 {
      return !withUnsafeBytes(of: six) { PublicAddress.isPublic(Array($0)) }
    }
    return isLocalhost
  }
}
