import YuiTransparencyLog

/// Keeps other sites from acting in a signed-in person's name.
///
/// It applies exactly where a session cookie authenticates an unsafe request: browsers attach that
/// cookie by themselves. Bearer tokens are attached by nobody but their owner, and public forms
/// authenticate nobody.
package enum AntiForgery {
  /// The form field that carries the token.
  package static let field = "_token"
  /// The header field that carries the token.
  package static let header = "X-Yui-Token"

  enum Violation: Hashable {
    /// A browser says that another origin asks.
    case foreignOrigin
    /// Nothing says where the request comes from.
    case unknownOrigin
    /// The token is missing or of another session.
    case wrongToken
  }

  /// The token of a session, derived so that nothing needs storing.
  package static func token(for session: SecretToken) -> String {
    Base64URL.encode(SHA256.hash(Array("yui anti-forgery".utf8) + session.bytes).bytes)
  }

  /// Whether the request shows the session's token in the header.
  static func presents(_ request: Request, sessionToken: SecretToken) -> Bool {
    matches(request.headers[header], sessionToken: sessionToken)
  }

  static func matches(_ presented: String?, sessionToken: SecretToken) -> Bool {
    guard let presented else { return false }
    return SecretBytes.isEqual(Array(presented.utf8), Array(token(for: sessionToken).utf8))
  }

  /// What the origin headers tell against a request (after Go's `CrossOriginProtection`, stricter
  /// where both are absent).
  ///
  /// `same-site` is foreign too: sibling tenants share a site and are no friends.
  static func originViolation(_ request: Request) -> Violation? {
    let fetchSite = request.headers["sec-fetch-site"]
    let origin = request.headers["origin"]
    if let fetchSite, fetchSite != "same-origin" && fetchSite != "none" { return .foreignOrigin }
    if let origin {
      let scheme = request.isSecure ? "https://" : "http://"
      guard
        let host = request.headers["host"], origin.lowercased() == scheme + host.lowercased()
      else { return .foreignOrigin }
    }
    return fetchSite == nil && origin == nil ? .unknownOrigin : nil
  }

  /// What forbids a request, where one does; `formToken` is asked for only when the header has
  /// none.
  static func violation(
    _ request: Request, credential: Identity.Credential, formToken: () -> String?
  ) -> Violation? {
    guard case .cookie(let session) = credential, !request.method.isSafe else { return nil }
    if let violation = originViolation(request) { return violation }
    return matches(request.headers[header] ?? formToken(), sessionToken: session)
      ? nil : .wrongToken
  }
}

extension HTTPProblem {
  init(_ violation: AntiForgery.Violation) {
    switch violation {
    case .foreignOrigin, .unknownOrigin:
      self = .forbidden(
        ja: "このサイトのページから送信された内容だけを受け付けます。",
        en: "Only what is sent from a page of this site is accepted.")
    case .wrongToken:
      self = .forbidden(
        ja: "ページの有効期限が切れました。ページを開き直して、もう一度送信してください。",
        en: "The page has expired. Please open it again and send once more.")
    }
  }
}
