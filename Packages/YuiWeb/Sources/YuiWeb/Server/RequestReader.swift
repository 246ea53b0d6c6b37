/// Turns the head of a request from bytes into values, once it passed the guard.
enum RequestReader {
  static func request(
    _ findings: RequestGuard.Findings, fields: UnsafeBufferPointer<HeaderField>,
    connection: Connection, isTrusted: (PeerAddress) -> Bool
  ) throws(RequestViolation) -> Request {
    let (rawPath, rawQuery) = PathDecoder.split(connection.target)
    let isAsterisk = findings.method == .options && connection.target.elementsEqual("*".utf8)
    guard
      let path = isAsterisk ? "*" : PathDecoder.decode(rawPath),
      let query = Query(parsing: rawQuery)
    else { throw .badTarget }
    var headers = Headers()
    for field in fields { headers.add(text(field.name), text(field.value)) }
    let isProxied = connection.isTrustedProxy
    return Request(
      method: findings.method, path: path, query: query, headers: headers,
      host: text(HostName.withoutPort(findings.host)).lowercased(),
      peer: isProxied
        ? ForwardedClient.address(
          peer: connection.peer, forwardedFor: findings.forwardedFor.map(text),
          isTrusted: isTrusted) : connection.peer,
      isSecure: isProxied && findings.forwardedProto?.elementsEqual("https".utf8) == true)
  }

  private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
