import TenantService
import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

/// Proves that a tenant is a wall where the host name alone decides, as it does in production.
@Suite struct TenantWallTests {
  @Test(
    "The host decides whose site answers; what is no tenant's is not found and names nobody",
    arguments: Engine.allCases)
  func hosts(engine: Engine) throws {
    let wall = try Wall(engine)
    #expect(try wall.get("/", host: "131041.localhost").text.contains("新宿区"))
    #expect(try wall.get("/", host: "131016.LOCALHOST:8080").text.contains("千代田区"))
    for host in ["131024.localhost", "localhost.", "新宿区", "x.131041.localhost"] {
      let answer = try wall.get("/", host: host)
      #expect(answer.status == 404 || answer.status == 400)
      #expect(!answer.text.contains("新宿区"))
      #expect(!answer.text.contains("千代田区"))
    }
  }

  @Test("A session and a token of one tenant are nothing at another", arguments: Engine.allCases)
  func credentials(engine: Engine) throws {
    let wall = try Wall(engine)
    let (session, secret) = try wall.administrator(of: "131041")
    let cookie = ["Cookie": "yui=\(session)"]
    let bearer = ["Authorization": "Bearer \(secret)"]
    #expect(try wall.get("/staff", host: "131041.localhost", headers: cookie).status == 200)
    #expect(try wall.get("/staff", host: "131016.localhost", headers: cookie).status == 303)
    let page = "/staff/audit"
    #expect(try wall.get(page, host: "131041.localhost", headers: bearer).status == 200)
    #expect(try wall.get(page, host: "131016.localhost", headers: bearer).status == 303)
  }

  @Test("Failed sign-ins at one tenant slow down nobody at another", arguments: Engine.allCases)
  func throttle(engine: Engine) throws {
    let wall = try Wall(engine)
    for key in ["131041", "131016"] { _ = try wall.administrator(of: key) }
    for _ in 1...5 { #expect(try wall.signIn(password: "wrong", at: "131041") == 401) }
    #expect(try wall.signIn(password: "password", at: "131041") == 429)
    #expect(try wall.signIn(password: "password", at: "131016") == 303)
  }

  @Test("What one tenant's residents say shows at no other", arguments: Engine.allCases)
  func data(engine: Engine) throws {
    let wall = try Wall(engine)
    try wall.deployment.site("131041").store.write { transaction in
      try transaction.execute(
        """
        INSERT INTO reviews_services
          (slug, kind, name_ja, name_en, department, channels, status, url)
        VALUES ('a', 'counter', '秘密の窓口', '', '', 'web', 'open', '')
        """)
      transaction.raisePublicVersion()
    }
    #expect(try wall.get("/reviews", host: "131041.localhost").text.contains("秘密の窓口"))
    #expect(!(try wall.get("/reviews", host: "131016.localhost").text.contains("秘密の窓口")))
    #expect(try wall.get("/reviews/a", host: "131041.localhost").status == 200)
    #expect(try wall.get("/reviews/a", host: "131016.localhost").status == 404)
  }

  @Test(
    "The portal shows the modules a tenant runs, and a module that is off is not there",
    arguments: Engine.allCases)
  func modules(engine: Engine) throws {
    let wall = try Wall(engine)
    #expect(try wall.get("/", host: "131016.localhost").text.contains("/reviews"))
    try wall.deployment.deployment.setModule("reviews", enabled: false, of: try TenantKey("131016"))
    try wall.sites.reload()
    #expect(!(try wall.get("/", host: "131016.localhost").text.contains("/reviews")))
    #expect(try wall.get("/reviews", host: "131016.localhost").status == 404)
    #expect(try wall.get("/reviews", host: "131041.localhost").status == 200)
  }
}

/// Both tenants behind one server.
private final class Wall {
  let deployment: TestDeployment
  let sites: TenantSites
  private let server: InProcessServer

  init(_ engine: Engine) throws {
    deployment = try TestDeployment(engine)
    sites = try TenantSites(deployment.deployment)
    var configuration = ServerConfiguration(listen: [])
    configuration.clock = .fixed(ReviewTenant.now)
    configuration.log = .none
    server = InProcessServer(configuration, sites: sites)
  }

  deinit { server.stop() }

  func get(
    _ path: String, host: String, headers: [String: String] = [:]
  ) throws -> (status: Int, text: String) {
    let fields = [(name: "Host", value: host)] + headers.map { (name: $0.key, value: $0.value) }
    let answer = try server.send(method: "GET", target: path, headers: fields)
    return (answer.status, String(decoding: answer.body, as: UTF8.self))
  }

  func signIn(password: String, at key: String) throws -> Int {
    let host = "\(key).localhost"
    return try server.send(
      method: "POST", target: "/staff/login",
      headers: [
        ("Host", host), ("Origin", "http://\(host)"),
        ("Content-Type", "application/x-www-form-urlencoded"),
      ], body: Array("email=sato%40city.example.jp&password=\(password)".utf8)
    ).status
  }

  func administrator(of key: String) throws -> (session: String, secret: String) {
    let email = try #require(EmailAddress("sato@city.example.jp"))
    return try deployment.site(key).store.write { transaction in
      let account = try AccountStore.add(
        email, role: .administrator, at: ReviewTenant.now, in: transaction)
      try AccountStore.setPasswordHash(hashOfPassword, of: account.id, in: transaction)
      let session = try SessionStore.begin(
        account: account.id, now: ReviewTenant.now, in: transaction)
      let token = try TokenStore.create(
        name: "t", scopes: [TenantPermission.audit], at: ReviewTenant.now, in: transaction)
      return (session.text, token.secret)
    }
  }
}
