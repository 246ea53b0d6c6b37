/// The cookie that carries a session.
///
/// Over https `__Host-yui` with `Secure`. Browsers refuse that name over http, so a machine's own
/// loopback (a demo, a test) uses `yui`. Any other plain http carries no session at all.
enum SessionCookie {
  static func token(of request: Request) -> SecretToken? {
    let header = request.headers["cookie"]
    let value: String? =
      if request.isSecure {
        CookieHeader.value("__Host-yui", in: header)
      } else if isLoopback(request) {
        CookieHeader.value("yui", in: header)
      } else {
        nil
      }
    return value.flatMap(SecretToken.init)
  }

  /// Whether a `Cookie` value holds anything that could be a session's.
  static func isNamed(in cookies: UnsafeRawBufferPointer) -> Bool {
    CookieHeader.value("__Host-yui", in: cookies) != nil
      || CookieHeader.value("yui", in: cookies) != nil
  }

  /// The cookie that starts (a token) or ends (`nil`) a session on this connection; `nil` where no
  /// session may travel.
  static func cookie(_ token: SecretToken?, for request: Request) -> Cookie? {
    guard request.isSecure || isLoopback(request) else { return nil }
    return Cookie(
      name: request.isSecure ? "__Host-yui" : "yui", value: token?.text ?? "",
      maxAge: token == nil ? 0 : nil, isSecure: request.isSecure)
  }

  /// Whether the caller sits at this machine and calls it by a name of its own: a proxy on the same
  /// machine that nobody told us of brings other names.
  private static func isLoopback(_ request: Request) -> Bool {
    guard request.peer?.isLoopback == true else { return false }
    let host = request.host
    return host == "localhost" || host.hasSuffix(".localhost")
      || PeerAddress(host.trimmingBrackets)?.isLoopback == true
  }
}
