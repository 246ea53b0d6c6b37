import Testing
import YuiHTTPClient

extension Journeys {
  @Suite(.servedTenant) struct Residents {
    @Test("A rating moves the results page and the statistics at once")
    func rating() throws {
      var resident = try RunningServer.current.visitor()
      let form = try resident.open("/reviews/general-counter/form")
      #expect(form.status == 200)
      #expect(form.token == nil, "a public form carries no token and stays cacheable")

      for _ in 1...9 { try resident.rate("general-counter", 3) }
      #expect(try resident.results("general-counter").contains("回答が10件集まると結果を公表します"))
      let few = try resident.statistics("general-counter")
      #expect(few.suppressed && few.responses == nil && few.mean == nil)

      try resident.rate("general-counter", 5)
      let words = try resident.results("general-counter")
      #expect(words.contains("回答数 10 件"))
      #expect(words.contains("平均 3.2"))
      #expect(words.contains("満足（4・5） 10 %"))
      let statistics = try resident.statistics("general-counter")
      #expect(!statistics.suppressed && statistics.responses == 10 && statistics.mean == 3.2)
      #expect(statistics.distribution == ["1": 0, "2": 0, "3": 9, "4": 0, "5": 1])
    }

    @Test("After sending, the page says thanks under an address that can be reloaded")
    func thanks() throws {
      var resident = try RunningServer.current.visitor()
      let sent = try resident.send([("score", "4")], to: "/reviews/residence-certificate/form")
      #expect(sent.status == 303)
      let thanks = try resident.open(try #require(sent.location))
      #expect(thanks.words.contains("評価を受け付けました"))
    }

    @Test(
      "A form with a mistake comes back with what was entered, and saves nothing",
      arguments: [
        [("score", "0")], [("score", "6")], [("score", "5.5")], [("score", "")],
        [("comment", "ありがとうございます")], [("score", "5"), ("reasons", "a;b")],
        [("score", "5"), ("comment", String(repeating: "あ", count: 1001))],
        [("score", "5"), ("channel", "pigeon")],
        [("score", "5"), ("place", String(repeating: "x", count: 41))],
      ])
    func mistake(fields: [(String, String)]) throws {
      var resident = try RunningServer.current.visitor()
      let before = try resident.countedResponses
      let answer = try resident.send(fields, to: "/reviews/residence-certificate/form")
      #expect(answer.status == 422)
      #expect(answer.words.contains("入力内容に誤りがあります"))
      for (name, text) in fields where name == "comment" {
        #expect(answer.response.text.contains(text))
      }
      #expect(try resident.countedResponses == before)
    }

    @Test(
      "What is no form at all gets a clear answer, and saves nothing",
      arguments: [
        ("score=5&comment=%ED%A0%80", 400), ("score=5&comment=%FF", 400),
        ("score=5&comment=a%00b", 400),
        ("score=5&comment=" + String(repeating: "a", count: 10_000_000), 413),
      ])
    func notAForm(body: String, status: Int) throws {
      let resident = try RunningServer.current.visitor()
      let before = try resident.countedResponses
      let response = try HTTPClient().send(
        HTTPClientRequest(
          "POST", resident.site + "/reviews/residence-certificate/form",
          headers: [HTTPClientHeader("Content-Type", "application/x-www-form-urlencoded")],
          body: Array(body.utf8)))
      #expect(response.status == status)
      #expect(try resident.countedResponses == before)
    }

    @Test(
      "The API refuses what is no response, names the property, and saves nothing",
      arguments: [
        (#"{"score":0}"#, 422), (#"{"score":6}"#, 422), (#"{"score":5.5}"#, 422),
        (#"{"score":"5"}"#, 422), (#"{}"#, 422), (#"{"score":5"#, 400),
        (#"{"score":5,"channel":"pigeon"}"#, 422), (#"{"score":5,"comment":"\u0000"}"#, 400),
        (#"{"score":5,"comment":"\ud800"}"#, 400),
      ])
    func badDocument(body: String, status: Int) throws {
      let resident = try RunningServer.current.visitor()
      let before = try resident.countedResponses
      let answer = try resident.callAPI(
        "/api/reviews/services/residence-certificate/responses", body)
      #expect(answer.status == status)
      #expect(answer.header("Content-Type")?.hasPrefix("application/problem+json") == true)
      #expect(try resident.countedResponses == before)
    }

    @Test("A program's response is created once for an idempotency key, at an address of its own")
    func program() throws {
      let resident = try RunningServer.current.visitor()
      let path = "/api/reviews/services/residence-certificate/responses"
      let body =
        #"{"score":5,"reasons":["time"],"comment":"早い","channel":"kiosk","place":"window-3"}"#
      let key = HTTPClientHeader("Idempotency-Key", "journey-1")
      let first = try resident.callAPI(path, body, [key])
      let second = try resident.callAPI(path, body, [key])
      #expect(first.status == 201)
      #expect(second.header("Location") == first.header("Location"))
      #expect(try #require(first.header("Location")).hasPrefix(path + "/"))
      #expect(first.text == second.text)
    }

    @Test(
      "A host that nobody has is a 404 that names no tenant", arguments: ["nobody.example", ""])
    func unknownHost(host: String) throws {
      let server = try RunningServer.current
      let answer = try HTTPClient().send(
        HTTPClientRequest(
          "GET", "http://127.0.0.1:\(server.port)/reviews",
          headers: [HTTPClientHeader("Host", host)]))
      #expect(host.isEmpty ? [400, 404].contains(answer.status) : answer.status == 404)
      #expect(!answer.text.contains("新宿") && !answer.text.contains(Shinjuku.key))
    }
  }
}
