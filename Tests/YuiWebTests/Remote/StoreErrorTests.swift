import Glibc
import Synchronization
import Testing
import YuiStorage
import YuiWeb
import YuiWebTesting

@Suite("What callers hear of a store that fails them")
struct StoreErrorTests {
  private struct Problem: Decodable {
    let title: String
    let status: Int
    let detail: String?
  }

  private static func routes(_ error: StoreError) -> [Route] {
    [
      .get("/page", access: .anyone) { _, _ in throw error },
      .get("/api/page", access: .anyone) { _, _ in throw error },
    ]
  }

  @Test(
    "What may succeed later says when",
    arguments: [
      (StoreError(.busy, ""), "1"), (StoreError(.conflict, ""), "1"),
      (StoreError(.conflict, "", retryAfter: 3), "3"), (StoreError(.unavailable, ""), "5"),
      (StoreError(.unavailable, "", retryAfter: 7), "7"), (StoreError(.unknownOutcome, ""), "5"),
      (StoreError(.readOnly, "", retryAfter: 15), "15"),
    ])
  func retryAfter(error: StoreError, seconds: String) throws {
    let fixture = try Fixture()
    let client = try SiteHarness(store: fixture.store, routes: Self.routes(error)).client()
    let answer = try client.get("/page")
    #expect(answer.status == 503)
    #expect(answer.headers["Retry-After"] == seconds)
  }

  @Test("An unknown outcome is told as what it is, to people and to programs")
  func unknownOutcome() throws {
    let fixture = try Fixture()
    let error = StoreError(.unknownOutcome, "secret")
    let client = try SiteHarness(store: fixture.store, routes: Self.routes(error)).client()
    let japanese = try client.get("/page", headers: ["Accept-Language": "ja"]).text
    #expect(japanese.contains("保存されたかどうか確認できません"))
    #expect(japanese.contains("もう一度送る前に"))
    let english = try client.get("/page", headers: ["Accept-Language": "en"]).text
    #expect(english.contains("It is not known whether this was saved"))
    #expect(english.contains("Before you send it again, look"))
    for page in [japanese, english] {
      #expect(!page.contains("Idempotency-Key") && !page.contains("secret"))
    }
    let document = try client.get("/api/page", headers: ["Accept-Language": "en"])
      .json(as: Problem.self)
    #expect(document.status == 503)
    #expect(document.title == "It is not known whether this was saved")
    #expect(document.detail?.contains("again with the same key: it is done only once") == true)
    let inJapanese = try client.get("/api/page", headers: ["Accept-Language": "ja"])
      .json(as: Problem.self)
    #expect(inJapanese.detail?.contains("同じキーで") == true)
  }

  @Test("A server that is away is told in the log now and then, another failure each time")
  func log() throws {
    let fixture = try Fixture(isRemote: true)
    let lines = LogLines()
    let time = MovableClock()
    let failure = Mutex(StoreError.Code.unavailable)
    let harness = try SiteHarness(
      .socket, store: fixture.store,
      routes: [
        .get("/page", access: .anyone) { _, _ in
          throw StoreError(failure.withLock { $0 }, "told")
        }
      ], clock: time.clock
    ) { $0.log = .lines { lines.add($0) } }
    func ask(_ times: Int) throws {
      for _ in 0..<times { #expect(try harness.client().get("/page").status == 503) }
    }
    try ask(5)
    time.advance(seconds: 10)
    try ask(5)
    failure.withLock { $0 = .unknownOutcome }
    try ask(3)
    harness.stop()
    #expect(lines.text.ranges(of: "/page: unavailable: told").count == 2)
    #expect(lines.text.ranges(of: "/page: unknown-outcome: told").count == 3)
  }

  @Test(
    "A server that can't be reached is a 503, and comes back by itself",
    arguments: SiteHarness.Mode.allCases)
  func unreachable(mode: SiteHarness.Mode) throws {
    let fixture = try Fixture(isRemote: true)
    let client = try SiteHarness(
      mode, store: fixture.store, routes: RemoteReadTests.routes, authenticator: Staff()
    ).client(token: "reader")
    fixture.database.failReads(.unavailable)
    let refused = try client.get("/read")
    #expect(refused.status == 503)
    #expect(refused.headers["Retry-After"] == "5")
    fixture.database.failReads(nil)
    #expect(try client.get("/read").text == "notes: 0")
  }
}
