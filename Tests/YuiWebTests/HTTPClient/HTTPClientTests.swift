import FoundationEssentials
import Testing
import YuiHTTPClient

@Suite struct HTTPClientTests {
  static let hello = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-A: 1\r\nx-a:  2 \r\n\r\nhello"

  @Test("Status, all headers and the body come back")
  func answer() throws {
    let server = OneAnswerServer(answer: Self.hello)
    let answer = try HTTPClient().send(
      HTTPClientRequest(
        "GET", "http://127.0.0.1:\(server.port)/a/../b?c=d",
        headers: [HTTPClientHeader("X-Test", "結"), HTTPClientHeader("X-Empty", "")]))
    #expect(answer.status == 200)
    #expect(answer.text == "hello")
    #expect(answer.header("content-length") == "5")
    #expect(answer.headers(named: "X-A") == ["1", "2"])
    let lines = server.request.split(separator: "\r\n")
    #expect(lines.first == "GET /a/../b?c=d HTTP/1.1")
    #expect(lines.contains("X-Test: 結"))
    #expect(lines.contains("X-Empty:"))
    #expect(!server.request.contains("Expect"))
  }

  @Test("A name below localhost is this machine, and the server is told the name")
  func localhost() throws {
    let server = OneAnswerServer(answer: Self.hello)
    _ = try HTTPClient().send(
      HTTPClientRequest("GET", "http://131041.localhost:\(server.port)/"))
    #expect(server.request.contains("Host: 131041.localhost:\(server.port)\r\n"))
  }

  @Test("Bodies are sent as they are, NUL included, without a type nobody gave")
  func body() throws {
    let server = OneAnswerServer(answer: Self.hello)
    _ = try HTTPClient().send(
      HTTPClientRequest("PUT", "http://127.0.0.1:\(server.port)/", body: Array("a\u{0}b".utf8)))
    #expect(server.request.hasPrefix("PUT / HTTP/1.1\r\n"))
    #expect(server.request.contains("Content-Length: 3\r\n"))
    #expect(!server.request.contains("Content-Type"))

    let empty = OneAnswerServer(answer: Self.hello)
    _ = try HTTPClient().send(
      HTTPClientRequest("POST", "http://127.0.0.1:\(empty.port)/", body: []))
    #expect(empty.request.contains("Content-Length: 0\r\n"))
  }

  @Test("HEAD waits for no body")
  func head() throws {
    let server = OneAnswerServer(answer: "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")
    let answer = try HTTPClient().send(
      HTTPClientRequest("HEAD", "http://127.0.0.1:\(server.port)/"))
    #expect(answer.status == 200)
    #expect(answer.body.isEmpty)
  }

  @Test("An interim answer is passed over, a redirect is not followed")
  func interim() throws {
    let server = OneAnswerServer(
      answer: "HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n"
        + "HTTP/1.1 303 See Other\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n")
    let answer = try HTTPClient().send(
      HTTPClientRequest("GET", "http://127.0.0.1:\(server.port)/"))
    #expect(answer.status == 303)
    #expect(answer.header("Location") == "/b")
    #expect(answer.header("Link") == nil)
  }

  @Test("A Unix socket takes the place of the host")
  func unixSocket() throws {
    let path = "/tmp/yui-\(UUID().uuidString).sock"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let server = OneAnswerServer(answer: Self.hello, unixSocket: path)
    let answer = try HTTPClient(unixSocket: path).send(
      HTTPClientRequest("GET", "http://management/metrics"))
    #expect(answer.text == "hello")
    #expect(server.request.contains("Host: management\r\n"))
  }

  @Test("An answer beyond the bound is cut off")
  func tooLarge() throws {
    let server = OneAnswerServer(answer: Self.hello)
    #expect(
      try code(HTTPClient(sizeLimit: 60), "http://127.0.0.1:\(server.port)/") == .tooLarge)
  }

  @Test("A server that is silent is given up")
  func timeout() throws {
    let server = OneAnswerServer(answer: nil)
    #expect(
      try code(HTTPClient(totalMilliseconds: 200), "http://127.0.0.1:\(server.port)/") == .timeout)
  }

  @Test("Nobody at an address is told as such, without the query")
  func unreachable() throws {
    // Port 1 (tcpmux) is not served on machines that run tests.
    let error = try #require(throws: HTTPClientError.self) {
      _ = try HTTPClient().send(HTTPClientRequest("GET", "http://127.0.0.1:1/a?token=secret"))
    }
    #expect(error.code == .unreachable)
    #expect(error.address == "http://127.0.0.1:1/a")
  }

  @Test(
    "Other protocols and malformed addresses are refused",
    arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "http://a b/", ""])
  func protocols(url: String) throws {
    #expect(try code(HTTPClient(), url) == .invalidRequest)
  }

  @Test("Headers and methods cannot smuggle lines")
  func smuggling() {
    let requests = [
      HTTPClientRequest("GET", "http://127.0.0.1:1/", headers: [.init("X", "a\r\nY: b")]),
      HTTPClientRequest("GET", "http://127.0.0.1:1/", headers: [.init("X: a\r\nY", "b")]),
      HTTPClientRequest("GET", "http://127.0.0.1:1/", headers: [.init("X", "a\u{0}b")]),
      HTTPClientRequest("GET / HTTP/1.1\r\nX: y\r\n\r\nGET", "http://127.0.0.1:1/"),
    ]
    for request in requests {
      let error = #expect(throws: HTTPClientError.self) { _ = try HTTPClient().send(request) }
      #expect(error?.code == .invalidRequest)
    }
  }

  private func code(_ client: HTTPClient, _ url: String) throws -> HTTPClientError.Code {
    try #require(throws: HTTPClientError.self) {
      _ = try client.send(HTTPClientRequest("GET", url))
    }.code
  }
}
