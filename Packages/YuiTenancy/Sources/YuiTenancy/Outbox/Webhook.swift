internal import CSodium
internal import FoundationEssentials
package import YuiStorage
package import YuiText
internal import YuiWeb

/// An address of another program that is told of events, signed so that it can tell who speaks.
///
/// Signatures follow Standard Webhooks: HMAC-SHA256 over id, time and content.
package struct Webhook: Sendable, Hashable {
  package let id: UUIDv7
  package let url: String
  /// The kinds of events it listens to.
  package let events: Set<String>
  /// `whsec_` and the key in Base64; stored as it is, since it signs.
  package let secret: String

  package init(id: UUIDv7, url: String, events: Set<String>, secret: String) {
    self.id = id
    self.url = url
    self.events = events
    self.secret = secret
  }

  /// Draws a secret.
  package static func newSecret() -> String {
    prefix + Data(SecretToken.random().bytes).base64EncodedString()
  }

  private static let prefix = "whsec_"

  /// The headers under which a message goes.
  package func headers(for message: OutboxMessage, at now: Timestamp) -> [(String, String)] {
    let id = "msg_\(message.id)"
    let seconds = "\(now.milliseconds / 1000)"
    return [
      ("Content-Type", "application/json"), ("webhook-id", id), ("webhook-timestamp", seconds),
      ("webhook-signature", "v1,\(signature(of: "\(id).\(seconds).\(message.body)"))"),
    ]
  }

  private func signature(of text: String) -> String {
    let key = Data(base64Encoded: String(secret.dropFirst(Self.prefix.count))).map(Array.init) ?? []
    var state = crypto_auth_hmacsha256_state()
    crypto_auth_hmacsha256_init(&state, key, key.count)
    let bytes = Array(text.utf8)
    crypto_auth_hmacsha256_update(&state, bytes, UInt64(bytes.count))
    var code = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
    crypto_auth_hmacsha256_final(&state, &code)
    return Data(code).base64EncodedString()
  }
}
