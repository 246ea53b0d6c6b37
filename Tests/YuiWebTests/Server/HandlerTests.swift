import Testing
import YuiStorage
import YuiStorageTesting
import YuiText
import YuiWeb
import YuiWebTesting

@Suite("Handlers")
struct HandlerTests {
  private struct Mistake: Error { let secret = "personal" }

  private static let routes: [Route] = [
    .post("/notes", access: .anyone) { context in
      guard let text = try context.request.form().first("text"), !text.isEmpty else {
        throw HTTPProblem.invalid([
          HTTPProblem.InvalidField("text", LocalizedText(ja: "本文がありません。", en: "There is no text."))
        ])
      }
      return { transaction in
        try transaction.execute("INSERT INTO notes (text) VALUES (\(text))")
        if text == "refused" { throw Refusal(.text("shown again", status: 422)) }
        if text == "mistake" { throw Mistake() }
        return .redirect(to: "/notes/\(text)")
      }
    },
    .get(
      "/audited", access: .anyone,
      auditedRead: { _, _ in
        AuditedResponse(.text("looked")) { transaction in
          try transaction.execute("INSERT INTO notes (text) VALUES ('audit')")
        }
      }),
    .get(
      "/audit-fails", access: .anyone,
      auditedRead: { _, _ in
        AuditedResponse(.text("looked")) { transaction in
          try transaction.execute("INSERT INTO notes (text) VALUES ('bad')")
        }
      }),
    .get("/broken", access: .anyone) { _, _ in throw Mistake() },
  ]

  @Test(
    "A change is answered after it is saved", arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func saved(engine: Engine, mode: SiteHarness.Mode) throws {
    let fixture = try Fixture(engine)
    let client = try SiteHarness(mode, store: fixture.store, routes: Self.routes).client()
    let answer = try client.post("/notes", form: ["text": "a/b 区"])
    #expect(answer.status == 303)
    #expect(answer.headers["Location"] == "/notes/a%2Fb%20%E5%8C%BA")
    #expect(try fixture.noteCount() == 1)
  }

  @Test(
    "A refused change leaves nothing behind",
    arguments: Engine.allCases, [("", 422), ("bad", 409), ("refused", 422), ("mistake", 500)])
  func refused(engine: Engine, example: (text: String, status: Int)) throws {
    let (text, status) = example
    let fixture = try Fixture(engine)
    let client = try SiteHarness(store: fixture.store, routes: Self.routes).client()
    let answer = try client.post("/notes", form: ["text": text])
    #expect(answer.status == status)
    #expect(!answer.text.contains("personal"))
    #expect(try fixture.noteCount() == 0)
  }

  @Test("What is looked at is told only once the look is recorded", arguments: Engine.allCases)
  func audited(engine: Engine) throws {
    let fixture = try Fixture(engine)
    let client = try SiteHarness(store: fixture.store, routes: Self.routes).client()
    #expect(try client.get("/audited").text == "looked")
    #expect(try fixture.noteCount() == 1)
    let failed = try client.get("/audit-fails")
    #expect(failed.status == 409)
    #expect(!failed.text.contains("looked"))
  }

  @Test(
    "A mistake of ours is a bare 500, named in the log without what it held",
    arguments: Engine.allCases)
  func mistake(engine: Engine) throws {
    let fixture = try Fixture(engine)
    let lines = LogLines()
    let harness = try SiteHarness(.socket, store: fixture.store, routes: Self.routes) {
      $0.log = .lines { lines.add($0) }
    }
    let answer = try harness.client().get("/broken", headers: ["Accept": "application/json"])
    harness.stop()
    #expect(answer.status == 500)
    #expect(!answer.text.contains("detail"))
    #expect(lines.text.contains(#""level":"error","message":"/broken: Mistake""#))
    #expect(!lines.text.contains("personal"))
  }

  @Test(
    "A problem is a document for programs, with the id that the log names",
    arguments: Engine.allCases)
  func document(engine: Engine) throws {
    struct Problem: Decodable {
      let type: String
      let title: String
      let status: Int
      let requestId: String
      let errors: [[String: String]]?
    }
    let fixture = try Fixture(engine)
    let client = try SiteHarness(store: fixture.store, routes: Self.routes).client()
    let answer = try client.post(
      "/notes", form: [:], headers: ["Accept": "application/json", "Accept-Language": "en"])
    let problem = try answer.json(as: Problem.self)
    #expect(answer.headers["Content-Type"] == "application/problem+json")
    #expect(problem.status == 422)
    #expect(problem.type == "about:blank")
    #expect(problem.title == "There is a problem with the input")
    #expect(problem.errors == [["field": "text", "message": "There is no text."]])
    #expect(problem.requestId == answer.headers["X-Request-Id"])
  }
}
