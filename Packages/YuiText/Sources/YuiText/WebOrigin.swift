/// The origin of a page, as browsers name it: scheme, host, and port where it isn't the usual one.
public enum WebOrigin {
  /// Reads an origin, or the one of an address; `nil` for anything else.
  public static func of(_ address: String) -> String? {
    let address = address.lowercased()
    guard let scheme = ["https://", "http://"].first(where: address.hasPrefix) else { return nil }
    let rest = address.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), isHost(parts[0]) else { return nil }
    guard parts.count == 2 else { return scheme + rest }
    guard let port = Int(parts[1]), (1...65_535).contains(port) else { return nil }
    let isUsual = port == (scheme == "https://" ? 443 : 80)
    return scheme + parts[0] + (isUsual ? "" : ":\(port)")
  }

  private static func isHost(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.count <= 253
      && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
        !label.isEmpty && !label.hasPrefix("-") && !label.hasSuffix("-")
          && label.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
              UInt8(ascii: "-"):
              true
            default: false
            }
          }
      }
  }
}
