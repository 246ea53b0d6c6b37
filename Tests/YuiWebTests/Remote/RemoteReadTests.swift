import Glibc
import Synchronization
import Testing
import YuiHTTPClient
import YuiStorage
import YuiStorageTesting
import YuiText
import YuiWeb
import YuiWebTesting

@Suite("Remote stores: where they are read", .serialized)
struct RemoteReadTests {
  static let routes: [Route] = [
    .get("/page", access: .anyone, cache: .publicData(query: [])) { _, snapshot in
      .text("notes: \(try count(snapshot))")
    },
    .get("/read", access: .signedIn) { _, snapshot in .text("notes: \(try count(snapshot))") },
    .get(
      "/audited", access: .signedIn,
      auditedRead: { _, snapshot in
        let notes = try count(snapshot)
        return AuditedResponse(.text("notes: \(notes)")) { transaction in
          try transaction.execute("INSERT INTO notes (text) VALUES (\("looked at \(notes)"))")
        }
      }),
    .get(
      "/slow", access: .permission("notes:write"),
      slow: { context in .text("notes: \(try context.site.store.read(count))") }),
    .post("/notes", access: .permission("notes:write")) { context in
      let text = try context.request.form().first("text") ?? ""
      return { transaction in
        try transaction.execute("INSERT INTO notes (text) VALUES (\(text))")
        transaction.raisePublicVersion()
        return .noContent
      }
    },
  ]

  private static let count: @Sendable (Snapshot) throws -> Int = { snapshot in
    try snapshot.first("SELECT COUNT(*) FROM notes") { try $0.int(0) } ?? 0
  }

  /// Drives every kind of route; returns the threads on which the store was read.
  private func driveAll(_ fixture: Fixture, _ mode: SiteHarness.Mode) throws -> Set<String> {
    let harness = try SiteHarness(
      mode, store: fixture.store, routes: Self.routes, authenticator: Staff())
    defer { harness.stop() }
    let editor = try harness.client(signedInAs: Staff.editor)
    let anyone = harness.client()
    fixture.database.forget()
    #expect(try anyone.get("/page").text == "notes: 0")
    let tag = try #require(try anyone.get("/page").headers["ETag"])
    #expect(try anyone.get("/page", headers: ["If-None-Match": tag]).status == 304)
    #expect(try anyone.send("HEAD", "/page").status == 200)
    #expect(try anyone.send("HEAD", "/page?invented=1").status == 200)
    #expect(try anyone.get("/read").status == 303)
    #expect(try editor.get("/read").text == "notes: 0")
    #expect(try editor.send("HEAD", "/read").body.isEmpty)
    #expect(try editor.get("/audited").text == "notes: 0")
    #expect(try editor.post("/notes", form: ["text": "a"]).status == 204)
    #expect(try editor.post("/notes", form: ["text": "b"], includesToken: false).status == 403)
    #expect(try anyone.post("/notes", form: ["text": "c"]).status == 303)
    #expect(try editor.get("/slow").text == "notes: 2")
    #expect(try anyone.get("/page").text == "notes: 2")
    #expect(try anyone.get("/page", headers: ["If-None-Match": tag]).text == "notes: 2")
    return Set(fixture.database.readers)
  }

  @Test(
    "A remote store is never read on a server's thread", arguments: Engine.allCases,
    SiteHarness.Mode.allCases)
  func remote(engine: Engine, mode: SiteHarness.Mode) throws {
    #expect(try driveAll(Fixture(engine, isRemote: true), mode) == ["remote-read", "slow"])
  }

  @Test("A file is read where the request arrived")
  func file() throws {
    let threads = try driveAll(Fixture(), .socket)
    #expect(threads.contains { $0.hasPrefix("MHD-") })
    #expect(!threads.contains("remote-read"))
  }

  @Test("A read that takes long holds up nothing else")
  func blocked() throws {
    let distant = try Fixture(isRemote: true)
    let near = try Fixture()
    let sites = FixedSites(
      Dictionary(
        uniqueKeysWithValues: [("distant.localhost", distant), ("near.localhost", near)].map {
          host, fixture in
          let site = Site(
            key: host, name: LocalizedText(ja: "区", en: "Ward"), publicURL: "http://\(host)",
            store: fixture.store, routes: Self.routes, authenticator: Staff())
          return (host, site)
        }))
    var configuration = ServerConfiguration(listen: [.tcp(address: "127.0.0.1", port: 0)])
    configuration.management = [.tcp(address: "127.0.0.1", port: 0)]
    configuration.threads = 1
    configuration.log = .none
    let server = Server(configuration, sites: sites)
    let address = try server.start()[0].url
    defer { server.stop() }
    let management = server.managementAddresses[0].url
    func get(_ host: String, _ path: String) throws -> HTTPClientResponse {
      try HTTPClient(totalMilliseconds: 5_000).send(
        HTTPClientRequest(
          "GET", "\(address)\(path)",
          headers: [
            HTTPClientHeader("Host", host), HTTPClientHeader("Authorization", "Bearer reader"),
          ]))
    }
    #expect(try get("distant.localhost", "/page").text == "notes: 0")
    distant.database.block()
    defer { distant.database.release() }
    let port = try #require(address.split(separator: ":").last.flatMap { UInt16($0) })
    let reader = try RawSocket(port: port)
    reader.send(
      "GET /read HTTP/1.1\r\nHost: distant.localhost\r\nAuthorization: Bearer reader\r\n"
        + "Connection: close\r\n\r\n")
    while distant.database.waiting < 1 { usleep(1_000) }
    #expect(try get("distant.localhost", Asset.url("site.css")).status == 200)
    #expect(try get("distant.localhost", "/nowhere").status == 404)
    #expect(try get("near.localhost", "/read").text == "notes: 0")
    #expect(
      try HTTPClient().send(HTTPClientRequest("GET", "\(management)/health/ready")).status == 200)
    let metrics = try HTTPClient().send(HTTPClientRequest("GET", "\(management)/metrics")).text
    #expect(metrics.contains("yui_remote_read_queue 0\n"))
    distant.database.release()
    #expect(reader.readToEnd(seconds: 5).text.hasSuffix("notes: 0"))
  }

  @Test(
    "What is kept is served while the server doesn't answer", arguments: SiteHarness.Mode.allCases)
  func kept(mode: SiteHarness.Mode) throws {
    let fixture = try Fixture(isRemote: true)
    let harness = try SiteHarness(mode, store: fixture.store, routes: Self.routes) {
      $0.remoteReadThreads = 2
    }
    defer { harness.stop() }
    #expect(try harness.client().get("/page").text == "notes: 0")
    fixture.database.failReads(.unavailable)
    for _ in 0..<5 {
      // Past the time for which a version is taken to be current.
      usleep(100_000)
      #expect(try harness.client().get("/page").text == "notes: 0")
      #expect(try harness.client().get("/page?invented=1").text == "notes: 0")
    }
  }

  @Test("While one asks a silent server what is current, others get what is kept")
  func silent() throws {
    let fixture = try Fixture(isRemote: true)
    let harness = try SiteHarness(.socket, store: fixture.store, routes: Self.routes)
    defer { harness.stop() }
    #expect(try harness.client().get("/page").text == "notes: 0")
    usleep(100_000)
    fixture.database.block()
    defer { fixture.database.release() }
    let request = "GET /page HTTP/1.1\r\nHost: \(SiteHarness.host)\r\nConnection: close\r\n\r\n"
    // Once a second one of them asks again, and waits. The next one doesn't.
    var isAnswered = false
    var waiting: [RawSocket] = []
    for _ in 0..<10 where !isAnswered {
      let (first, next) = (try RawSocket(port: harness.port), try RawSocket(port: harness.port))
      first.send(request)
      usleep(50_000)
      next.send(request)
      isAnswered = next.readToEnd(seconds: 1).text.hasSuffix("notes: 0")
      waiting += [first, next]
    }
    #expect(isAnswered)
    #expect(fixture.database.waiting > 0)
  }

  @Test("Beyond the queue a reader is told when to come back", arguments: SiteHarness.Mode.allCases)
  func full(mode: SiteHarness.Mode) throws {
    let fixture = try Fixture(isRemote: true)
    let harness = try SiteHarness(
      mode, store: fixture.store, routes: Self.routes, authenticator: Staff()
    ) {
      $0.remoteReadThreads = 1
      $0.remoteReadQueue = 1
    }
    let answers = Mutex<[Int]>([])
    let read: @Sendable () -> Void = {
      let answer = try? harness.client(token: "reader").get("/read")
      answers.withLock { $0.append(answer?.status ?? 0) }
    }
    fixture.database.block()
    var readers = [Runner(read)]
    while fixture.database.waiting < 1 { usleep(1_000) }
    // Of two more, one has room to wait.
    readers += [Runner(read), Runner(read)]
    while answers.withLock({ $0.isEmpty }) { usleep(1_000) }
    let refused = try harness.client(token: "reader").get("/read")
    #expect(refused.status == 503)
    #expect(refused.headers["Retry-After"] == "2")
    let sent = try harness.client(token: "writer").post("/notes", form: ["text": "a"])
    #expect(sent.status == 503)
    fixture.database.release()
    for reader in readers { reader.join() }
    #expect(answers.withLock { $0 } == [503, 200, 200])
    harness.stop()
    #expect(try fixture.noteCount() == 0)
  }

  @Test("A read that waited too long for its turn isn't begun")
  func impatient() throws {
    let fixture = try Fixture(isRemote: true)
    let harness = try SiteHarness(
      .socket, store: fixture.store, routes: Self.routes, authenticator: Staff()
    ) {
      $0.remoteReadThreads = 1
      $0.remoteReadPatience = 0.2
    }
    defer { harness.stop() }
    fixture.database.block()
    let request =
      "GET /read HTTP/1.1\r\nHost: \(SiteHarness.host)\r\nAuthorization: Bearer reader\r\n"
      + "Connection: close\r\n\r\n"
    let first = try RawSocket(port: harness.port)
    first.send(request)
    while fixture.database.waiting < 1 { usleep(1_000) }
    let second = try RawSocket(port: harness.port)
    second.send(request)
    usleep(400_000)
    fixture.database.release()
    #expect(first.readToEnd(seconds: 5).text.hasPrefix("HTTP/1.1 200"))
    #expect(second.readToEnd(seconds: 5).text.hasPrefix("HTTP/1.1 503"))
  }
}
