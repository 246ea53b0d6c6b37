import Testing
import YuiStorage
import YuiStorageTesting
import YuiWeb
import YuiWebTesting

@Suite("Who may call what")
struct AccessTests {
  enum Caller: String, CaseIterable, Sendable {
    case anonymous, viewer, editor, readerToken, writerToken, unknownToken
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let caller: Caller
    let path: String
    let status: Int

    var testDescription: String { "\(caller.rawValue) → \(path): \(status)" }
  }

  static let routes: [Route] = ["", "/api"].flatMap { prefix -> [Route] in
    [
      .get("\(prefix)/anyone", access: .anyone) { context, _ in
        .text(context.principal?.name ?? "nobody")
      },
      .get("\(prefix)/more", access: .anyoneSeesMore("notes:read")) { context, _ in
        .text(context.may("notes:read") ? "more" : "less")
      },
      .get("\(prefix)/signed-in", access: .signedIn) { _, _ in .text("in") },
      .get("\(prefix)/write", access: .permission("notes:write")) { _, _ in .text("write") },
    ]
  }

  static let cases: [Case] = {
    let table: [(Caller, [String: Int])] = [
      (.anonymous, ["/anyone": 200, "/more": 200, "/signed-in": 303, "/write": 303]),
      (.viewer, ["/anyone": 200, "/more": 200, "/signed-in": 200, "/write": 403]),
      (.editor, ["/anyone": 200, "/more": 200, "/signed-in": 200, "/write": 200]),
      (.readerToken, ["/anyone": 200, "/more": 200, "/signed-in": 200, "/write": 403]),
      (.writerToken, ["/anyone": 200, "/more": 200, "/signed-in": 200, "/write": 200]),
      (.unknownToken, ["/anyone": 200, "/more": 401, "/signed-in": 401, "/write": 401]),
    ]
    return table.flatMap { caller, paths in
      paths.flatMap { path, status in
        [
          Case(caller: caller, path: "/api\(path)", status: status == 303 ? 401 : status),
          // Pages send people who show nothing valid to the sign-in page.
          Case(caller: caller, path: path, status: status == 401 ? 303 : status),
        ]
      }
    }
  }()

  @Test("Every caller gets what their permissions say", arguments: Engine.allCases, cases)
  func matrix(engine: Engine, row: Case) throws {
    let fixture = try Fixture(engine)
    let harness = try SiteHarness(
      store: fixture.store, routes: Self.routes, authenticator: Staff())
    let client = try Self.client(row.caller, harness, isAPI: row.path.hasPrefix("/api"))
    let answer = try client.get(row.path)
    #expect(answer.status == row.status)
    if row.status == 401 {
      #expect(answer.headers["WWW-Authenticate"]?.hasPrefix("Bearer") == true)
      #expect(answer.headers["Content-Type"] == "application/problem+json")
    }
    if row.status == 303 {
      #expect(
        answer.headers["Location"]
          == "/staff/login?next=\(row.path.replacing("/", with: "%2F"))")
    }
  }

  private static func client(
    _ caller: Caller, _ harness: SiteHarness, isAPI: Bool
  ) throws
    -> TestClient
  {
    switch caller {
    case .anonymous: return harness.client()
    case .readerToken: return harness.client(token: "reader")
    case .writerToken: return harness.client(token: "writer")
    case .unknownToken: return harness.client(token: "nonsense")
    case .viewer, .editor:
      let client = try harness.client(
        signedInAs: caller == .viewer ? Staff.viewer : Staff.editor)
      if isAPI { client.headers["X-Yui-Token"] = client.antiForgeryToken }
      return client
    }
  }

  @Test(
    "Who may see more does, and nobody's cookie is looked at where anybody may call",
    arguments: Engine.allCases)
  func seesMore(engine: Engine) throws {
    let fixture = try Fixture(engine)
    let harness = try SiteHarness(
      store: fixture.store, routes: Self.routes, authenticator: Staff())
    #expect(try harness.client().get("/more").text == "less")
    #expect(try harness.client(token: "reader").get("/api/more").text == "more")
    #expect(try harness.client(token: "writer").get("/api/more").text == "less")
    let viewer = try harness.client(signedInAs: Staff.viewer)
    #expect(try viewer.get("/more").text == "more")
    #expect(try viewer.get("/anyone").text == "nobody")
  }

  @Test("The API takes a cookie only together with the token header", arguments: Engine.allCases)
  func cookieOnAPI(engine: Engine) throws {
    let fixture = try Fixture(engine)
    let harness = try SiteHarness(
      store: fixture.store, routes: Self.routes, authenticator: Staff())
    let client = try harness.client(signedInAs: Staff.editor)
    #expect(try client.get("/api/write").status == 401)
    client.headers["X-Yui-Token"] = "wrong"
    #expect(try client.get("/api/write").status == 401)
    client.headers["X-Yui-Token"] = client.antiForgeryToken
    #expect(try client.get("/api/write").status == 200)
  }

  @Test("An account that is gone is nobody, though its session lives", arguments: Engine.allCases)
  func accountGone(engine: Engine) throws {
    let fixture = try Fixture(engine)
    let harness = try SiteHarness(
      store: fixture.store, routes: Self.routes, authenticator: NoAuthenticator())
    #expect(try harness.client(signedInAs: Staff.editor).get("/signed-in").status == 303)
  }
}
