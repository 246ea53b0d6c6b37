import ReviewWidget
import Synchronization
import Testing
import YuiStorage
import YuiStorageTesting
import YuiText
import YuiWeb
import YuiWebTesting

@Suite struct ResponsesAPITests {
  private static let path = "/api/reviews/services/a/responses"

  @Test(
    "A response is created, counted, and read by who may", arguments: Engine.allCases,
    SiteHarness.Mode.allCases)
  func create(engine: Engine, mode: SiteHarness.Mode) throws {
    let tenant = try ReviewTenant(engine).withService()
    let harness = try tenant.serve(mode)
    let answer = try harness.client().post(
      Self.path,
      json:
        #"{"score":5,"reasons":["time","駐車場"],"comment":" 早い\r\n対応 ","#
        + #""channel":"kiosk","place":"window-3","extra":1}"#
    )
    #expect(answer.status == 201)
    #expect(answer.headers["Content-Type"] == "application/json")
    let location = try #require(answer.headers["Location"])
    let id = try #require(UUIDv7(String(location.dropFirst(Self.path.count + 1))))
    #expect(location == "\(Self.path)/\(id)")
    #expect(id.time == ReviewTenant.now)
    #expect(
      answer.text == #"{"id":"\#(id)","service":"a","receivedAt":"2026-04-01T00:00:00Z"}"#
        || answer.text == #"{"id":"\#(id)","receivedAt":"2026-04-01T00:00:00Z","service":"a"}"#)
    #expect(try tenant.rollups() == ["a 2026-04 5": 1])

    #expect(try harness.client().get(location).status == 401)
    let manager = try harness.client(token: tenant.token(["reviews:manage"]))
    #expect(try manager.get(location).status == 403)
    let reader = try harness.client(token: tenant.token(["reviews:read"]))
    #expect(
      try reader.get(location).text
        == #"{"channel":"kiosk","comment":"早い\n対応","id":"\#(id)","language":"ja","#
        + #""masked":false,"place":"window-3","questionSet":"short/1","#
        + #""reasons":["positive:time","positive:other:駐車場"],"#
        + #""receivedAt":"2026-04-01T00:00:00Z","score":5,"service":"a"}"#)
    #expect(try reader.get("\(Self.path)/\(UUIDv7(at: ReviewTenant.now))").status == 404)
    #expect(try reader.get("\(Self.path)/1").status == 404)
    try tenant.load("review-services", "slug,kind,name_ja\nb,counter,別\n")
    #expect(try reader.get("/api/reviews/services/b/responses/\(id)").status == 404)
    #expect(try tenant.audited().count == 2)
  }

  @Test(
    "Only the score is needed", arguments: Engine.allCases,
    [#"{"score":1}"#, #"{"score":5,"comment":null}"#])
  func least(engine: Engine, json: String) throws {
    let tenant = try ReviewTenant(engine).withService()
    #expect(try tenant.serve().client().post(Self.path, json: json).status == 201)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let body: [UInt8]
    let status: Int
    let field: String?

    init(_ description: String, _ body: String, _ status: Int, field: String? = nil) {
      self.init(description, Array(body.utf8), status, field: field)
    }

    init(_ description: String, _ body: [UInt8], _ status: Int, field: String? = nil) {
      testDescription = description
      self.body = body
      self.status = status
      self.field = field
    }
  }

  static let refusals = [
    Refusal("a score of 0", #"{"score":0}"#, 422, field: "score"),
    Refusal("a score of 6", #"{"score":6}"#, 422, field: "score"),
    Refusal("a score of -1", #"{"score":-1}"#, 422, field: "score"),
    Refusal("a score of 5.5", #"{"score":5.5}"#, 422, field: "score"),
    Refusal("a score as text", #"{"score":"5.5"}"#, 422, field: "score"),
    Refusal("a whole score as text", #"{"score":"5"}"#, 422, field: "score"),
    Refusal("a score that is true", #"{"score":true}"#, 422, field: "score"),
    Refusal("a score of null", #"{"score":null}"#, 422, field: "score"),
    Refusal("a score beyond all numbers", #"{"score":1e400}"#, 400),
    Refusal(
      "a score beyond whole numbers", #"{"score":99999999999999999999}"#, 422, field: "score"),
    Refusal("no score", #"{"comment":"a"}"#, 422, field: "score"),
    Refusal("nothing", "{}", 422, field: "score"),
    Refusal(
      "a comment of 1,001 characters",
      #"{"score":5,"comment":"\#(String(repeating: "あ", count: 1_001))"}"#, 422, field: "comment"),
    Refusal("a comment with NUL", #"{"score":5,"comment":"a\u0000b"}"#, 400),
    Refusal("a comment with ESC", #"{"score":5,"comment":"a\u001bb"}"#, 422, field: "comment"),
    Refusal("a comment that is a number", #"{"score":5,"comment":5}"#, 422, field: "comment"),
    Refusal("a lone high surrogate", #"{"score":5,"comment":"\ud800"}"#, 400),
    Refusal("a lone low surrogate", #"{"score":5,"comment":"\udc00a"}"#, 400),
    Refusal("surrogates the wrong way round", #"{"score":5,"comment":"\udc00\ud800"}"#, 400),
    Refusal("reasons as text", #"{"score":5,"reasons":"time"}"#, 422, field: "reasons"),
    Refusal(
      "a reason that is a number", #"{"score":5,"reasons":["a",1]}"#, 422, field: "reasons.1"),
    Refusal(
      "eleven reasons", #"{"score":5,"reasons":["1","2","3","4","5","6","7","8","9","0","a"]}"#,
      422,
      field: "reasons"),
    Refusal("an unknown channel", #"{"score":5,"channel":"fax"}"#, 422, field: "channel"),
    Refusal(
      "a place of 41 characters",
      #"{"score":5,"place":"\#(String(repeating: "階", count: 41))"}"#, 422, field: "place"),
    Refusal("no content", "", 400),
    Refusal("half of it", #"{"score":5"#, 400),
    Refusal("no JSON", "score=5", 400),
    Refusal("two documents", #"{"score":5}{"score":5}"#, 400),
    Refusal(
      "bytes that are no UTF-8", Array(#"{"score":5,"comment":""#.utf8) + [0xFF, 0x22, 0x7D], 400),
    Refusal(
      "an encoded surrogate",
      Array(#"{"score":5,"comment":""#.utf8) + [0xED, 0xA0, 0x80, 0x22, 0x7D], 400),
  ]

  @Test(
    "What cannot be right is refused with the property to mend, and nothing is stored",
    arguments: Engine.allCases, refusals)
  func refused(engine: Engine, refusal: Refusal) throws {
    struct Problem: Decodable {
      struct Field: Decodable { let field: String }
      let status: Int
      let errors: [Field]?
    }
    let tenant = try ReviewTenant(engine).withService()
    let answer = try tenant.serve().client().send(
      "POST", Self.path, headers: ["Content-Type": "application/json"], body: refusal.body)
    #expect(answer.status == refusal.status)
    #expect(answer.headers["Content-Type"] == "application/problem+json")
    let problem = try answer.json(as: Problem.self)
    #expect(problem.status == refusal.status)
    #expect(problem.errors?.first?.field == refusal.field)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses") == 0)
    #expect(try tenant.rollups().isEmpty)
  }

  @Test(
    "Ten megabytes are too much, in process and over a socket",
    arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func tooLarge(engine: Engine, mode: SiteHarness.Mode) throws {
    let tenant = try ReviewTenant(engine).withService()
    let body =
      Array(#"{"score":5,"comment":""#.utf8)
      + [UInt8](repeating: 0x61, count: 10_000_000) + Array(#""}"#.utf8)
    let answer = try tenant.serve(mode).client().send(
      "POST", Self.path, headers: ["Content-Type": "application/json"], body: body)
    #expect(answer.status == 413)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses") == 0)
  }

  @Test(
    "Another media type is refused",
    arguments: Engine.allCases,
    ["text/plain", "application/x-www-form-urlencoded", "text/json", ""])
  func mediaType(engine: Engine, type: String) throws {
    let tenant = try ReviewTenant(engine).withService()
    let answer = try tenant.serve().client().send(
      "POST", Self.path, headers: ["Content-Type": type], body: Array(#"{"score":5}"#.utf8))
    #expect(answer.status == 415)
  }

  @Test("An unknown service is not found, a closed one takes nothing", arguments: Engine.allCases)
  func services(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService(status: "closed")
    let client = try tenant.serve().client()
    #expect(
      try client.post("/api/reviews/services/b/responses", json: #"{"score":5}"#).status == 404)
    let answer = try client.post(Self.path, json: #"{"score":5}"#)
    #expect(answer.status == 409)
    #expect(answer.text.contains("「窓口」の評価の受付は終了しました。"))
    #expect(try tenant.rollups().isEmpty)
  }

  @Test("A service takes responses only by the channels it offers", arguments: Engine.allCases)
  func channels(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.store.write { transaction in
      try transaction.execute("UPDATE reviews_services SET channels = 'counter kiosk'")
    }
    let client = try tenant.serve().client()
    let refused = try client.post(Self.path, json: #"{"score":5}"#)
    #expect(refused.status == 422)
    #expect(refused.text.contains(#""field":"channel""#))
    #expect(refused.text.contains("counter、kiosk"))
    #expect(try client.post(Self.path, json: #"{"score":5,"channel":"kiosk"}"#).status == 201)
  }

  @Test(
    "A request repeated under its key is answered again and stored once, for a day",
    arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func idempotency(engine: Engine, mode: SiteHarness.Mode) throws {
    let tenant = try ReviewTenant(engine).withService()
    let clock = MovedClock()
    let client = try tenant.serve(mode, clock: clock.clock).client()
    let key = ["Idempotency-Key": "c0ffee-1"]
    let body = #"{"score":5,"comment":"一度だけ"}"#
    let first = try client.post(Self.path, json: body, headers: key)
    let second = try client.post(Self.path, json: body, headers: key)
    #expect([first.status, second.status] == [201, 201])
    #expect(first.headers["Location"] == second.headers["Location"])
    #expect(first.body == second.body)
    #expect(try tenant.rollups() == ["a 2026-04 5": 1])
    #expect(try client.post(Self.path, json: #"{"score":4}"#, headers: key).status == 422)
    let other = try client.post(Self.path, json: body, headers: ["Idempotency-Key": "c0ffee-2"])
    #expect(other.headers["Location"] != first.headers["Location"])
    #expect(try tenant.rollups() == ["a 2026-04 5": 2])
    clock.advance(seconds: 86_401)
    let nextDay = try client.post(Self.path, json: body, headers: key)
    #expect(nextDay.headers["Location"] != first.headers["Location"])
    #expect(try tenant.rollups() == ["a 2026-04 5": 3])
  }

  @Test("A refused request may be repeated under its key", arguments: Engine.allCases)
  func refusedKey(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let client = try tenant.serve().client()
    let key = ["Idempotency-Key": "k"]
    #expect(try client.post(Self.path, json: #"{"score":6}"#, headers: key).status == 422)
    #expect(try client.post(Self.path, json: #"{"score":5}"#, headers: key).status == 201)
    let bad = ["Idempotency-Key": String(repeating: "k", count: 256)]
    #expect(try client.post(Self.path, json: #"{"score":5}"#, headers: bad).status == 400)
  }

  @Test("The language is the one that was said, or else the request's", arguments: Engine.allCases)
  func language(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let client = try tenant.serve().client()
    _ = try client.post(Self.path, json: #"{"score":5,"language":"en"}"#)
    _ = try client.post(Self.path, json: #"{"score":4}"#, headers: ["Accept-Language": "en-US"])
    _ = try client.post(Self.path, json: #"{"score":3}"#)
    let languages = try tenant.store.read {
      try $0.all("SELECT language FROM reviews_responses ORDER BY score DESC") { try $0.text(0) }
    }
    #expect(languages == ["en", "en", "ja"])
  }
}

/// A clock that a test moves.
private final class MovedClock: Sendable {
  private let time = Mutex(ReviewTenant.now)

  var clock: Clock { Clock { self.time.withLock { $0 } } }
  func advance(seconds: Int64) { time.withLock { $0 = $0.adding(seconds: seconds) } }
}
