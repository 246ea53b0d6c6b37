import Testing
import YuiWeb
import YuiWebTesting

@Suite("Requests that smuggle, sent as raw bytes", .serialized)
struct RawProbeTests {
  struct Probe: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: String

    var testDescription: String { name }
  }

  /// Each ends with a second request that must not be answered.
  static let probes: [Probe] = [
    Probe(
      name: "chunks beside a length",
      bytes: "POST /echo HTTP/1.1\r\nHost: \(SiteHarness.host)\r\nContent-Length: 5\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n\(smuggled)"),
    Probe(
      name: "two lengths",
      bytes: "POST /echo HTTP/1.1\r\nHost: \(SiteHarness.host)\r\nContent-Length: 0\r\n"
        + "Content-Length: 80\r\n\r\n\(smuggled)"),
    Probe(
      name: "a space before the colon of the length",
      bytes: "POST /echo HTTP/1.1\r\nHost: \(SiteHarness.host)\r\nContent-Length : 80\r\n\r\n"
        + smuggled),
    Probe(
      name: "a folded line",
      bytes: "POST /echo HTTP/1.1\r\nHost: \(SiteHarness.host)\r\nX: a\r\n Content-Length: 80\r\n"
        + "\r\n\(smuggled)"),
    Probe(
      name: "two hosts",
      bytes: "GET /a HTTP/1.1\r\nHost: \(SiteHarness.host)\r\nHost: b.example\r\n\r\n\(smuggled)"),
    Probe(
      name: "xchunked",
      bytes: "POST /echo HTTP/1.1\r\nHost: \(SiteHarness.host)\r\n"
        + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n\(smuggled)"),
    Probe(
      name: "GET with content",
      bytes: "GET /a HTTP/1.1\r\nHost: \(SiteHarness.host)\r\nContent-Length: 5\r\n\r\nhello"
        + smuggled),
    Probe(
      name: "TRACE",
      bytes: "TRACE / HTTP/1.1\r\nHost: \(SiteHarness.host)\r\n\r\n\(smuggled)"),
    Probe(
      name: "a NUL in the path",
      bytes: "GET /a%00b HTTP/1.1\r\nHost: \(SiteHarness.host)\r\n\r\n\(smuggled)"),
    Probe(
      name: "a path that climbs",
      bytes: "GET /x/%2e%2e/a HTTP/1.1\r\nHost: \(SiteHarness.host)\r\n\r\n\(smuggled)"),
    Probe(
      name: "an absolute target",
      bytes: "GET http://b.example/a HTTP/1.1\r\nHost: \(SiteHarness.host)\r\n\r\n\(smuggled)"),
  ]

  private static let smuggled =
    "GET /secret HTTP/1.1\r\nHost: \(SiteHarness.host)\r\nConnection: close\r\n\r\n"

  @Test("One 400 comes back, the connection ends, the rest is never read", arguments: probes)
  func refused(probe: Probe) throws {
    let fixture = try Fixture()
    let secrets = Counter()
    let harness = try SiteHarness(
      .socket, store: fixture.store,
      routes: [
        .get("/a", access: .anyone) { _, _ in .text("a") },
        .get("/secret", access: .anyone) { _, _ in
          secrets.add()
          return .text("secret")
        },
        .post("/echo", access: .anyone) { _ in { _ in .noContent } },
      ])
    let socket = try RawSocket(port: harness.port)
    socket.send(probe.bytes)
    let (text, isClosed) = socket.readToEnd(seconds: 5)
    #expect(isClosed)
    #expect(text.hasPrefix("HTTP/1.1 400"))
    #expect(text.components(of: "HTTP/1.1 ") == 1)
    #expect(secrets.value == 0)
  }

  @Test("Very many parameters are read, as long as the address is not too long")
  func manyParameters() throws {
    let fixture = try Fixture()
    let harness = try SiteHarness(
      .socket, store: fixture.store,
      routes: [
        .get("/a", access: .anyone) { context, _ in .text(context.request.query["b"] ?? "") }
      ])
    for count in [1_000, 3_000, 4_000] {
      let answer = try harness.client().get("/a?\(String(repeating: "a&", count: count))b=c")
      #expect((answer.status, answer.text) == (200, "c"))
    }
    let answer = try harness.client().get("/a?\(String(repeating: "a&", count: 4_100))")
    #expect(answer.status == 414)
  }

  @Test("Two plain requests on one connection are both answered")
  func pipelined() throws {
    let fixture = try Fixture()
    let harness = try SiteHarness(
      .socket, store: fixture.store,
      routes: [.get("/a", access: .anyone) { _, _ in .text("a") }])
    let socket = try RawSocket(port: harness.port)
    let request = "GET /a HTTP/1.1\r\nHost: \(SiteHarness.host)\r\n"
    socket.send("\(request)\r\n\(request)Connection: close\r\n\r\n")
    let (text, isClosed) = socket.readToEnd(seconds: 5)
    #expect(isClosed)
    #expect(text.components(of: "HTTP/1.1 200") == 2)
  }
}

extension String {
  /// How often a text stands in it.
  func components(of text: String) -> Int {
    ranges(of: text).count
  }
}
