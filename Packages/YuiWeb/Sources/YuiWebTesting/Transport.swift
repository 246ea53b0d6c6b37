import YuiHTTPClient
import YuiWeb

/// Carries a test's requests to the routes.
protocol Transport: Sendable {
  /// The host with its port, if it has one.
  var authority: String { get }
  func send(
    method: String, target: String, headers: [(name: String, value: String)], body: [UInt8]
  ) throws -> TestResponse
  func stop()
}

struct InProcessTransport: Transport {
  private let server: InProcessServer

  init(_ server: InProcessServer) { self.server = server }

  var authority: String { SiteHarness.host }

  func send(
    method: String, target: String, headers: [(name: String, value: String)], body: [UInt8]
  ) throws -> TestResponse {
    let answer = try server.send(method: method, target: target, headers: headers, body: body)
    return TestResponse(status: answer.status, headers: answer.headers, body: answer.body)
  }

  func stop() { server.stop() }
}

struct SocketTransport: Transport {
  let authority: String
  private let server: Server

  init(_ server: Server) throws {
    self.server = server
    guard case .tcp(_, let port) = try server.start().first else {
      preconditionFailure("A harness listens on TCP")
    }
    authority = "\(SiteHarness.host):\(port)"
  }

  func send(
    method: String, target: String, headers: [(name: String, value: String)], body: [UInt8]
  ) throws -> TestResponse {
    let answer = try HTTPClient().send(
      HTTPClientRequest(
        method, "http://\(authority)\(target)",
        headers: headers.map { HTTPClientHeader($0.name, $0.value) },
        body: body.isEmpty ? nil : body))
    var fields = Headers()
    for field in answer.headers { fields.add(field.name, field.value) }
    return TestResponse(status: answer.status, headers: fields, body: answer.body)
  }

  func stop() { server.stop() }
}
