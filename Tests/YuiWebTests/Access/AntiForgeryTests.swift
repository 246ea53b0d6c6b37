import Testing
import YuiStorageTesting
import YuiWeb
import YuiWebTesting

@Suite("Forged requests")
struct AntiForgeryTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let headers: [String: String]
    let includesToken: Bool
    let status: Int

    var testDescription: String { name }

    init(_ name: String, _ status: Int, _ headers: [String: String], includesToken: Bool = true) {
      self.name = name
      self.status = status
      self.headers = headers
      self.includesToken = includesToken
    }
  }

  // An empty value leaves the field out.
  static let cases: [Case] = [
    Case("from a page of this site", 204, ["Sec-Fetch-Site": "same-origin"]),
    Case(
      "with the origin alone", 204,
      ["Sec-Fetch-Site": "", "Origin": "http://\(SiteHarness.host)"]),
    Case("typed in by the person", 204, ["Sec-Fetch-Site": "none", "Origin": ""]),
    Case("from another site", 403, ["Sec-Fetch-Site": "cross-site"]),
    Case("from a sibling tenant", 403, ["Sec-Fetch-Site": "same-site"]),
    Case("with another origin", 403, ["Origin": "http://131016.localhost"]),
    Case("with the origin over https", 403, ["Origin": "https://\(SiteHarness.host)"]),
    Case("with the origin null", 403, ["Origin": "null"]),
    Case("from nowhere", 403, ["Sec-Fetch-Site": "", "Origin": ""]),
    Case("without the token", 403, [:], includesToken: false),
    Case("with another token", 403, ["X-Yui-Token": "AAAA"], includesToken: false),
  ]

  static let routes: [Route] = [
    .post("/staff/notes", access: .permission("notes:write")) { _ in { _ in .noContent } },
    .post("/reviews", access: .anyone) { _ in { _ in .noContent } },
    .post("/api/notes", access: .permission("notes:write")) { _ in { _ in .noContent } },
  ]

  @Test(
    "A signed-in person's form is taken only from a page of this site", arguments: Engine.allCases,
    cases)
  func forms(engine: Engine, row: Case) throws {
    let fixture = try Fixture(engine)
    let harness = try SiteHarness(
      store: fixture.store, routes: Self.routes, authenticator: Staff())
    let client = try harness.client(signedInAs: Staff.editor)
    var headers = row.headers
    // The client adds an origin by itself only where nothing is said of where it comes from.
    if headers["Origin"] == nil { headers["Origin"] = "http://\(SiteHarness.host)" }
    if headers["Sec-Fetch-Site"] == nil { headers["Sec-Fetch-Site"] = "same-origin" }
    let answer = try client.post(
      "/staff/notes", form: ["text": "a"], includesToken: row.includesToken, headers: headers)
    #expect(answer.status == row.status)
  }

  @Test("The token of another session is worth nothing", arguments: Engine.allCases)
  func otherSession(engine: Engine) throws {
    let fixture = try Fixture(engine)
    let harness = try SiteHarness(
      store: fixture.store, routes: Self.routes, authenticator: Staff())
    let client = try harness.client(signedInAs: Staff.editor)
    let other = try harness.client(signedInAs: Staff.viewer)
    let answer = try client.post(
      "/staff/notes", form: ["_token": try #require(other.antiForgeryToken)], includesToken: false)
    #expect(answer.status == 403)
  }

  @Test(
    "A form with a file carries its token too", arguments: Engine.allCases,
    SiteHarness.Mode.allCases)
  func multipart(engine: Engine, mode: SiteHarness.Mode) throws {
    let fixture = try Fixture(engine)
    let harness = try SiteHarness(
      mode, store: fixture.store, routes: Self.routes, authenticator: Staff())
    let client = try harness.client(signedInAs: Staff.editor)
    let answer = try client.post(
      "/staff/notes", form: ["text": "a"], file: "upload", named: "a.csv", content: [1, 2, 3])
    #expect(answer.status == 204)
  }

  @Test("Public forms and bearer tokens need none of it", arguments: Engine.allCases)
  func notNeeded(engine: Engine) throws {
    let fixture = try Fixture(engine)
    let harness = try SiteHarness(
      store: fixture.store, routes: Self.routes, authenticator: Staff())
    let foreign = ["Sec-Fetch-Site": "cross-site", "Origin": "https://www.city.example.jp"]
    #expect(try harness.client().post("/reviews", form: [:], headers: foreign).status == 204)
    let program = harness.client(token: "writer")
    #expect(try program.post("/api/notes", json: "{}", headers: foreign).status == 204)
  }

  @Test("The token is the base64url of SHA-256 over a label and the session's token")
  func derivation() throws {
    // printf 'yui anti-forgery' + 32 zero bytes | sha256sum | xxd -r -p | basenc --base64url
    let session = try #require(SecretToken(String(repeating: "A", count: 43)))
    #expect(AntiForgery.token(for: session) == "qwwvyP15vAIhwcwimJLrdun1h04ydGzXNpYM8sxTM2w")
  }
}
