import Glibc
import Testing
import YuiWeb
import YuiWebTesting

@Suite("Peers that take too long", .serialized)
struct WatchdogTests {
  private static let routes: [Route] = [
    .get("/a", access: .anyone) { _, _ in .text("a") },
    .get("/large", access: .anyone) { _, _ in
      .bytes([UInt8](repeating: 0x61, count: 64 * 1024 * 1024), contentType: "application/x-large")
    },
    .post("/echo", access: .anyone) { _ in { _ in .noContent } },
    .get(
      "/slow", access: .anyone,
      slow: { _ in
        usleep(1_500_000)
        return .text("done")
      }),
  ]

  private static func harness(_ fixture: Fixture) throws -> SiteHarness {
    try SiteHarness(.socket, store: fixture.store, routes: routes) { configuration in
      configuration.deadlines.header = 0.6
      configuration.deadlines.idle = 0.6
      configuration.deadlines.body = 0.6
      configuration.deadlines.stalled = 0.6
      configuration.deadlines.minimumRate = 1_000_000
    }
  }

  @Test(
    "Dripping doesn't help",
    arguments: [
      "", "GET /a HT", "GET /a HTTP/1.1\r\nHost: a\r\nX: ",
      "POST /echo HTTP/1.1\r\nHost: \(SiteHarness.host)\r\nContent-Length: 100000\r\n\r\n",
    ])
  func drips(start: String) throws {
    let fixture = try Fixture()
    let harness = try Self.harness(fixture)
    let socket = try RawSocket(port: harness.port)
    socket.send(start)
    var isCut = false
    for _ in 0..<60 where !isCut {
      usleep(50_000)
      isCut = !socket.send("a")
    }
    #expect(isCut)
    #expect(socket.readToEnd(seconds: 5).isClosed)
    #expect(try harness.client().get("/a").status == 200)
  }

  @Test("Who doesn't read the answer is given up")
  func doesNotRead() throws {
    let fixture = try Fixture()
    let harness = try Self.harness(fixture)
    let socket = try RawSocket(port: harness.port)
    socket.shrinkReceiveBuffer()
    socket.send("GET /large HTTP/1.1\r\nHost: \(SiteHarness.host)\r\n\r\n")
    usleep(2_500_000)
    let (text, isClosed) = socket.readToEnd(seconds: 5)
    #expect(isClosed)
    #expect(text.utf8.count < 64 * 1024 * 1024)
  }

  @Test("The server's own slowness isn't held against the peer")
  func slowHandler() throws {
    let fixture = try Fixture()
    let harness = try Self.harness(fixture)
    let answer = try harness.client().get("/slow")
    #expect(answer.text == "done")
  }
}
