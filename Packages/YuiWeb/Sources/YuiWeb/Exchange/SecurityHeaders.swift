/// What every answer says to browsers (OWASP Secure Headers).
enum SecurityHeaders {
  static func add(to response: inout Response, isSecure: Bool) {
    if response.framing != .refused || !response.imageOrigins.isEmpty {
      response.headers.addMissing(
        "Content-Security-Policy",
        contentSecurityPolicy(response.framing, images: response.imageOrigins))
    }
    if response.framing != .refused {
      response.headers.addMissing("Cross-Origin-Resource-Policy", "cross-origin")
    } else {
      response.headers.addMissing("X-Frame-Options", "DENY")
    }
    response.headers.addMissing(isSecure ? overTLS : always)
  }

  private static let always: Headers = [
    "X-Content-Type-Options": "nosniff",
    // Without any referrer browsers would also send `Origin: null` with forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy":
      "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Content-Security-Policy": contentSecurityPolicy(.refused),
  ]

  private static let overTLS: Headers = {
    var headers = always
    headers.add("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
    return headers
  }()

  static func contentSecurityPolicy(_ framing: Framing, images: [String] = []) -> String {
    let ancestors =
      switch framing {
      case .refused: "'none'"
      case .anyone: "*"
      case .allowed(let origins): (["'self'"] + origins).joined(separator: " ")
      }
    let images = (["'self'", "data:"] + images).joined(separator: " ")
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src \(images); "
      + "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; "
      + "frame-ancestors \(ancestors)"
  }
}
