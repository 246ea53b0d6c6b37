import YuiStorage
import YuiTransparencyLog

/// The name a client gives to one intention, so that repeating the request doesn't repeat the deed.
struct IdempotencyKey: Sendable, Hashable {
  /// Whose key it is; two callers may choose the same.
  let scope: String
  let key: String
  /// What was asked under it.
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
    self.key = key
    digest = SHA256.hash(Array("\(request.target)\n".utf8) + request.content.fingerprint).bytes
  }

  /// Reads the key in a form, which the page's script puts there; `nil` where there is none.
  ///
  /// Who goes back and sends something else means it: the content is part of the key.
  init?(formOf request: Request) {
    guard let name = try? request.form().first(FormGuard.keyField),
      16...64 ~= name.utf8.count, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    scope = "form"
    digest = SHA256.hash(Array("\(request.target)\n".utf8) + request.content.fingerprint).bytes
    key = "\(name) \(Base64URL.encode(digest))"
  }
}
