import Testing
import YuiHTTPClient

extension Journeys {
  @Suite(.servedDemo) struct Demo {
    @Test("Tokyo's survey of its staff stands there as it was published")
    func survey() throws {
      var reader = try RunningServer.current.visitor("130001.localhost")
      let words = try reader.results("staff-survey-2020")
      #expect(words.contains("回答数 20,096 件"))
      #expect(words.contains("平均 2.4"))
      for (count, share) in [
        ("3,557", 18), ("7,274", 36), ("7,209", 36), ("1,712", 8), ("344", 2),
      ] {
        #expect(words.contains("\(count)件 \(share)%"))
      }
      let statistics = try reader.statistics("staff-survey-2020")
      #expect(statistics.responses == 20_096)
      #expect(statistics.distribution == ["1": 3557, "2": 7274, "3": 7209, "4": 1712, "5": 344])
      // (3557·1 + 7274·2 + 7209·3 + 1712·4 + 344·5) / 20096, to six places.
      #expect(abs(try #require(statistics.mean) - 2.403464) < 0.000001)
    }

    @Test("The first page links Tokyo and its 62 municipalities, and each of them answers")
    func hub() throws {
      let server = try RunningServer.current
      var reader = server.visitor("localhost")
      let links = Set(
        try reader.open("/").response.text.matches(of: #/http:\/\/(\d{6}\.localhost):\d+\//#)
          .map { String($0.output.1) })
      #expect(links.count == 63)
      for host in links {
        var visitor = server.visitor(host)
        #expect(try visitor.open("/reviews").status == 200)
      }
    }

    @Test("Sample services say plainly that they are samples")
    func samples() throws {
      var reader = try RunningServer.current.visitor()
      #expect(try reader.open("/reviews").words.contains("見本"))
    }

    @Test("A second start finds its data and its password")
    func secondStart() throws {
      let server = try RunningServer.current
      let first = String(
        decoding: try Deployment.bytes(of: "\(server.deployment.folder)/first-start"),
        as: UTF8.self)
      #expect(first.contains("63 demo tenants were made"))
      #expect(!server.process.errors.contains("were made"))
      let password = try #require(Self.password(in: first))
      #expect(Self.password(in: server.process.errors) == password)
      var staff = server.visitor()
      #expect(try staff.signIn("demo@example.lg.jp", password).status == 303)
    }

    @Test("A host that nobody has is a 404 that names no tenant")
    func unknownHost() throws {
      let server = try RunningServer.current
      for host in ["nobody.example", "131042.localhost", "131041.localhost.example"] {
        let answer = try HTTPClient().send(
          HTTPClientRequest(
            "GET", "http://127.0.0.1:\(server.port)/", headers: [HTTPClientHeader("Host", host)]))
        #expect(answer.status == 404)
        #expect(!answer.text.contains("新宿") && !answer.text.contains("東京"))
      }
    }

    private static func password(in words: String) -> String? {
      words.split(separator: "demo@example.lg.jp").last?
        .split(whereSeparator: \.isWhitespace).first.map(String.init)
    }
  }
}
