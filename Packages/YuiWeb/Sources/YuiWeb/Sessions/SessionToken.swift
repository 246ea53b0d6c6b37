/// The secret of a session: 256 random bits, known to the browser alone.
package struct SessionToken: Sendable, Hashable {
  package let bytes: [UInt8]

  static func random() -> SessionToken { SessionToken(bytes: Digest.random(32)) }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  package init?(_ text: String) {
    guard let bytes = Base64URL.decode(text), bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  package var text: String { Base64URL.encode(bytes) }

  /// What the store keeps: whoever reads the database can't use a session.
  var hash: [UInt8] { Digest.sha256(bytes) }
}
