/// A mail address as a sign-in name: one `@`, no spaces, at most 254 bytes, kept in lower case.
///
/// Whether mail arrives there is not this type's business; that two spellings of one address are
/// the same account is.
public struct EmailAddress: LosslessStringConvertible, Sendable, Hashable {
  /// The address in lower case.
  public let description: String

  /// Reads an address; nil where it cannot be one.
  public init?(_ text: String) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let isPrintableASCII = text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    guard isPrintableASCII, text.utf8.count <= 254, parts.count == 2,
      !parts[0].isEmpty, parts[0].utf8.count <= 64, Self.isHost(parts[1])
    else { return nil }
    description = text.lowercased()
  }

  private static func isHost(_ text: Substring) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
        && label.utf8.allSatisfy { byte in
          byte == 0x2D || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
        }
    }
  }
}
