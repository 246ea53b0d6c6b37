import CSodium
import YuiStorage
import YuiTransparencyLog

/// The name a client gives to one intention, so that repeating the request doesn't repeat the deed.
///
/// Of the name only a hash is kept, and of what was asked only a code made with the name: nobody who
/// reads the table can try what was sent against it, such as a telephone number that was masked.
struct IdempotencyKey: Sendable, Hashable {
  /// Whose key it is; two callers may choose the same.
  let scope: String
  let key: String
  /// What was asked under it: HMAC-SHA-512-256 of it, keyed by the name.
  let digest: [UInt8]

  /// Reads the key of a POST; throws a 400 for one that isn't 1 to 255 visible ASCII characters.
  init?(_ request: Request, principal: Principal?) throws {
    guard request.method == .post, let key = request.headers["idempotency-key"] else { return nil }
    guard
      1...255 ~= key.utf8.count, key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else {
      throw HTTPProblem.badRequest(
        ja: "Idempotency-Keyは1〜255文字のASCII文字で指定してください。",
        en: "Idempotency-Key takes 1 to 255 visible ASCII characters.")
    }
    scope = principal.map { $0.id.description } ?? "anonymous"
    self.key = Base64URL.encode(SHA256.hash(Array(key.utf8)).bytes)
    digest = Self.code(of: request, under: key)
  }

  /// Reads the key in a form, which the page's script puts there; `nil` where there is none.
  ///
  /// Who goes back and sends something else means it: the content is part of the key.
  init?(formOf request: Request) {
    guard let name = try? request.form().first(FormGuard.keyField),
      16...64 ~= name.utf8.count, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    scope = "form"
    digest = Self.code(of: request, under: name)
    key = Base64URL.encode(SHA256.hash(Array(name.utf8) + digest).bytes)
  }

  private static func code(of request: Request, under name: String) -> [UInt8] {
    let secret = SHA256.hash(Array("idempotency\n\(name)".utf8)).bytes
    let message = Array("\(request.target)\n".utf8) + request.content.fingerprint
    var code = [UInt8](repeating: 0, count: Int(crypto_auth_BYTES))
    crypto_auth(&code, message, UInt64(message.count), secret)
    return code
  }
}
