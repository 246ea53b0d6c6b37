/// Turns the head of a request from bytes into values, once it passed the guard.
enum RequestReader {
  /// Who is at the other end of the connection.
  struct Sender {
    let address: PeerAddress?
    /// Whether it is believed what it says of its client.
    let isTrustedProxy: Bool
    let isTrusted: (PeerAddress) -> Bool
  }

  static func request(
    _ findings: RequestGuard.Findings, target: UnsafeRawBufferPointer,
    fields: UnsafeBufferPointer<HeaderField>, from sender: Sender
  ) throws(RequestViolation) -> Request {
    let (rawPath, rawQuery) = PathDecoder.split(target)
    let isAsterisk = findings.method == .options && target.elementsEqual("*".utf8)
    guard
      let path = isAsterisk ? "*" : PathDecoder.decode(rawPath),
      let query = Query(parsing: rawQuery)
    else { throw .badTarget }
    var headers = Headers()
    for field in fields { headers.add(text(field.name), text(field.value)) }
    return Request(
      method: findings.method, path: path, query: query, headers: headers,
      host: text(HostName.withoutPort(findings.host)).lowercased(),
      peer: sender.isTrustedProxy
        ? ForwardedClient.address(
          peer: sender.address, forwardedFor: findings.forwardedFor.map(text),
          isTrusted: sender.isTrusted) : sender.address,
      isSecure: sender.isTrustedProxy
        && findings.forwardedProto?.elementsEqual("https".utf8) == true)
  }

  private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
