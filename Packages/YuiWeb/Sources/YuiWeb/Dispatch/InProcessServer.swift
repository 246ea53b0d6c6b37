import Synchronization
import YuiStorage

/// Takes requests as bytes through guard, router, access and handlers, without a socket.
package final class InProcessServer: Sendable {
  /// What a request is answered with, content uncompressed unless asked otherwise.
  package struct Answer: Sendable {
    package let status: Int
    package let headers: Headers
    package let body: [UInt8]
  }

  private let dispatcher: Dispatcher
  private let temporaryFolder: String

  package init(_ configuration: ServerConfiguration, sites: any SiteDirectory) {
    dispatcher = Dispatcher(configuration, sites: sites)
    temporaryFolder = configuration.temporaryFolder
  }

  /// Answers a request from this machine and waits for it.
  package func send(
    method: String, target: String, headers: [(name: String, value: String)], body: [UInt8] = []
  ) throws -> Answer {
    var fields = headers
    if !body.isEmpty { fields.append(("Content-Length", String(body.count))) }
    let request: (Request, RequestGuard.Findings)
    do {
      request = try RawRequest(method: method, target: target, fields: fields).read()
    } catch let violation as RequestViolation {
      return try answer(DoorAnswer.response(violation), toHead: false)
    }
    let response = respond(request.0, request.1, body: body)
    return try answer(response, toHead: request.1.method == .head)
  }

  /// Ends the threads of slow work and of remote reads.
  package func stop() {
    dispatcher.remoteReads.close()
    dispatcher.slowPool.close()
  }

  private func respond(
    _ request: Request, _ findings: RequestGuard.Findings, body: [UInt8]
  ) -> Response {
    let admission = dispatcher.admit(
      request, contentLength: findings.contentLength, hasContent: findings.hasContent)
    return answer(admission, body: body)
  }

  private func answer(_ admission: Admission, body: [UInt8]) -> Response {
    switch admission {
    case .answered(_, let response): return response
    case .later(_, let start): return answer(Mailbox.wait(for: start), body: body)
    case .admitted(var call, let content):
      var collector = BodyCollector(
        for: call.request, limit: content?.limit ?? 0, folder: temporaryFolder)
      _ = body.withUnsafeBytes { collector.take($0) }
      call.request.content = collector.finish()
      return Mailbox.wait(for: dispatcher.respond(call).deliver)
    }
  }

  private func answer(_ response: Response, toHead: Bool) throws -> Answer {
    var body = response.bytes ?? []
    switch response.body {
    case .stream(let stream): while let next = try stream.next() { body += next }
    case .file(let file): body = file.bytes()
    case .bytes, .shared: break
    }
    return Answer(status: response.status, headers: response.headers, body: toHead ? [] : body)
  }
}

/// The bytes of a request head.
package struct RawRequest {
  package var method: String
  package var target: String
  package var version = "HTTP/1.1"
  package var fields: [(name: String, value: String)]

  package init(
    method: String, target: String, version: String = "HTTP/1.1",
    fields: [(name: String, value: String)]
  ) {
    self.method = method
    self.target = target
    self.version = version
    self.fields = fields
  }

  /// Checks and reads it as coming from this machine.
  func read() throws -> (Request, RequestGuard.Findings) {
    try withChecked { findings, target, fields in
      let sender = RequestReader.Sender(
        address: PeerAddress("127.0.0.1"), isTrustedProxy: false, isTrusted: { _ in false })
      let request = try RequestReader.request(
        findings, target: target, fields: fields, from: sender)
      // The pointers of the findings end here; what is asked of them later is plain.
      return (request, findings)
    }
  }

  /// Runs the guard, and `body` where it lets the request through.
  package func withChecked<Result>(
    _ body: (RequestGuard.Findings, UnsafeRawBufferPointer, UnsafeBufferPointer<HeaderField>)
      throws -> Result
  ) throws -> Result {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    for text in [method, target, version] + fields.flatMap({ [$0.name, $0.value] }) {
      ranges.append(bytes.count..<(bytes.count + text.utf8.count))
      bytes += text.utf8
    }
    return try bytes.withUnsafeBytes { bytes in
      let pieces = ranges.map { UnsafeRawBufferPointer(rebasing: bytes[$0]) }
      let list = stride(from: 3, to: pieces.count, by: 2).map {
        HeaderField(name: pieces[$0], value: pieces[$0 + 1])
      }
      return try list.withUnsafeBufferPointer { list in
        let findings = try RequestGuard.check(
          method: pieces[0], target: pieces[1], version: pieces[2], fields: list)
        return try body(findings, pieces[1], list)
      }
    }
  }
}
