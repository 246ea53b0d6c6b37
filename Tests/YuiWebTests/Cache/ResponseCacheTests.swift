import Testing
import YuiStorage
import YuiStorageTesting
import YuiText
import YuiWeb
import YuiWebTesting

@Suite("Kept answers", .serialized)
struct ResponseCacheTests {
  /// A page that counts how often it was made.
  private static func routes(_ made: Counter, access: Access = .anyone) -> [Route] {
    [
      .get("/page", access: access, cache: .publicData(query: ["page"])) { context, snapshot in
        made.add()
        let count = try snapshot.first("SELECT count(*) FROM notes") { try $0.int(0) } ?? 0
        let page = context.request.query["page"] ?? "1"
        let extra = context.request.query["utm_source"] ?? "-"
        let name = context.principal?.name ?? "public"
        return .text("\(context.language.rawValue) \(page) \(extra) \(count) \(name)")
      },
      .post("/notes", access: .anyone) { context in
        let text = try context.request.form().first("text") ?? ""
        let isPublic = try context.request.form().first("public") != nil
        return { transaction in
          try transaction.execute("INSERT INTO notes (text) VALUES (\(text))")
          if isPublic { transaction.raisePublicVersion() }
          return .noContent
        }
      },
    ]
  }

  @Test(
    "The second reader gets what the first was given", arguments: Engine.allCases,
    SiteHarness.Mode.allCases)
  func keeps(engine: Engine, mode: SiteHarness.Mode) throws {
    let fixture = try Fixture(engine)
    let made = Counter()
    let harness = try SiteHarness(mode, store: fixture.store, routes: Self.routes(made))
    let first = try harness.client().get("/page")
    let second = try harness.client().get("/page")
    #expect(first.text == "ja 1 - 0 public")
    #expect(second.text == first.text)
    #expect(made.value == 1)
    #expect(second.headers["ETag"] == first.headers["ETag"])
    #expect(second.headers["Cache-Control"] == "no-cache")
    #expect(second.headers["Set-Cookie"] == nil)
  }

  @Test(
    "What is kept answers GET and HEAD alone", arguments: Engine.allCases, SiteHarness.Mode.allCases
  )
  func otherMethods(engine: Engine, mode: SiteHarness.Mode) throws {
    let fixture = try Fixture(engine)
    let harness = try SiteHarness(mode, store: fixture.store, routes: Self.routes(Counter()))
    _ = try harness.client().get("/page")
    let options = try harness.client().send("OPTIONS", "/page")
    #expect(options.status == 204)
    #expect(options.body.isEmpty)
    #expect(options.headers["Allow"] == "GET, HEAD, OPTIONS")
  }

  @Test(
    "Who has it already gets a 304 without content", arguments: Engine.allCases,
    SiteHarness.Mode.allCases)
  func notModified(engine: Engine, mode: SiteHarness.Mode) throws {
    let fixture = try Fixture(engine)
    let made = Counter()
    let harness = try SiteHarness(mode, store: fixture.store, routes: Self.routes(made))
    let tag = try #require(try harness.client().get("/page").headers["ETag"])
    for value in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
      let answer = try harness.client().get("/page", headers: ["If-None-Match": value])
      #expect(answer.status == 304)
      #expect(answer.body.isEmpty)
      #expect(answer.headers["ETag"] == tag)
    }
    #expect(try harness.client().get("/page", headers: ["If-None-Match": "\"x\""]).status == 200)
    #expect(made.value == 1)
  }

  @Test(
    "A public change makes it anew, a private one doesn't", arguments: Engine.allCases,
    SiteHarness.Mode.allCases)
  func version(engine: Engine, mode: SiteHarness.Mode) throws {
    let fixture = try Fixture(engine)
    let made = Counter()
    let harness = try SiteHarness(mode, store: fixture.store, routes: Self.routes(made))
    let client = harness.client()
    let before = try client.get("/page").headers["ETag"]
    #expect(try client.post("/notes", form: ["text": "a"]).status == 204)
    #expect(try client.get("/page").text == "ja 1 - 0 public")
    #expect(try client.post("/notes", form: ["text": "b", "public": "1"]).status == 204)
    let after = try client.get("/page")
    #expect(after.text == "ja 1 - 2 public")
    #expect(after.headers["ETag"] != before)
    #expect(made.value == 2)
  }

  @Test(
    "Each language and each declared parameter has its own", arguments: Engine.allCases,
    SiteHarness.Mode.allCases)
  func variants(engine: Engine, mode: SiteHarness.Mode) throws {
    let fixture = try Fixture(engine)
    let made = Counter()
    let harness = try SiteHarness(mode, store: fixture.store, routes: Self.routes(made))
    for _ in 0..<2 {
      let client = harness.client()
      #expect(try client.get("/page").text.hasPrefix("ja 1"))
      #expect(try client.get("/page?page=2").text.hasPrefix("ja 2"))
      let english = ["Accept-Language": "en-GB,en;q=0.9,ja;q=0.1"]
      #expect(try client.get("/page", headers: english).text.hasPrefix("en 1"))
      #expect(try client.get("/page", headers: ["Cookie": "yui-lang=en"]).text.hasPrefix("en 1"))
      // Asked for once, a language stays.
      #expect(try client.get("/page?lang=en").text.hasPrefix("en 1"))
      #expect(try client.get("/page").text.hasPrefix("en 1"))
    }
    #expect(made.value == 4)
  }

  @Test(
    "Other parameters make no other entry and aren't seen", arguments: Engine.allCases,
    SiteHarness.Mode.allCases)
  func undeclared(engine: Engine, mode: SiteHarness.Mode) throws {
    let fixture = try Fixture(engine)
    let made = Counter()
    let harness = try SiteHarness(mode, store: fixture.store, routes: Self.routes(made))
    let client = harness.client()
    for number in 0..<20 {
      #expect(
        try client.get("/page?utm_source=\(number)&page=2&x=\(number)").text == "ja 2 - 0 public")
    }
    #expect(made.value == 1)
  }

  @Test("The next day in Japan makes it anew", arguments: Engine.allCases)
  func day(engine: Engine) throws {
    let fixture = try Fixture(engine)
    let made = Counter()
    let time = MovableClock()
    let harness = try SiteHarness(
      store: fixture.store, routes: Self.routes(made), clock: time.clock)
    _ = try harness.client().get("/page")
    time.advance(seconds: 86_400)
    _ = try harness.client().get("/page")
    #expect(made.value == 2)
  }

  @Test(
    "What a signed-in person sees is never kept nor read from what is kept",
    arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func credentials(engine: Engine, mode: SiteHarness.Mode) throws {
    let fixture = try Fixture(engine)
    let made = Counter()
    let harness = try SiteHarness(
      mode, store: fixture.store,
      routes: Self.routes(made, access: .anyoneSeesMore("notes:read")), authenticator: Staff())
    let viewer = try harness.client(signedInAs: Staff.viewer)
    #expect(try harness.client().get("/page").text.hasSuffix("public"))
    let own = try viewer.get("/page")
    #expect(own.text.hasSuffix("viewer"))
    #expect(own.headers["Cache-Control"] == "no-store")
    #expect(own.headers["ETag"] == nil)
    #expect(try harness.client(token: "reader").get("/page").text.hasSuffix("reader"))
    #expect(try harness.client().get("/page").text.hasSuffix("public"))
    #expect(made.value == 3)
  }

  @Test(
    "A page is compressed for who takes it and not for others",
    arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func encodings(engine: Engine, mode: SiteHarness.Mode) throws {
    let fixture = try Fixture(engine)
    let text = String(repeating: "再利用できる区の部品。", count: 200)
    let harness = try SiteHarness(
      mode, store: fixture.store,
      routes: [
        .get("/long", access: .anyone, cache: .publicData(query: [])) { _, _ in .text(text) }
      ])
    let plain = try harness.client().get("/long", headers: ["Accept-Encoding": "identity"])
    #expect(plain.text == text)
    let packed = try harness.client().get("/long", headers: ["Accept-Encoding": "br, gzip"])
    #expect(packed.headers["Vary"]?.contains("Accept-Encoding") == true)
    #expect(packed.headers["ETag"] != plain.headers["ETag"])
    let refused = try harness.client().get("/long", headers: ["Accept-Encoding": "gzip;q=0"])
    #expect(refused.text == text)
  }
}
