import CSodium
import FoundationEssentials
import YuiText

/// When a form was shown, signed, so that nobody makes one up: `MILLISECONDS.SIGNATURE`.
enum FormStamp {
  enum Verdict: Hashable {
    /// None was sent: a program that never saw the form.
    case absent
    case good
    /// Sent faster than anybody reads.
    case hasty
    /// Not one of ours, or of another form.
    case broken
  }

  /// How long anybody looks at a form before it is sent, in milliseconds.
  static let leastTime: Int64 = 1_000
  static let keyBytes = Int(crypto_auth_KEYBYTES)

  static func text(for form: String, at now: Timestamp, key: [UInt8]) -> String {
    "\(now.milliseconds).\(signature(form, now.milliseconds, key: key))"
  }

  static func verdict(
    _ text: String?, of form: String, at now: Timestamp, key: [UInt8]
  ) -> Verdict {
    guard let text, !text.isEmpty else { return .absent }
    let parts = text.split(separator: ".")
    guard parts.count == 2, parts[0].utf8.count <= 15, let shown = Int64(parts[0]),
      SecretBytes.isEqual(
        Array(parts[1].utf8), Array(signature(form, shown, key: key).utf8))
    else { return .broken }
    return now.milliseconds - shown < leastTime ? .hasty : .good
  }

  /// HMAC-SHA-512-256 (libsodium `crypto_auth`).
  private static func signature(_ form: String, _ milliseconds: Int64, key: [UInt8]) -> String {
    let message = Array("yui form \(milliseconds) \(form)".utf8)
    var tag = [UInt8](repeating: 0, count: Int(crypto_auth_BYTES))
    crypto_auth(&tag, message, UInt64(message.count), key)
    return Base64URL.encode(tag)
  }
}
