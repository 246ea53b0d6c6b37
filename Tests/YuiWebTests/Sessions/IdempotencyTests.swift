import Glibc
import Testing
import YuiStorage
import YuiStorageTesting
import YuiText
import YuiWeb
import YuiWebTesting

@Suite("Repeated requests")
struct IdempotencyTests {
  private struct Note: Decodable { let text: String }

  private static func routes(_ run: Counter) -> [Route] {
    [
      .post("/api/notes", access: .anyoneSeesMore("notes:write")) { context in
        let note = try context.request.json(as: Note.self)
        return { transaction in
          let number = run.add()
          try transaction.execute("INSERT INTO notes (text) VALUES (\(note.text + "\(number)"))")
          if note.text == "refused" { throw HTTPProblem.conflict(ja: "不可", en: "no") }
          return try .created("/api/notes/\(number)", json: ["number": number])
        }
      }
    ]
  }

  @Test(
    "The same request under the same key is done once and answered twice",
    arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func repeated(engine: Engine, mode: SiteHarness.Mode) throws {
    let fixture = try Fixture(engine)
    let run = Counter()
    let client = try SiteHarness(mode, store: fixture.store, routes: Self.routes(run)).client()
    let key = ["Idempotency-Key": "order-1"]
    let first = try client.post("/api/notes", json: #"{"text":"a"}"#, headers: key)
    let second = try client.post("/api/notes", json: #"{"text":"a"}"#, headers: key)
    #expect(first.status == 201)
    #expect(second.status == 201)
    #expect(second.body == first.body)
    #expect(second.headers["Location"] == "/api/notes/1")
    #expect(second.headers["Content-Type"] == "application/json")
    #expect(try fixture.noteCount() == 1)
    let other = try client.post("/api/notes", json: #"{"text":"b"}"#, headers: key)
    #expect(other.status == 422)
    #expect(try fixture.noteCount() == 1)
  }

  @Test(
    "After an unknown outcome the same key settles it",
    arguments: [WatchedDatabase.Commit.savedUnheard, .lost], SiteHarness.Mode.allCases)
  func unknownOutcome(commit: WatchedDatabase.Commit, mode: SiteHarness.Mode) throws {
    let fixture = try Fixture(isRemote: true)
    let run = Counter()
    let client = try SiteHarness(mode, store: fixture.store, routes: Self.routes(run)).client()
    let key = ["Idempotency-Key": "order-1"]
    fixture.database.breakCommit(commit)
    let unknown = try client.post("/api/notes", json: #"{"text":"a"}"#, headers: key)
    #expect(unknown.status == 503)
    #expect(unknown.headers["Retry-After"] == "5")
    #expect(unknown.text.contains("Idempotency-Key"))
    #expect(try fixture.noteCount() == (commit == .savedUnheard ? 1 : 0))
    // The store takes writes again once it has found its server.
    while fixture.store.health != .ready { usleep(10_000) }
    let settled = try client.post("/api/notes", json: #"{"text":"a"}"#, headers: key)
    #expect(settled.status == 201)
    #expect(settled.headers["Location"] == "/api/notes/\(commit == .savedUnheard ? 1 : 2)")
    #expect(try fixture.noteCount() == 1)
    let again = try client.post("/api/notes", json: #"{"text":"a"}"#, headers: key)
    #expect(again.body == settled.body)
    #expect(try fixture.noteCount() == 1)
  }

  @Test("A page, which may show a secret once, is never kept for a key", arguments: Engine.allCases)
  func pages(engine: Engine) throws {
    let fixture = try Fixture(engine)
    let run = Counter()
    let page = Route.post("/secret", access: .anyone) { _ in
      { _ in .text("secret \(run.add())") }
    }
    let client = try SiteHarness(store: fixture.store, routes: [page]).client()
    for _ in 0..<2 {
      _ = try client.post("/secret", form: [:], headers: ["Idempotency-Key": "order-1"])
    }
    #expect(run.value == 2)
    let kept = try fixture.store.read { snapshot in
      try snapshot.first("SELECT COUNT(*) FROM yui_idempotency") { try $0.int(0) }
    }
    #expect(kept == 0)
  }

  @Test("A day later the key is forgotten", arguments: Engine.allCases)
  func forgotten(engine: Engine) throws {
    let fixture = try Fixture(engine)
    let run = Counter()
    let time = MovableClock()
    let client = try SiteHarness(
      store: fixture.store, routes: Self.routes(run), clock: time.clock
    ).client()
    let key = ["Idempotency-Key": "order-1"]
    _ = try client.post("/api/notes", json: #"{"text":"a"}"#, headers: key)
    time.advance(seconds: 86_399)
    _ = try client.post("/api/notes", json: #"{"text":"a"}"#, headers: key)
    #expect(run.value == 1)
    time.advance(seconds: 1)
    _ = try client.post("/api/notes", json: #"{"text":"a"}"#, headers: key)
    #expect(run.value == 2)
  }

  @Test("Callers don't share keys, and a refusal is worked out anew", arguments: Engine.allCases)
  func scopes(engine: Engine) throws {
    let fixture = try Fixture(engine)
    let run = Counter()
    let harness = try SiteHarness(
      store: fixture.store, routes: Self.routes(run), authenticator: Staff())
    let key = ["Idempotency-Key": "k"]
    for client in [
      harness.client(), harness.client(token: "writer"), harness.client(token: "reader"),
    ] {
      #expect(try client.post("/api/notes", json: #"{"text":"a"}"#, headers: key).status == 201)
    }
    #expect(run.value == 3)
    let refused = ["Idempotency-Key": "r"]
    for _ in 0..<2 {
      let answer = try harness.client().post(
        "/api/notes", json: #"{"text":"refused"}"#, headers: refused)
      #expect(answer.status == 409)
    }
    #expect(try fixture.noteCount() == 3)
  }

  @Test(
    "A key that isn't plain text is refused",
    arguments: Engine.allCases, ["a b", String(repeating: "k", count: 256)])
  func badKey(engine: Engine, key: String) throws {
    let fixture = try Fixture(engine)
    let client = try SiteHarness(store: fixture.store, routes: Self.routes(Counter())).client()
    let answer = try client.post(
      "/api/notes", json: #"{"text":"a"}"#, headers: ["Idempotency-Key": key])
    #expect(answer.status == 400)
  }
}
