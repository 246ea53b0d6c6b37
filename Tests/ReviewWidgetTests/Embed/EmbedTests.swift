import ReviewWidget
import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

/// The form on pages of other sites, and who may have it there.
@Suite struct EmbedTests {
  private static let city = "https://www.city.example.jp"
  private static let responses = "/api/reviews/services/a/responses"
  private static let offers = "/api/reviews/services/a/offers"

  private static func tenant(_ engine: Engine, origins: String = "") throws -> ReviewTenant {
    let tenant = try ReviewTenant(engine).withService()
    guard !origins.isEmpty else { return tenant }
    let harness = try tenant.serve()
    let answer = try tenant.client(.editor, on: harness).post(
      "/staff/reviews/services/a/edit",
      form: [
        "name_ja": "窓口", "kind": "counter", "channels": "web", "channels": "kiosk",
        "status": "open", "url": "https://service.example.jp/apply", "origins": origins,
      ])
    #expect(answer.status == 303)
    return tenant
  }

  private static func stored(_ tenant: ReviewTenant) throws -> Int {
    try tenant.count("SELECT COUNT(*) FROM reviews_responses")
  }

  @Test("Staff list the sites that may have it, and others are refused", arguments: Engine.allCases)
  func origins(engine: Engine) throws {
    let tenant = try Self.tenant(
      engine, origins: "\(Self.city)/some/page\r\nhttps://b.example:8443")
    let client = try tenant.serve().client()
    func send(from origin: String, _ path: String = Self.responses) throws -> Int {
      try client.post(
        path, json: #"{"score":5}"#,
        headers: ["Origin": origin, "Sec-Fetch-Site": "cross-site"]
      ).status
    }
    for origin in [Self.city, "https://b.example:8443", "https://service.example.jp"] {
      #expect(try send(from: origin) == 201, "\(origin)")
      #expect(try send(from: origin, Self.offers) == 204, "\(origin)")
    }
    for origin in [
      "https://evil.example", "https://b.example", "http://www.city.example.jp", "null",
    ] {
      #expect(try send(from: origin) == 403, "\(origin)")
      #expect(try send(from: origin, Self.offers) == 403, "\(origin)")
    }
    #expect(try Self.stored(tenant) == 3)
    // A program names no origin, and a form on our own page names ours.
    #expect(
      try client.post(Self.responses, json: #"{"score":5}"#, headers: ["Origin": ""]).status == 201)
    #expect(try client.post("/reviews/a/form", form: ["score": "5"]).status == 303)
  }

  @Test(
    "What is no origin is not listed", arguments: Engine.allCases,
    [
      "www.city.example.jp", "ftp://a.example", "https://", "https://a b", "https://*.example",
      "https://a:0",
    ])
  func badOrigin(engine: Engine, text: String) throws {
    let tenant = try ReviewTenant(engine).withService()
    let harness = try tenant.serve()
    let answer = try tenant.client(.editor, on: harness).post(
      "/staff/reviews/services/a/edit",
      form: [
        "name_ja": "窓口", "kind": "counter", "channels": "web", "status": "open",
        "origins": text,
      ])
    #expect(answer.status == 422)
    #expect(answer.text.contains("field-origins"))
  }

  @Test(
    "A listed site may frame the form and no other; without a list any may",
    arguments: Engine.allCases)
  func framing(engine: Engine) throws {
    let open = try Self.tenant(engine).serve().client()
    let policy = "Content-Security-Policy"
    let anyone = try open.get("/reviews/a/embed")
    #expect(anyone.headers[policy]?.hasSuffix("frame-ancestors *") == true)
    #expect(anyone.headers["X-Frame-Options"] == nil)
    let listed = try Self.tenant(engine, origins: Self.city).serve().client()
    for path in ["/reviews/a/embed", "/reviews/a/embed/thanks"] {
      #expect(
        try listed.get(path).headers[policy]?
          .hasSuffix("frame-ancestors 'self' \(Self.city) https://service.example.jp") == true)
    }
    // The page with the frame of the site is nobody's to show.
    #expect(try listed.get("/reviews/a/form").headers["X-Frame-Options"] == "DENY")
  }

  @Test("Inside another page there is the form alone, and no cookie", arguments: Engine.allCases)
  func bare(engine: Engine) throws {
    let tenant = try Self.tenant(engine)
    let client = try tenant.serve().client()
    let page = try client.get("/reviews/a/embed?lang=vi&place=window-3")
    #expect(page.text.contains(#"<html lang="vi" class="is-bare""#))
    #expect(!page.text.contains("site-header") && !page.text.contains("site-footer"))
    #expect(page.text.contains(#"name="place" value="window-3""#))
    #expect(page.headers["Set-Cookie"] == nil)
    let sent = try client.post(
      "/reviews/a/embed?lang=vi", form: ["score": "4", "place": "window-3", "channel": ""])
    #expect(sent.status == 303)
    #expect(sent.headers["Location"] == "/reviews/a/embed/thanks?lang=vi")
    #expect(try client.get("/reviews/a/embed/thanks?lang=vi").text.contains(#"data-done="a""#))
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses WHERE language = 'vi'") == 1)
  }

  @Test(
    "A form that was counted as shown counts once, one that was not counts with its response",
    arguments: Engine.allCases)
  func offers(engine: Engine) throws {
    let tenant = try Self.tenant(engine)
    let client = try tenant.serve().client()
    func offered() throws -> Int {
      try tenant.count(
        "SELECT CAST(COALESCE(SUM(responses), 0) AS BIGINT) FROM reviews_measures WHERE measure = 'offered'"
      )
    }
    for _ in 0..<3 { #expect(try client.send("POST", Self.offers).status == 204) }
    #expect(try offered() == 3)
    #expect(try client.post(Self.responses, json: #"{"score":5,"offered":true}"#).status == 201)
    #expect(try offered() == 3)
    #expect(try client.post(Self.responses, json: #"{"score":5}"#).status == 201)
    #expect(try offered() == 4)
    _ = try client.post("/reviews/a/form", form: ["score": "5", "offered": "1"])
    #expect(try offered() == 4)
  }

  @Test("Nobody is offered a closed service", arguments: Engine.allCases)
  func closedOffer(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService(status: "closed")
    let client = try tenant.serve().client()
    #expect(try client.send("POST", Self.offers).status == 409)
    #expect(
      try tenant.count("SELECT COUNT(*) FROM reviews_measures WHERE measure = 'offered'") == 0)
  }

  // MARK: - Honest input

  @Test("A form filled in by a robot is thanked and not stored", arguments: Engine.allCases)
  func robot(engine: Engine) throws {
    let tenant = try Self.tenant(engine)
    let answer = try tenant.serve().client().post(
      "/reviews/a/form", form: ["score": "5", "homepage": "https://spam.example"])
    #expect(answer.status == 303)
    #expect(answer.headers["Location"]?.hasPrefix("/reviews/a/thanks") == true)
    #expect(try Self.stored(tenant) == 0)
  }

  @Test("A form sent within a second comes back with everything in it", arguments: Engine.allCases)
  func haste(engine: Engine) throws {
    let tenant = try Self.tenant(engine)
    let client = try tenant.serve().client()
    let page = try client.get("/reviews/a/form").text
    let stamp = try #require(page.firstMatch(of: /name="_stamp" value="([^"]+)"/)).1
    let answer = try client.post(
      "/reviews/a/form",
      form: ["score": "2", "comment": "待った", "reasons": "time", "_stamp": String(stamp)])
    #expect(answer.status == 422)
    #expect(answer.text.contains("もう一度送信してください"))
    #expect(answer.text.contains(/name="score" value="2" checked/))
    #expect(answer.text.contains("待った</textarea>"))
    #expect(try Self.stored(tenant) == 0)
  }

  @Test(
    "The same words within five minutes are received once, by form and API",
    arguments: Engine.allCases)
  func repeated(engine: Engine) throws {
    let tenant = try Self.tenant(engine)
    let client = try tenant.serve().client()
    let comment = "二時間も待たされました。番号札の案内がありません。"
    for _ in 0..<2 {
      #expect(
        try client.post("/reviews/a/form", form: ["score": "1", "comment": comment]).status == 303)
      let answer = try client.post(Self.responses, json: #"{"score":1,"comment":"\#(comment)"}"#)
      #expect(answer.status == 201)
    }
    #expect(try Self.stored(tenant) == 1)
    for _ in 0..<3 { _ = try client.post(Self.responses, json: #"{"score":1}"#) }
    #expect(try Self.stored(tenant) == 4)
  }

  @Test("Nothing about a sender is in the database", arguments: Engine.allCases)
  func anonymous(engine: Engine) throws {
    let tenant = try Self.tenant(engine)
    let client = try tenant.serve().client()
    _ = try client.post(
      "/reviews/a/form",
      form: ["score": "1", "comment": "電話は090-1234-5678、taro@example.jpまで"],
      headers: ["User-Agent": "Telltale/1.0", "Referer": "https://telltale.example/"])
    let exported = try tenant.export("review-responses")
    #expect(exported.contains("電話は［電話番号］、［メールアドレス］まで"))
    for trace in ["Telltale", "telltale", "127.0.0.1", "090-1234"] {
      #expect(!exported.contains(trace))
    }
  }
}
