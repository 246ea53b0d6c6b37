import Testing
import YuiHTML
import YuiHTTPClient
import YuiStorage
import YuiStorageTesting
import YuiText
import YuiWeb
import YuiWebTesting

/// A public form as a module has one: what it takes is a note, and every refusal is counted.
@Suite("The guard of public forms")
struct FormGuardTests {
  private static let path = "/notes"
  private static let long = "この窓口では二時間も待たされました。改善してください。"

  /// Routes of a form for people and one for programs, which both store notes.
  private static func routes(allowing origins: [String] = []) -> [Route] {
    [
      .get(path, access: .anyone) { context, snapshot in
        .page(try FormGuard.fields(for: path, context, in: snapshot))
      },
      .post(path, access: .anyone) { context in
        let form = try context.request.form()
        let forms = context.formGuard
        try forms.requireOrigin(among: origins)
        if forms.isFilledByRobot(form) { return { _ in .text("stored") } }
        let text = form.first("text") ?? ""
        let isRepeated = forms.isRepeated(text, about: path)
        return { transaction in
          if try forms.isHasty(form, in: transaction) { return .text("once more", status: 422) }
          if !isRepeated { try add(text, in: transaction) }
          return .text("stored")
        }
      }.guarded(),
      .post("/api/notes", access: .anyoneSeesMore("notes:write"), bodyLimit: 1000) { context in
        let note = try context.request.json(as: Note.self)
        try context.formGuard.requireOrigin(among: origins)
        let isRepeated = context.formGuard.isRepeated(note.text, about: path)
        return { transaction in
          if !isRepeated { try add(note.text, in: transaction) }
          return .text("stored")
        }
      }.guarded().openToOtherOrigins(),
    ]
  }

  private struct Note: Decodable { let text: String }

  private static func add(_ text: String, in transaction: Transaction) throws {
    try transaction.execute(
      "INSERT INTO notes (text) VALUES (\("\(text) \(UUIDv7(at: Timestamp(milliseconds: 0)))"))")
  }

  private struct Desk {
    let fixture: Fixture
    let harness: SiteHarness
    let clock: MovableClock

    init(
      _ engine: Engine = .sqlite, _ mode: SiteHarness.Mode = .inProcess, limit: Int? = 300,
      allowing origins: [String] = []
    ) throws {
      let clock = MovableClock()
      fixture = try Fixture(engine)
      harness = try SiteHarness(
        mode, store: fixture.store, routes: FormGuardTests.routes(allowing: origins),
        authenticator: Staff(), clock: clock.clock
      ) {
        $0.formsPerMinute = limit
        $0.trustedProxies = [PeerAddress("127.0.0.1")].compactMap { $0 }
      }
      self.clock = clock
    }

    func stored() throws -> Int { try fixture.noteCount() }
  }

  // MARK: - Floods

  @Test("A flood is answered with 429 and when to come back, and stored no more")
  func flood() throws {
    let desk = try Desk(limit: 3)
    let client = desk.harness.client()
    let answers = try (0..<10).map { _ in try client.post(Self.path, form: ["text": "a"]) }
    #expect(answers.map(\.status) == [200, 200, 200] + Array(repeating: 429, count: 7))
    #expect(answers.last?.headers["Retry-After"] == "20")
    #expect(try desk.stored() == 3)
  }

  @Test("The bucket fills again at a steady rate, and holds a minute's worth at most")
  func refill() throws {
    let desk = try Desk(limit: 3)
    let client = desk.harness.client()
    func send() throws -> Int { try client.post(Self.path, form: ["text": "a"]).status }
    #expect(try (0..<4).map { _ in try send() } == [200, 200, 200, 429])
    desk.clock.advance(seconds: 20)
    #expect(try (0..<2).map { _ in try send() } == [200, 429])
    desk.clock.advance(seconds: 3600)
    #expect(try (0..<4).map { _ in try send() } == [200, 200, 200, 429])
  }

  @Test("One sender's flood stands in no other's way", arguments: ["203.0.113.7", "2001:db8:1::5"])
  func others(address: String) throws {
    let desk = try Desk(.sqlite, .socket, limit: 2)
    let client = desk.harness.client()
    func send(from address: String) throws -> Int {
      try client.post(
        Self.path, form: ["text": "a"], headers: ["X-Forwarded-For": address]
      ).status
    }
    #expect(try (0..<3).map { _ in try send(from: "198.51.100.1") } == [200, 200, 429])
    #expect(try (0..<3).map { _ in try send(from: address) } == [200, 200, 429])
  }

  @Test("The addresses of one IPv6 line are one sender")
  func oneLine() throws {
    let desk = try Desk(.sqlite, .socket, limit: 2)
    let client = desk.harness.client()
    let statuses = try ["2001:db8::1", "2001:db8::ffff:2", "2001:db8::3"].map { address in
      try client.post(
        Self.path, form: ["text": "a"], headers: ["X-Forwarded-For": address]
      ).status
    }
    #expect(statuses == [200, 200, 429])
  }

  @Test("Who shows a valid token has no limit, who shows another is turned away")
  func token() throws {
    let desk = try Desk(limit: 1)
    let program = desk.harness.client(token: "writer")
    let statuses = try (0..<5).map { _ in
      try program.post("/api/notes", json: #"{"text":"a"}"#).status
    }
    #expect(statuses == Array(repeating: 200, count: 5))
    let stranger = desk.harness.client(token: "made-up")
    #expect(try stranger.post("/api/notes", json: #"{"text":"a"}"#).status == 401)
    #expect(try desk.stored() == 5)
  }

  @Test("A limit counts what arrives before its content is read")
  func oversizedFlood() throws {
    let desk = try Desk(limit: 2)
    let client = desk.harness.client()
    let large = #"{"text":"\#(String(repeating: "a", count: 2000))"}"#
    #expect(try client.post("/api/notes", json: large).status == 413)
    #expect(try client.post("/api/notes", json: "{").status == 400)
    #expect(try client.post("/api/notes", json: "{").status == 400)
    #expect(try client.post("/api/notes", json: "{").status == 429)
    #expect(try desk.stored() == 0)
  }

  // MARK: - Robots and haste

  @Test("A form with the hidden field filled in is answered like any, and not stored")
  func robot() throws {
    let desk = try Desk()
    let answer = try desk.harness.client().post(
      Self.path, form: ["text": "buy", "homepage": "https://example.com"])
    #expect(answer.status == 200 && answer.text == "stored")
    #expect(try desk.stored() == 0)
  }

  @Test(
    "A form sent within a second of being shown comes back, after it it is taken",
    arguments: Engine.allCases)
  func haste(engine: Engine) throws {
    let desk = try Desk(engine)
    let client = desk.harness.client()
    let stamp = try Self.stamp(in: client.get(Self.path).text)
    #expect(try client.post(Self.path, form: ["text": "a", "_stamp": stamp]).status == 422)
    #expect(try desk.stored() == 0)
    desk.clock.advance(seconds: 1)
    #expect(try client.post(Self.path, form: ["text": "a", "_stamp": stamp]).status == 200)
    #expect(try desk.stored() == 1)
  }

  @Test("A stamp of our own making is not ours")
  func forged() throws {
    let desk = try Desk()
    let client = desk.harness.client()
    let stamp = try Self.stamp(in: client.get(Self.path).text)
    desk.clock.advance(seconds: 60)
    let other = try Desk()
    let foreign = try Self.stamp(in: other.harness.client().get(Self.path).text)
    for forged in ["1.", "0.\(stamp.dropFirst(14))", "x", "\(stamp)x", foreign, ".", "9e99.a"] {
      let answer = try client.post(Self.path, form: ["text": "a", "_stamp": forged])
      #expect(answer.status == 422, "\(forged)")
    }
    #expect(try desk.stored() == 0)
  }

  @Test("A form without a stamp is taken, as the API takes what programs send")
  func unstamped() throws {
    let desk = try Desk()
    #expect(try desk.harness.client().post(Self.path, form: ["text": "a"]).status == 200)
    #expect(try desk.stored() == 1)
  }

  private static func stamp(in page: String) throws -> String {
    let match = try #require(page.firstMatch(of: /name="_stamp" value="([^"]+)"/))
    return String(match.1)
  }

  // MARK: - Repetition

  @Test("The same text within five minutes is stored once, and again after them")
  func repeated() throws {
    let desk = try Desk()
    let client = desk.harness.client()
    func send() throws {
      #expect(try client.post(Self.path, form: ["text": Self.long]).status == 200)
    }
    try send()
    try send()
    desk.clock.advance(seconds: 299)
    try send()
    #expect(try desk.stored() == 1)
    desk.clock.advance(seconds: 1)
    try send()
    #expect(try desk.stored() == 2)
  }

  @Test("Short texts never count as repeated: a kiosk is one address")
  func kiosk() throws {
    let desk = try Desk()
    let client = desk.harness.client()
    for _ in 0..<3 { _ = try client.post(Self.path, form: ["text": "ありがとうございました。"]) }
    #expect(try desk.stored() == 3)
  }

  @Test("The same text from somebody else is another")
  func sameTextElsewhere() throws {
    let desk = try Desk(.sqlite, .socket)
    let client = desk.harness.client()
    for address in ["198.51.100.1", "198.51.100.2", "198.51.100.1"] {
      _ = try client.post(
        Self.path, form: ["text": Self.long], headers: ["X-Forwarded-For": address])
    }
    #expect(try desk.stored() == 2)
  }

  @Test("What could not be stored may be sent again at once")
  func failedOnce() throws {
    let desk = try Desk()
    let client = desk.harness.client()
    let stamp = try Self.stamp(in: client.get(Self.path).text)
    #expect(
      try client.post(Self.path, form: ["text": Self.long, "_stamp": stamp]).status == 422)
    #expect(try client.post(Self.path, form: ["text": Self.long]).status == 200)
    #expect(try desk.stored() == 1)
  }

  @Test("A double click under the page's key is stored once; another content is another")
  func doubleClick() throws {
    let desk = try Desk()
    let client = desk.harness.client()
    let key = "3b241101-e2bb-4255-8caf-4136c566a962"
    for _ in 0..<2 {
      #expect(try client.post(Self.path, form: ["text": "a", "_key": key]).text == "stored")
    }
    #expect(try desk.stored() == 1)
    #expect(try client.post(Self.path, form: ["text": "b", "_key": key]).status == 200)
    #expect(try desk.stored() == 2)
  }

  @Test("A program's replay under its Idempotency-Key is stored once")
  func replay() throws {
    let desk = try Desk()
    let client = desk.harness.client()
    for _ in 0..<3 {
      let answer = try client.post(
        "/api/notes", json: #"{"text":"a"}"#, headers: ["Idempotency-Key": "k1"])
      #expect(answer.status == 200)
    }
    #expect(try desk.stored() == 1)
  }

  // MARK: - Origins

  @Test("Another origin is refused where a list says who may send")
  func wrongOrigin() throws {
    let desk = try Desk(allowing: ["https://www.city.example.jp"])
    let client = desk.harness.client()
    func send(_ origin: String) throws -> Int {
      try client.post(
        "/api/notes", json: #"{"text":"a"}"#,
        headers: ["Origin": origin, "Sec-Fetch-Site": "cross-site"]
      ).status
    }
    #expect(try send("https://www.city.example.jp") == 200)
    #expect(try send("HTTPS://WWW.city.example.jp") == 200)
    for origin in [
      "https://evil.example", "http://www.city.example.jp", "https://www.city.example.jp.evil.test",
      "https://www.city.example.jp:8443", "null",
    ] {
      #expect(try send(origin) == 403, "\(origin)")
    }
    #expect(try desk.stored() == 2)
    #expect(try client.post(Self.path, form: ["text": "a"]).status == 200)
  }

  @Test("Without a list every origin may send")
  func anyOrigin() throws {
    let desk = try Desk()
    let answer = try desk.harness.client().post(
      "/api/notes", json: #"{"text":"a"}"#,
      headers: ["Origin": "https://www.city.example.jp", "Sec-Fetch-Site": "cross-site"])
    #expect(answer.status == 200)
    #expect(answer.headers["Access-Control-Allow-Origin"] == "*")
  }

  // MARK: - Figures

  @Test("What was refused is counted by reason, and of whom is nowhere told")
  func counted() throws {
    let fixture = try Fixture()
    var configuration = ServerConfiguration(listen: [.tcp(address: "127.0.0.1", port: 0)])
    configuration.management = [.tcp(address: "127.0.0.1", port: 0)]
    configuration.log = .none
    configuration.formsPerMinute = 6
    let site = Site(
      key: "131041", name: LocalizedText(ja: "新宿区", en: ""), publicURL: "", store: fixture.store,
      routes: Self.routes(allowing: ["https://www.city.example.jp"]), authenticator: Staff())
    let server = Server(configuration, sites: FixedSites(["localhost": site]))
    let address = try #require(try server.start().first?.url)
    defer { server.stop() }
    let client = HTTPClient()
    func send(_ path: String, _ type: String, _ body: String, origin: String? = nil) throws {
      let headers = [
        HTTPClientHeader("Host", "localhost"), HTTPClientHeader("Content-Type", type),
        HTTPClientHeader("Origin", origin ?? "http://localhost"),
      ]
      _ = try client.send(
        HTTPClientRequest("POST", address + path, headers: headers, body: Array(body.utf8)))
    }
    let form = "application/x-www-form-urlencoded"
    let text = PercentCoding.encode(Self.long)
    try send(Self.path, form, "text=a&homepage=b")
    try send(Self.path, form, "text=a&_stamp=b")
    try send(Self.path, form, "text=\(text)")
    try send(Self.path, form, "text=\(text)")
    try send(Self.path, form, "text=a", origin: "https://evil.example")
    try send(Self.path, "text/plain", "text=a")
    try send(Self.path, form, "text=a")
    try send("/api/notes", "application/json", String(repeating: " ", count: 1001))
    try send("/api/notes", "application/json", "{")
    let management = try #require(server.managementAddresses.first)
    let metrics = try client.send(HTTPClientRequest("GET", "\(management.url)/metrics")).text
    for (route, reason, count) in [
      ("/notes", "robot", 1), ("/notes", "hasty", 1), ("/notes", "repeated", 1),
      ("/notes", "origin", 1), ("/notes", "malformed", 1), ("/notes", "limit", 1),
      ("/api/notes", "too-large", 1), ("/api/notes", "malformed", 1),
    ] {
      let line = #"yui_form_refusals_total{form="\#(route)",reason="\#(reason)"} \#(count)"#
      #expect(metrics.contains(line + "\n"), "\(line)")
    }
    #expect(!metrics.contains("127.0.0.1"))
    #expect(try fixture.noteCount() == 1)
  }
}
