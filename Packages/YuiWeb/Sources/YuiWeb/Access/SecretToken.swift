import YuiTransparencyLog

/// A secret of 256 random bits: of a session, an API token, a one-time link.
///
/// Only its SHA-256 is stored, so that whoever reads the database cannot use it. A plain hash is
/// enough: nobody guesses 256 bits, so there is nothing for a slow hash to slow down.
package struct SecretToken: Sendable, Hashable {
  /// The 32 bytes.
  package let bytes: [UInt8]

  /// Draws a new one.
  package static func random() -> SecretToken { SecretToken(bytes: SecretBytes.random(32)) }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads the text form; nil for anything that is none.
  package init?(_ text: String) {
    guard let bytes = Base64URL.decode(text), bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// The secret in 43 characters of base64url.
  package var text: String { Base64URL.encode(bytes) }

  /// What is stored of it.
  package var hash: [UInt8] { SHA256.hash(bytes).bytes }
}
