import YuiText

/// Gives every answer what it must carry when it leaves.
struct AnswerFinish {
  let call: Call

  func finish(_ response: Response) -> Response {
    var response = response
    response.headers["X-Request-Id"] = call.requestID
    complete(&response)
    response.headers.addMissing("Cache-Control", "no-store")
    return response
  }

  /// For an answer that is kept for others, which carries nothing of this request.
  func finishShared(_ response: Response) -> Response {
    var response = response
    complete(&response)
    response.headers.addMissing("Cache-Control", "no-cache")
    response.headers["Vary"] = "Accept-Encoding, Accept-Language, Cookie"
    return response
  }

  private func complete(_ response: inout Response) {
    rememberLanguage(in: &response)
    if call.route?.isOpenToOtherOrigins == true {
      response.headers.addMissing("Access-Control-Allow-Origin", "*")
      response.headers.addMissing("Access-Control-Expose-Headers", "ETag, Link, Location")
      response.headers.addMissing("Cross-Origin-Resource-Policy", "cross-origin")
    }
    SecurityHeaders.add(to: &response, isSecure: call.request.isSecure)
    compress(&response)
  }

  /// Keeps the language that a page was asked for in by `?lang=`.
  ///
  /// The parameter is part of the key of kept answers, so theirs may say it too. A page inside
  /// another site's page sets no cookie there.
  private func rememberLanguage(in response: inout Response) {
    guard
      call.route?.isForPrograms == false, response.status == 200, response.framing == .refused,
      LanguagePreference.asked(call.request) == call.language
    else { return }
    let cookie = Cookie(
      name: "\(LanguagePreference.cookieName)", value: call.language.rawValue, maxAge: 365 * 86_400,
      isSecure: call.request.isSecure)
    response.headers.add("Set-Cookie", cookie.field)
  }

  /// A page of a signed-in person carries a secret token beside what others may have written, and
  /// its compressed length would tell of it (BREACH): it goes uncompressed.
  private func compress(_ response: inout Response) {
    guard
      call.identity?.session == nil, case .bytes(let bytes) = response.body, bytes.count > 1024,
      response.headers["Content-Encoding"] == nil,
      let type = response.headers["Content-Type"], Self.isCompressible(type)
    else { return }
    response.headers.addMissing("Vary", "Accept-Encoding")
    guard call.acceptsGzip, let compressed = Gzip.compress(bytes), compressed.count < bytes.count
    else { return }
    response.body = .bytes(compressed)
    response.headers["Content-Encoding"] = "gzip"
  }

  private static func isCompressible(_ type: String) -> Bool {
    type.hasPrefix("text/") || type.hasPrefix("application/json") || type.contains("+json")
      || type.contains("+xml") || type.hasPrefix("application/javascript")
  }
}
