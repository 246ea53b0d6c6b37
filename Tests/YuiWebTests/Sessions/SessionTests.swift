import Testing
import YuiStorage
import YuiStorageTesting
import YuiText
import YuiWeb
import YuiWebTesting

@Suite("Sessions")
struct SessionTests {
  private static let routes: [Route] = [
    .post("/staff/login", access: .anyone) { context in
      try context.requireSafeSignIn()
      return { transaction in
        let cookie = try context.signIn(account: Staff.editor, in: transaction)
        return .redirect(to: "/staff").setting(cookie)
      }
    },
    .get("/staff", access: .signedIn) { context, _ in
      .text("\(context.principal?.name ?? "") \(context.antiForgeryToken != nil)")
    },
    .post("/staff/logout", access: .signedIn) { context in
      { transaction in .redirect(to: "/").setting(try context.signOut(in: transaction)) }
    },
  ]

  @Test("Signing in and out", arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func signInAndOut(engine: Engine, mode: SiteHarness.Mode) throws {
    let fixture = try Fixture(engine)
    let harness = try SiteHarness(
      mode, store: fixture.store, routes: Self.routes, authenticator: Staff())
    let client = harness.client()
    #expect(try client.get("/staff").status == 303)
    let signedIn = try client.post("/staff/login", form: [:])
    let cookie = try #require(signedIn.headers["Set-Cookie"])
    #expect(cookie.hasPrefix("yui="))
    #expect(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax"))
    #expect(!cookie.contains("Secure") && !cookie.contains("Max-Age"))
    let page = try client.get("/staff")
    #expect(page.text == "editor true")
    #expect(page.headers["Cache-Control"] == "no-store")
    let old = client.cookies
    #expect(try client.post("/staff/logout", form: [:]).status == 303)
    #expect(client.cookies["yui"] == nil)
    client.cookies = old
    #expect(try client.get("/staff").status == 303)
  }

  @Test(
    "Each sign-in has another token, and the store knows only its digest",
    arguments: Engine.allCases)
  func tokens(engine: Engine) throws {
    let fixture = try Fixture(engine)
    let harness = try SiteHarness(
      store: fixture.store, routes: Self.routes, authenticator: Staff())
    let tokens = try (0..<2).map { _ in
      let client = harness.client()
      _ = try client.post("/staff/login", form: [:])
      return try #require(client.cookies["yui"])
    }
    #expect(tokens[0] != tokens[1])
    #expect(tokens.allSatisfy { SecretToken($0)?.bytes.count == 32 })
    let stored = try fixture.store.read {
      try $0.all("SELECT token_hash FROM yui_sessions") { try $0.blob(0) }
    }
    #expect(stored.count == 2)
    for token in tokens {
      #expect(!stored.contains(try #require(SecretToken(token)).bytes))
    }
  }

  @Test(
    "A session ends eight hours after its last use and a week after its start",
    arguments: Engine.allCases)
  func lifetime(engine: Engine) throws {
    let fixture = try Fixture(engine)
    let time = MovableClock()
    let harness = try SiteHarness(
      store: fixture.store, routes: Self.routes, authenticator: Staff(), clock: time.clock)
    let client = harness.client()
    _ = try client.post("/staff/login", form: [:])
    var hours = 0
    while hours < 7 * 24 - 7 {
      time.advance(seconds: 7 * 3600)
      hours += 7
      #expect(try client.get("/staff").status == 200)
      // The use is noted behind the answer; this write comes after it.
      try fixture.store.write { _ in }
    }
    time.advance(seconds: 7 * 3600)
    #expect(try client.get("/staff").status == 303)

    let idle = harness.client()
    _ = try idle.post("/staff/login", form: [:])
    time.advance(seconds: 8 * 3600)
    #expect(try idle.get("/staff").status == 303)
  }

  @Test("Sessions can be listed and ended", arguments: Engine.allCases)
  func listAndRevoke(engine: Engine) throws {
    let fixture = try Fixture(engine)
    let time = MovableClock()
    let harness = try SiteHarness(
      store: fixture.store, routes: Self.routes, authenticator: Staff(), clock: time.clock)
    let clients = try (0..<3).map { _ in try harness.client(signedInAs: Staff.editor) }
    let now = time.clock.now()
    let listed = try fixture.store.read {
      try SessionStore.sessions(of: Staff.editor, now: now, in: $0)
    }
    #expect(listed.count == 3)
    let kept = listed[0].id
    let ended = try fixture.store.write {
      try SessionStore.revokeAll(of: Staff.editor, except: kept, in: $0)
    }
    #expect(ended == 2)
    #expect(try clients.count { try $0.get("/staff").status == 200 } == 1)
    let isOthers = try fixture.store.write {
      try SessionStore.revoke(kept, of: Staff.viewer, in: $0)
    }
    #expect(!isOthers)
    try fixture.store.write { _ = try SessionStore.revoke(kept, of: Staff.editor, in: $0) }
    #expect(try clients.count { try $0.get("/staff").status == 200 } == 0)
  }

  @Test(
    "Over https the cookie is bound to host and TLS; over other plain http there is none",
    arguments: Engine.allCases)
  func transport(engine: Engine) throws {
    let fixture = try Fixture(engine)
    let harness = try SiteHarness(
      .socket, store: fixture.store, routes: Self.routes, authenticator: Staff()
    ) { configuration in
      configuration.trustedProxies = [PeerAddress("127.0.0.1")].compactMap { $0 }
    }
    let proxied = ["X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"]
    let secure = try harness.client().post("/staff/login", form: [:], headers: proxied)
    let cookie = try #require(secure.headers["Set-Cookie"])
    #expect(cookie.hasPrefix("__Host-yui="))
    #expect(cookie.contains("; Secure") && cookie.contains("; Path=/"))
    let plain = try harness.client().post(
      "/staff/login", form: [:], headers: ["X-Forwarded-For": "203.0.113.9"])
    #expect(plain.status == 403)
    #expect(plain.headers["Set-Cookie"] == nil)
    #expect(plain.text.contains("https"))
  }
}
