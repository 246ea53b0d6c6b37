import Glibc
import Synchronization
import Testing
import YuiHTTPClient
import YuiStorage
import YuiText
import YuiWeb
import YuiWebTesting

@Suite("The server", .serialized)
struct ServerTests {
  private static func site(_ fixture: Fixture, _ routes: [Route]) -> FixedSites {
    FixedSites([
      "localhost": Site(
        key: "131041", name: LocalizedText(ja: "新宿区", en: "Shinjuku"),
        publicURL: "http://localhost", store: fixture.store, routes: routes)
    ])
  }

  @Test("It answers on a Unix socket, and takes over the file of a server that crashed")
  func unixSocket() throws {
    let fixture = try Fixture()
    let path = fixture.path("http.socket")
    let routes: [Route] = [
      .get("/a", access: .anyone) { context, _ in
        .text("\(context.request.isSecure) \(context.request.peer == PeerAddress("203.0.113.9"))")
      }
    ]
    // A socket file that nobody listens at.
    let stale = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var name = sockaddr_un()
    name.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: path.utf8) }
    withUnsafePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        #expect(bind(stale, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0)
      }
    }
    close(stale)
    var configuration = ServerConfiguration(listen: [.unix(path: path)])
    configuration.log = .none
    let server = Server(configuration, sites: Self.site(fixture, routes))
    #expect(try server.start() == [.unix(path: path)])
    let client = HTTPClient(unixSocket: path)
    let answer = try client.send(
      HTTPClientRequest(
        "GET", "http://localhost/a",
        headers: [
          HTTPClientHeader("X-Forwarded-Proto", "https"),
          HTTPClientHeader("X-Forwarded-For", "10.0.0.1, 203.0.113.9"),
        ]))
    #expect(answer.text == "true true")
    #expect(answer.header("Strict-Transport-Security") != nil)
    #expect(throws: ServerError.self) {
      try Server(configuration, sites: Self.site(fixture, routes)).start()
    }
    server.stop()
    #expect(access(path, F_OK) != 0)
  }

  @Test("A client can't say of itself that it came by a proxy")
  func untrusted() throws {
    let fixture = try Fixture()
    let routes: [Route] = [
      .get("/a", access: .anyone) { context, _ in
        .text("\(context.request.isSecure) \(context.request.peer?.isLoopback == true)")
      }
    ]
    let harness = try SiteHarness(.socket, store: fixture.store, routes: routes)
    let answer = try harness.client().get(
      "/a", headers: ["X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"])
    #expect(answer.text == "false true")
    #expect(answer.headers["Strict-Transport-Security"] == nil)
  }

  @Test("What was accepted is finished before it stops")
  func gracefulStop() throws {
    let fixture = try Fixture()
    let started = Counter()
    let routes: [Route] = [
      .get(
        "/slow", access: .anyone,
        slow: { _ in
          started.add()
          usleep(400_000)
          return .text("finished")
        }),
      .post("/notes", access: .anyone) { _ in
        { transaction in
          started.add()
          usleep(300_000)
          try transaction.execute("INSERT INTO notes (text) VALUES ('kept')")
          return .text("saved")
        }
      },
    ]
    let harness = try SiteHarness(.socket, store: fixture.store, routes: routes)
    let reader = try RawSocket(port: harness.port)
    let writer = try RawSocket(port: harness.port)
    reader.send("GET /slow HTTP/1.1\r\nHost: \(SiteHarness.host)\r\n\r\n")
    writer.send(
      "POST /notes HTTP/1.1\r\nHost: \(SiteHarness.host)\r\nContent-Length: 0\r\n\r\n")
    while started.value < 2 { usleep(5_000) }
    harness.stop()
    #expect(reader.readToEnd(seconds: 5).text.hasSuffix("finished"))
    #expect(writer.readToEnd(seconds: 5).text.hasSuffix("saved"))
    #expect(try fixture.noteCount() == 1)
    #expect(throws: (any Error).self) { _ = try RawSocket(port: harness.port) }
  }

  @Test("A subscriber has only so many connections")
  func connectionsPerAddress() throws {
    let fixture = try Fixture()
    let harness = try SiteHarness(
      .socket, store: fixture.store,
      routes: [.get("/a", access: .anyone) { _, _ in .text("a") }]
    ) { $0.maximumConnectionsPerAddress = 2 }
    let request = "GET /a HTTP/1.1\r\nHost: \(SiteHarness.host)\r\n\r\n"
    let first = try RawSocket(port: harness.port)
    let second = try RawSocket(port: harness.port)
    first.send(request)
    second.send(request)
    #expect(first.readToEnd(seconds: 1).text.hasSuffix("a"))
    #expect(second.readToEnd(seconds: 1).text.hasSuffix("a"))
    let third = try RawSocket(port: harness.port)
    third.send(request)
    let (text, isClosed) = third.readToEnd(seconds: 5)
    #expect(text.isEmpty && isClosed)
  }

  @Test("Content beyond the limit of its route is refused, known length or not")
  func bodyLimit() throws {
    let fixture = try Fixture()
    let harness = try SiteHarness(
      .socket, store: fixture.store,
      routes: [
        .post("/small", access: .anyone, bodyLimit: 10) { context in
          let count = context.request.body.count
          return { _ in .text("\(count)") }
        }
      ])
    let client = harness.client()
    #expect(try client.send("POST", "/small", body: Array("0123456789".utf8)).text == "10")
    #expect(try client.send("POST", "/small", body: Array("0123456789a".utf8)).status == 413)
    let socket = try RawSocket(port: harness.port)
    socket.send(
      "POST /small HTTP/1.1\r\nHost: \(SiteHarness.host)\r\nTransfer-Encoding: chunked\r\n"
        + "Connection: close\r\n\r\n14\r\n01234567890123456789\r\n0\r\n\r\n")
    #expect(socket.readToEnd(seconds: 5).text.hasPrefix("HTTP/1.1 413"))
  }

  @Test("Slow work beyond the queue is refused with a time to come back")
  func slowQueue() throws {
    let fixture = try Fixture()
    let started = Counter()
    let harness = try SiteHarness(
      .socket, store: fixture.store,
      routes: [
        .get(
          "/slow", access: .anyone,
          slow: { _ in
            started.add()
            usleep(500_000)
            return .text("done")
          })
      ]
    ) {
      $0.slowThreads = 1
      $0.slowQueue = 1
    }
    let request = "GET /slow HTTP/1.1\r\nHost: \(SiteHarness.host)\r\nConnection: close\r\n\r\n"
    let first = try RawSocket(port: harness.port)
    first.send(request)
    while started.value < 1 { usleep(2_000) }
    let second = try RawSocket(port: harness.port)
    second.send(request)
    usleep(100_000)
    let refused = try harness.client().get("/slow")
    #expect(refused.status == 503)
    #expect(refused.headers["Retry-After"] == "2")
    #expect(first.readToEnd(seconds: 5).text.hasSuffix("done"))
    #expect(second.readToEnd(seconds: 5).text.hasSuffix("done"))
  }

  @Test("Streams and files arrive whole", arguments: SiteHarness.Mode.allCases)
  func streams(mode: SiteHarness.Mode) throws {
    let fixture = try Fixture()
    let path = fixture.path("file")
    let content = (0..<200_000).map { UInt8(truncatingIfNeeded: $0) }
    let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
    #expect(write(descriptor, content, content.count) == content.count)
    unlink(path)
    let file = FileBody(takingOver: descriptor)
    let harness = try SiteHarness(
      mode, store: fixture.store,
      routes: [
        .get("/stream", access: .anyone) { _, _ in
          let rest = Mutex(1000)
          return .stream(
            contentType: "text/csv",
            ResponseStream {
              rest.withLock { rest in
                guard rest > 0 else { return nil }
                rest -= 1
                return Array("line \(rest)\n".utf8)
              }
            })
        },
        .get("/file", access: .anyone) { _, _ in
          Response.file(file, contentType: "application/octet-stream")
            .download(filename: "区の一覧.bin")
        },
      ])
    let stream = try harness.client().get("/stream")
    #expect(stream.text.hasPrefix("line 999\n"))
    #expect(stream.text.hasSuffix("line 0\n"))
    let answer = try harness.client().get("/file")
    #expect(answer.body == content)
    #expect(
      answer.headers["Content-Disposition"]?.contains(
        "filename*=UTF-8''%E5%8C%BA%E3%81%AE%E4%B8%80%E8%A6%A7.bin") == true)
  }

  @Test("Management answers on its own listener, and changes things on a Unix socket only")
  func management() throws {
    let fixture = try Fixture()
    let path = fixture.path("management.socket")
    let restarted = Counter()
    var configuration = ServerConfiguration(listen: [.tcp(address: "127.0.0.1", port: 0)])
    configuration.management = [.tcp(address: "127.0.0.1", port: 0), .unix(path: path)]
    configuration.log = .none
    configuration.gauges = { [.init("yui_stores_open", "Open stores", 3)] }
    let server = Server(
      configuration,
      sites: Self.site(fixture, [.get("/a", access: .anyone) { _, _ in .text("a") }]),
      management: [
        ManagementRoute(.post, "/tenants") { request in
          restarted.add()
          return .text("created \(request.body.count)")
        }
      ])
    let sites = try server.start()
    defer { server.stop() }
    let overTCP = try #require(server.managementAddresses.first)
    let client = HTTPClient()
    _ = try client.send(
      HTTPClientRequest(
        "GET", "\(sites[0].url)/a", headers: [HTTPClientHeader("Host", "localhost")]))
    #expect(try client.send(HTTPClientRequest("GET", "\(overTCP.url)/health/live")).status == 200)
    let ready = try client.send(HTTPClientRequest("GET", "\(overTCP.url)/health/ready"))
    #expect(ready.text == #"{"status":"ready","readOnly":[],"unserved":[]}"#)
    let metrics = try client.send(HTTPClientRequest("GET", "\(overTCP.url)/metrics")).text
    #expect(
      metrics.contains(#"yui_http_requests_total{method="GET",route="/a",status="200"} 1"#))
    #expect(metrics.contains("yui_stores_open 3\n"))
    #expect(
      try client.send(HTTPClientRequest("POST", "\(overTCP.url)/tenants", body: [1])).status == 403)
    #expect(restarted.value == 0)
    let local = HTTPClient(unixSocket: path)
    let created = try local.send(HTTPClientRequest("POST", "http://localhost/tenants", body: [1]))
    #expect(created.text == "created 1")
    // A page elsewhere whose name was made to point here.
    let rebound = try client.send(
      HTTPClientRequest(
        "GET", "\(overTCP.url)/metrics", headers: [HTTPClientHeader("Host", "evil.example")]))
    #expect(rebound.status == 403)
    #expect(
      try client.send(
        HTTPClientRequest(
          "GET", "\(sites[0].url)/metrics", headers: [HTTPClientHeader("Host", "localhost")])
      ).status == 404)
  }

  @Test("The log tells of requests without telling who asked for what")
  func log() throws {
    let fixture = try Fixture()
    let collected = LogLines()
    let harness = try SiteHarness(
      .socket, store: fixture.store,
      routes: [.get("/people/{name}", access: .anyone) { _, _ in .text("a") }]
    ) { $0.log = .lines { collected.add($0) } }
    let answer = try harness.client().get("/people/taro?q=secret")
    harness.stop()
    let text = collected.text
    #expect(text.contains(#""site":"131041","method":"GET","route":"/people/{name}","status":200"#))
    #expect(text.contains(try #require(answer.headers["X-Request-Id"])))
    #expect(!text.contains("taro") && !text.contains("secret") && !text.contains("127.0.0.1"))
  }
}

/// Gathers log lines.
final class LogLines: Sendable {
  private let bytes = Mutex<[UInt8]>([])

  var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

  func add(_ lines: [UInt8]) { bytes.withLock { $0 += lines } }
}
