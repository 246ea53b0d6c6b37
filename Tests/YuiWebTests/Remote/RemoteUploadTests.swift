import Glibc
import Testing
import YuiStorage
import YuiWeb
import YuiWebTesting

@Suite("Remote stores: who may send what", .serialized)
struct RemoteUploadTests {
  private static let routes: [Route] = [
    .post("/api/notes", access: .permission("notes:write"), bodyLimit: 1_000_000) { context in
      let count = context.request.body.count
      return { _ in .text("took \(count)") }
    },
    .post("/public", access: .anyone) { context in
      let count = context.request.body.count
      return { _ in .text("took \(count)") }
    },
    .get("/api/notes", access: .permission("notes:write")) { _, _ in .text("read") },
  ]

  private static func harness(
    _ fixture: Fixture, _ configure: (inout ServerConfiguration) -> Void = { _ in }
  ) throws -> SiteHarness {
    try SiteHarness(
      .socket, store: fixture.store, routes: routes, authenticator: Staff(), configure: configure)
  }

  private static func head(
    _ token: String, _ framing: String, path: String = "/api/notes"
  )
    -> String
  {
    "POST \(path) HTTP/1.1\r\nHost: \(SiteHarness.host)\r\nAuthorization: Bearer \(token)\r\n"
      + "\(framing)\r\n\r\n"
  }

  @Test(
    "Who may not send something isn't let send it", arguments: SiteHarness.Mode.allCases,
    ["", "nonsense", "reader"])
  func refused(mode: SiteHarness.Mode, token: String) throws {
    let fixture = try Fixture(isRemote: true)
    let harness = try SiteHarness(
      mode, store: fixture.store, routes: Self.routes, authenticator: Staff())
    defer { harness.stop() }
    let client = token.isEmpty ? harness.client() : harness.client(token: token)
    let answer = try client.send(
      "POST", "/api/notes", body: [UInt8](repeating: 0x61, count: 900_000))
    #expect(answer.status == (token == "reader" ? 403 : 401))
  }

  @Test(
    "A refusal comes before the content, and ends the connection",
    arguments: [
      "Content-Length: 900000", "Transfer-Encoding: chunked",
      "Content-Length: 900000\r\nExpect: 100-continue",
      "Transfer-Encoding: chunked\r\nExpect: 100-continue",
    ])
  func refusedAtOnce(framing: String) throws {
    let fixture = try Fixture(isRemote: true)
    let harness = try Self.harness(fixture)
    defer { harness.stop() }
    let socket = try RawSocket(port: harness.port)
    socket.send(Self.head("reader", framing))
    let (text, isClosed) = socket.readToEnd(seconds: 5)
    #expect(text.hasPrefix("HTTP/1.1 403 "))
    #expect(isClosed)
    #expect(Set(fixture.database.readers).contains("remote-read"))
  }

  @Test(
    "Content is asked for once it is certain that the caller may send it",
    arguments: [
      ("Content-Length: 5", "hello"), ("Transfer-Encoding: chunked", "5\r\nhello\r\n0\r\n\r\n"),
    ])
  func letIn(framing: String, content: String) throws {
    let fixture = try Fixture(isRemote: true)
    let harness = try Self.harness(fixture)
    defer { harness.stop() }
    let socket = try RawSocket(port: harness.port)
    fixture.database.block()
    socket.send(Self.head("writer", "\(framing)\r\nExpect: 100-continue\r\nConnection: close"))
    #expect(socket.readToEnd(seconds: 1).text.isEmpty)
    fixture.database.release()
    let goOn = "HTTP/1.1 100 Continue\r\n\r\n"
    #expect(socket.read(count: goOn.utf8.count, seconds: 5) == goOn)
    socket.send(content)
    #expect(socket.readToEnd(seconds: 5).text.hasSuffix("took 5"))
  }

  @Test(
    "Content that came with the head waits for the check",
    arguments: [
      ("Content-Length: 5", "hello"), ("Transfer-Encoding: chunked", "5\r\nhello\r\n0\r\n\r\n"),
    ])
  func together(framing: String, content: String) throws {
    let fixture = try Fixture(isRemote: true)
    let harness = try Self.harness(fixture)
    defer { harness.stop() }
    for (token, end) in [("writer", "took 5"), ("reader", "")] {
      let socket = try RawSocket(port: harness.port)
      fixture.database.block()
      socket.send(Self.head(token, "\(framing)\r\nConnection: close") + content)
      usleep(100_000)
      fixture.database.release()
      let text = socket.readToEnd(seconds: 5).text
      #expect(text.hasPrefix(end.isEmpty ? "HTTP/1.1 403 " : "HTTP/1.1 200 "))
      #expect(text.hasSuffix(end))
    }
  }

  @Test("Two uploads follow each other on one connection")
  func keptAlive() throws {
    let fixture = try Fixture(isRemote: true)
    let harness = try Self.harness(fixture)
    defer { harness.stop() }
    let socket = try RawSocket(port: harness.port)
    socket.send(Self.head("writer", "Content-Length: 5") + "hello")
    socket.send(
      Self.head("writer", "Transfer-Encoding: chunked\r\nConnection: close")
        + "6\r\nhello \r\n0\r\n\r\n")
    let text = socket.readToEnd(seconds: 5).text
    #expect(text.contains("took 5"))
    #expect(text.hasSuffix("took 6"))
  }

  @Test("The time that the check takes isn't held against the sender")
  func deadlines() throws {
    let fixture = try Fixture(isRemote: true)
    let harness = try Self.harness(fixture) {
      $0.deadlines.header = 1
      $0.deadlines.idle = 1
      $0.deadlines.body = 1
    }
    defer { harness.stop() }
    let socket = try RawSocket(port: harness.port)
    fixture.database.block()
    socket.send(Self.head("writer", "Content-Length: 5\r\nConnection: close"))
    while fixture.database.waiting < 1 { usleep(1_000) }
    usleep(2_500_000)
    fixture.database.release()
    usleep(100_000)
    socket.send("hello")
    #expect(socket.readToEnd(seconds: 5).text.hasSuffix("took 5"))
    // Its own slowness still is.
    let drip = try RawSocket(port: harness.port)
    drip.send(Self.head("writer", "Content-Length: 5\r\nConnection: close"))
    let (text, isClosed) = drip.readToEnd(seconds: 10)
    #expect(text.isEmpty && isClosed)
  }

  @Test("A sender who leaves during the check is forgotten")
  func leaves() throws {
    let fixture = try Fixture(isRemote: true)
    let lines = LogLines()
    let harness = try Self.harness(fixture) { $0.log = .lines { lines.add($0) } }
    fixture.database.block()
    do {
      let sender = try RawSocket(port: harness.port)
      sender.send(Self.head("writer", "Content-Length: 900000"))
      let reader = try RawSocket(port: harness.port)
      reader.send(
        "GET /api/notes HTTP/1.1\r\nHost: \(SiteHarness.host)\r\n"
          + "Authorization: Bearer writer\r\n\r\n")
      while fixture.database.waiting < 2 { usleep(1_000) }
    }
    fixture.database.release()
    #expect(try harness.client(token: "writer").get("/api/notes").text == "read")
    harness.stop()
    #expect(lines.text.contains(#""route":"/api/notes","status":499"#))
  }

  @Test("Who sleeps when the server stops is told so")
  func stop() throws {
    let fixture = try Fixture(isRemote: true)
    let harness = try Self.harness(fixture) { $0.drainSeconds = 0.2 }
    fixture.database.block()
    let sender = try RawSocket(port: harness.port)
    sender.send(Self.head("writer", "Content-Length: 900000"))
    let reader = try RawSocket(port: harness.port)
    reader.send(
      "GET /api/notes HTTP/1.1\r\nHost: \(SiteHarness.host)\r\nAuthorization: Bearer writer\r\n\r\n"
    )
    while fixture.database.waiting < 2 { usleep(1_000) }
    let stopping = Runner { harness.stop() }
    #expect(sender.readToEnd(seconds: 5).isClosed)
    #expect(reader.readToEnd(seconds: 5).isClosed)
    fixture.database.release()
    stopping.join()
  }

  @Test("Where anybody may send, nobody is looked up")
  func anyone() throws {
    let fixture = try Fixture(isRemote: true)
    let harness = try Self.harness(fixture)
    defer { harness.stop() }
    fixture.database.forget()
    #expect(try harness.client().send("POST", "/public", body: [1, 2]).text == "took 2")
    #expect(fixture.database.readers.isEmpty)
  }
}
