import FoundationEssentials
import ReviewWidget
import Testing
import YuiStorage
import YuiStorageTesting
import YuiText
import YuiWeb
import YuiWebTesting

/// What the widget asks for before it shows anything.
@Suite struct FormDocumentTests {
  private static let path = "/api/reviews/services/a/form"

  private struct Words: Decodable {
    let text: String
    let lang: String?
  }

  private struct Document: Decodable {
    struct Item: Decodable {
      struct Option: Decodable {
        let value: String
        let scores: [Int]?
      }
      let kind: String
      let label: Words
      let options: [Option]?
    }
    let lang: String
    let open: Bool
    let name: Words
    let questions: [Item]
    let words: [String: Words]
  }

  private func document(_ client: TestClient, _ query: String = "") throws -> Document {
    let answer = try client.get(Self.path + query)
    #expect(answer.status == 200)
    return try JSONDecoder().decode(Document.self, from: Data(answer.text.utf8))
  }

  @Test(
    "The question comes in the language asked for", arguments: Engine.allCases,
    [
      ("ja", "今回のご利用はいかがでしたか", "送信する"), ("en", "How was the service?", "Send"),
      ("zh-CN", "您对此次服务满意吗？", "提交"), ("ko", "이번 이용은 어떠셨습니까?", "보내기"),
      ("vi", "Bạn thấy dịch vụ lần này thế nào?", "Gửi"), ("ja-simple", "", "{送|おく}る"),
    ])
  func languages(engine: Engine, row: (tag: String, question: String, send: String)) throws {
    let client = try ReviewTenant(engine).withService().serve().client()
    let form = try document(client, "?lang=\(row.tag)")
    let question = try #require(form.questions.first)
    #expect(question.kind == "score")
    if !row.question.isEmpty { #expect(question.label.text == row.question) }
    #expect(form.words["send"]?.text == row.send)
    // Every word of ours is there in every language; the service's name is the tenant's.
    #expect(question.label.lang == nil)
    for (key, words) in form.words { #expect(words.lang == nil, "\(key)") }
    #expect(form.name.text == "窓口")
    #expect(form.name.lang == (row.tag == "ja" ? nil : "ja"))
  }

  @Test("A short set asks for score, reasons and words, in this order", arguments: Engine.allCases)
  func questions(engine: Engine) throws {
    let form = try document(ReviewTenant(engine).withService().serve().client())
    #expect(form.questions.map(\.kind) == ["score", "reasons", "comment"])
    #expect(form.questions[0].options?.map(\.value) == ["1", "2", "3", "4", "5"])
    #expect(form.questions[1].options?.contains { $0.value == "time" } == true)
    #expect(form.open)
  }

  @Test("A closed service says so and asks nothing", arguments: Engine.allCases)
  func closed(engine: Engine) throws {
    let client = try ReviewTenant(engine).withService(status: "closed").serve().client()
    let form = try document(client, "?lang=en")
    #expect(!form.open && form.questions.isEmpty)
    #expect(form.words["closed"]?.text == "This service takes no more reviews")
  }

  @Test(
    "Every ending has words of its own", arguments: Engine.allCases,
    [("refused", "審査の結果に影響"), ("error", "ご不便をおかけしました")])
  func endings(engine: Engine, row: (ending: String, words: String)) throws {
    let client = try ReviewTenant(engine).withService().serve().client()
    let form = try document(client, "?ending=\(row.ending)")
    #expect(form.words["intro"]?.text.contains(row.words) == true)
    let page = try client.get("/reviews/a/form?ending=\(row.ending)")
    #expect(page.text.contains(row.words))
    #expect(try document(client, "?ending=done").words["intro"] == nil)
    #expect(try document(client, "?ending=made-up").words["intro"] == nil)
  }

  @Test("Scripts of other origins may read it; no cookie comes with it", arguments: Engine.allCases)
  func crossOrigin(engine: Engine) throws {
    let client = try ReviewTenant(engine).withService().serve().client()
    for path in [Self.path + "?lang=en", "/reviews/widget.js"] {
      let answer = try client.get(
        path, headers: ["Origin": "https://www.city.example.jp", "Sec-Fetch-Site": "cross-site"])
      #expect(answer.status == 200)
      #expect(answer.headers["Access-Control-Allow-Origin"] == "*")
      #expect(answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin")
      #expect(answer.headers["Set-Cookie"] == nil)
    }
  }

  @Test(
    "An unknown service is a problem document", arguments: Engine.allCases, ["b", "A", "..%2Fa"])
  func unknown(engine: Engine, slug: String) throws {
    let client = try ReviewTenant(engine).withService().serve().client()
    let answer = try client.get("/api/reviews/services/\(slug)/form")
    #expect(answer.status == 404 || answer.status == 400)
  }

  @Test("The widget is a script of less than eight kilobytes on the way")
  func size() throws {
    let client = try ReviewTenant(.sqlite).withService().serve(.socket).client()
    let answer = try client.get("/reviews/widget.js", headers: ["Accept-Encoding": "gzip"])
    #expect(answer.headers["Content-Type"] == "text/javascript; charset=utf-8")
    #expect(answer.headers["Content-Encoding"] == "gzip")
    let size = try #require(answer.headers["Content-Length"].flatMap { Int($0) })
    #expect(1024..<8192 ~= size)
  }
}
