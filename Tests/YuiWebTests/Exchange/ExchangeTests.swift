import Testing
import YuiHTML
import YuiText
import YuiWeb
import YuiWebTesting

@Suite("Requests and responses")
struct ExchangeTests {
  @Test(
    "The language is the one asked for, else the cookie's, else the browser's, else Japanese",
    arguments: [
      ("", "", "", "ja"), ("?lang=en", "yui-lang=ja", "ja", "en"), ("?lang=xx", "", "en", "en"),
      ("", "a=b; yui-lang=en; c=d", "ja", "en"), ("", "xyui-lang=en", "", "ja"),
      ("", "", "en-US,en;q=0.9", "en"), ("", "", "fr, en;q=0.4, ja;q=0.5", "ja"),
      ("", "", "fr;q=1.0, de", "ja"), ("", "", "ja;q=0, en;q=0.001", "en"),
      ("", "", "EN-gb", "en"), ("", "", "english", "ja"), ("", "", ",,;q=,", "ja"),
      ("", "", "zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"), ("", "", "zh-Hant-TW", "zh-Hans"),
      ("", "", "ko-KR,ko", "ko"), ("", "", "vi-VN, en;q=0.5", "vi"),
      ("?lang=ja-simple", "", "en", "ja-simple"), ("", "yui-lang=ja-simple", "", "ja-simple"),
      ("?lang=zh-CN", "", "ja", "zh-Hans"), ("", "", "ja-JP-simple", "ja-simple"),
    ])
  func language(query: String, cookie: String, accepted: String, expected: String) throws {
    let fixture = try Fixture()
    let harness = try SiteHarness(
      store: fixture.store,
      routes: [.get("/", access: .anyone) { context, _ in .text(context.language.rawValue) }])
    let answer = try harness.client().get(
      "/\(query)", headers: ["Cookie": cookie, "Accept-Language": accepted])
    #expect(answer.text == expected)
  }

  @Test(
    "Staff pages speak Japanese and English, whatever one reads elsewhere",
    arguments: [
      ("ja-simple", "ja"), ("zh-Hans", "en"), ("ko", "en"), ("vi", "en"), ("en", "en"),
      ("ja", "ja"),
    ])
  func staffLanguage(chosen: String, spoken: String) throws {
    let fixture = try Fixture()
    let routes = ["/staff", "/staff/notes", "/staffed"].map { path in
      Route.get(path, access: .anyone) { context, _ in .text(context.language.rawValue) }
    }
    let client = try SiteHarness(store: fixture.store, routes: routes).client()
    for (path, expected) in [("/staff", spoken), ("/staff/notes", spoken), ("/staffed", chosen)] {
      #expect(try client.get("\(path)?lang=\(chosen)").text == expected)
      let cookie = ["Cookie": "yui-lang=\(chosen)"]
      #expect(try client.get(path, headers: cookie).text == expected)
    }
  }

  @Test("Every answer carries what browsers need to be told", arguments: SiteHarness.Mode.allCases)
  func securityHeaders(mode: SiteHarness.Mode) throws {
    let fixture = try Fixture()
    let harness = try SiteHarness(
      mode, store: fixture.store,
      routes: [
        .get("/page", access: .anyone) { _, _ in .page(HTML("a")) },
        .get("/kept", access: .anyone, cache: .publicData(query: [])) { _, _ in .text("a") },
        .get("/embed", access: .anyone) { _, _ in
          .page(HTML("a")).embeddable(in: ["https://www.city.example.jp", "javascript:x; *"])
        },
        .get("/api/open", access: .anyone) { _, _ in .text("a") }.openToOtherOrigins(),
      ])
    for path in ["/page", "/kept", "/kept", "/nothing"] {
      let headers = try harness.client().get(path).headers
      #expect(headers["X-Content-Type-Options"] == "nosniff")
      #expect(headers["Referrer-Policy"] == "same-origin")
      #expect(headers["Cross-Origin-Opener-Policy"] == "same-origin")
      #expect(headers["Cross-Origin-Resource-Policy"] == "same-origin")
      #expect(headers["X-Frame-Options"] == "DENY")
      #expect(headers["Strict-Transport-Security"] == nil)
      let policy = try #require(headers["Content-Security-Policy"])
      #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
      #expect(!policy.contains("unsafe"))
    }
    let embedded = try harness.client().get("/embed").headers
    #expect(
      embedded["Content-Security-Policy"]?.hasSuffix(
        "frame-ancestors 'self' https://www.city.example.jp") == true)
    #expect(embedded["X-Frame-Options"] == nil)
    #expect(embedded["Cross-Origin-Resource-Policy"] == "cross-origin")
    let open = try harness.client().get("/api/open").headers
    #expect(open["Access-Control-Allow-Origin"] == "*")
    let preflight = try harness.client().send(
      "OPTIONS", "/api/open", headers: ["Access-Control-Request-Method": "GET"])
    #expect(preflight.headers["Access-Control-Allow-Methods"] == "GET")
    #expect(
      try harness.client().send(
        "OPTIONS", "/page", headers: ["Access-Control-Request-Method": "GET"]
      ).headers["Access-Control-Allow-Origin"] == nil)
  }

  @Test(
    "Nobody is sent to another site",
    arguments: [
      ("/staff", true), ("/staff?a=b#c", true), ("//evil.example", false),
      ("/\\evil.example", false),
      ("https://evil.example", false), ("staff", false), ("", false), ("/a\nb", false),
      ("/日本", false), ("/a b", false),
    ])
  func localTarget(text: String, isLocal: Bool) {
    #expect((LocalTarget(untrusted: text) != nil) == isLocal)
  }

  @Test("A value stays the one piece of an address that it is")
  func interpolation() {
    let slug = "../a/b?c=d&e"
    #expect(
      ("/reviews/\(slug)?q=\("x&y")" as LocalTarget).text
        == "/reviews/..%2Fa%2Fb%3Fc%3Dd%26e?q=x%26y")
  }

  @Test("A value in first place is a segment of this site, and a target stays the target it is")
  func leadingInterpolation() {
    let (other, base): (String, LocalTarget) = ("//evil.example", "/staff/a?b=c")
    #expect(("\(other)" as LocalTarget).text == "/%2F%2Fevil.example")
    #expect(("\(base)&d=\("e&f")" as LocalTarget).text == "/staff/a?b=c&d=e%26f")
    #expect(("/login?next=\(base)" as LocalTarget).text == "/login?next=%2Fstaff%2Fa%3Fb%3Dc")
    let long = String(repeating: "あ", count: 1000)
    #expect(("/reviews?q=\(long)" as LocalTarget).text.utf8.count == 11 + 9000)
  }

  @Test("A header value can't start another header")
  func headerInjection() {
    var headers = Headers()
    headers.add("X", "a\r\nSet-Cookie: b=c")
    #expect(headers["x"] == "aSet-Cookie: b=c")
  }

  @Test(
    "A file name survives, whatever it holds",
    arguments: [
      ("a.csv", "attachment; filename=\"a.csv\""),
      ("a\"b.csv", "attachment; filename=\"a_b.csv\"; filename*=UTF-8''a%22b.csv"),
      ("職員.csv", "attachment; filename=\"______.csv\"; filename*=UTF-8''%E8%81%B7%E5%93%A1.csv"),
    ])
  func filename(name: String, field: String) {
    #expect(Response.text("").download(filename: name).headers["Content-Disposition"] == field)
  }

  @Test(
    "JSON that can't be read says where",
    arguments: [
      ("{", 400), ("{}", 422), (#"{"score":"5"}"#, 422), (#"{"score":5.5}"#, 400),
      (#"{"score":5,"text":"\ud800"}"#, 400), (#"{"score":5}"#, 200),
      (#"{"score":5,"text":"a\u0000"}"#, 400), (#"{"score":5,"text":"\\\\\u0000"}"#, 400),
      (#"{"score":5,"\u0000":1}"#, 400), ("{\"score\":5,\"text\":\"\0\"}", 400),
      (#"{"score":5,"text":"\\u0000"}"#, 200), (#"{"score":5,"text":"\\\\u0000\u0001"}"#, 200),
    ])
  func json(body: String, status: Int) throws {
    struct Answer: Decodable {
      let score: Int
      let text: String?
    }
    let fixture = try Fixture()
    let harness = try SiteHarness(
      store: fixture.store,
      routes: [
        .post("/api/a", access: .anyone) { context in
          _ = try context.request.json(as: Answer.self)
          return { _ in .text("ok") }
        }
      ])
    let answer = try harness.client().post("/api/a", json: body)
    #expect(answer.status == status)
    if status == 422 { #expect(answer.text.contains(#""field":"score""#)) }
    let other = try harness.client().post("/api/a", form: [:])
    #expect(other.status == 415)
  }

  @Test(
    "Assets are served for good under the address of their content",
    arguments: SiteHarness.Mode.allCases)
  func assets(mode: SiteHarness.Mode) throws {
    let fixture = try Fixture()
    let harness = try SiteHarness(mode, store: fixture.store, routes: [])
    let url = Asset.url("site.css")
    #expect(url.wholeMatch(of: #/\/assets\/site\.[0-9a-f]{12}\.css/#) != nil)
    let answer = try harness.client().get(url)
    #expect(answer.status == 200)
    #expect(answer.headers["Content-Type"] == "text/css; charset=utf-8")
    #expect(answer.headers["Cache-Control"] == "public, max-age=31536000, immutable")
    #expect(answer.body.count > 1000)
    #expect(try harness.client().get("/assets/site.css").status == 404)
  }
}
