/// The name and public key of somebody who signs notes.
///
/// Format: C2SP signed-note, verifier keys of type 0x01 (Ed25519).
public struct NoteKey: Sendable, Hashable {
  private static let ed25519: UInt8 = 0x01

  /// Who signs; for a log, its origin.
  public let name: String
  /// What signatures are checked with.
  public let publicKey: PublicKey

  /// Names a key; returns `nil` for a name that a note cannot hold: empty, with a space or a plus.
  public init?(name: String, publicKey: PublicKey) {
    guard Self.isName(name) else { return nil }
    (self.name, self.publicKey) = (name, publicKey)
  }

  /// Reads `name+0123abcd+base64`; returns `nil` for anything else, and for an id of another key.
  public init?(_ description: String) {
    let parts = description.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let bytes = Base64.decode(parts[2]), bytes.first == Self.ed25519,
      let publicKey = PublicKey(Array(bytes.dropFirst()))
    else { return nil }
    self.init(name: String(parts[0]), publicKey: publicKey)
    guard Self.hex(id) == parts[1] else { return nil }
  }

  /// Four bytes that tell this key from others in a note; they prove nothing.
  public var id: [UInt8] {
    let hash = SHA256.hash(Array(name.utf8) + [0x0A, Self.ed25519] + publicKey.bytes)
    return Array(hash.bytes.prefix(4))
  }

  /// The format allows more than ASCII; names that are printed shall look like what they are.
  static func isName(_ name: some StringProtocol) -> Bool {
    !name.isEmpty && name.utf8.count <= 255
      && name.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "+") }
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension NoteKey: CustomStringConvertible {
  /// The key as it is given to those who check: `name+0123abcd+base64`.
  public var description: String {
    "\(name)+\(Self.hex(id))+\(Base64.encode([Self.ed25519] + publicKey.bytes))"
  }
}
