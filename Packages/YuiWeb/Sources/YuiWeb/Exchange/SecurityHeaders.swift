/// What every answer says to browsers (OWASP Secure Headers).
enum SecurityHeaders {
  static func add(to response: inout Response, isSecure: Bool) {
    response.headers.addMissing("X-Content-Type-Options", "nosniff")
    response.headers.addMissing("Referrer-Policy", "same-origin")
    response.headers.addMissing("Cross-Origin-Opener-Policy", "same-origin")
    response.headers.addMissing("Permissions-Policy", permissionsPolicy)
    let isFramed = response.framing != .refused
    response.headers.addMissing(
      "Cross-Origin-Resource-Policy", isFramed ? "cross-origin" : "same-origin")
    response.headers.addMissing(
      "Content-Security-Policy", contentSecurityPolicy(response.framing))
    if !isFramed { response.headers.addMissing("X-Frame-Options", "DENY") }
    if isSecure {
      response.headers.addMissing(
        "Strict-Transport-Security", "max-age=31536000; includeSubDomains")
    }
  }

  static func contentSecurityPolicy(_ framing: Framing) -> String {
    switch framing {
    case .refused: policy + "'none'"
    case .allowed(let origins): policy + (["'self'"] + origins).joined(separator: " ")
    }
  }

  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    + "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; "
    + "frame-ancestors "

  private static let permissionsPolicy =
    "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
}
