/// Decides which addresses a page may point to.
///
/// Relative references and `http`, `https`, `mailto` and `tel` are let through. Anything else
/// (`javascript:`, `data:`, a scheme hidden behind spaces or control characters, which browsers
/// strip) becomes `#`, which leads nowhere.
enum LinkTarget {
  static let nowhere = "#"

  static func link(_ address: String) -> String {
    checked(address, schemes: ["http", "https", "mailto", "tel"])
  }

  static func resource(_ address: String) -> String {
    checked(address, schemes: ["http", "https"])
  }

  private static func checked(_ address: String, schemes: Set<String>) -> String {
    let bytes = address.utf8
    guard bytes.first != 0x20, bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      return nowhere
    }
    let end = bytes.firstIndex { byte in
      switch byte {
      case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): true
      default: false
      }
    }
    guard let end, bytes[end] == UInt8(ascii: ":") else { return address }
    return schemes.contains(address[..<end].lowercased()) ? address : nowhere
  }
}
