import Testing
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@Suite struct SignInTests {
  @Test("Who gives the right password is in", arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func signIn(engine: Engine, mode: SiteHarness.Mode) throws {
    let tenant = try TestTenant.withPassword(engine)
    let client = try tenant.serve(mode).client()
    let answer = try client.signIn(email: " SATO@city.example.jp ")
    #expect(answer.status == 303)
    #expect(answer.headers["Location"] == "/staff")
    let cookie = try #require(answer.headers["Set-Cookie"])
    #expect(cookie.hasPrefix("yui="))
    #expect(cookie.contains("; HttpOnly"))
    #expect(cookie.contains("; SameSite=Lax"))
    #expect(try client.get("/staff").status == 200)
    #expect(try tenant.auditTrail() == ["tenant.session.started"])
  }

  @Test("Every sign-in has a session of its own", arguments: Engine.allCases)
  func fresh(engine: Engine) throws {
    let harness = try TestTenant.withPassword(engine).serve()
    let first = harness.client()
    let second = harness.client()
    _ = try first.signIn()
    second.cookies = first.cookies
    _ = try second.signIn()
    #expect(first.cookies != second.cookies)
    #expect(try first.get("/staff").status == 200)
  }

  @Test("A refusal does not tell whether the account exists", arguments: Engine.allCases)
  func refused(engine: Engine) throws {
    let tenant = try TestTenant.withPassword(engine)
    let disabled = try tenant.addAccount("left@city.example.jp", .viewer, hash: referenceHash)
    try tenant.setEnabled(false, disabled)
    try tenant.addAccount("new@city.example.jp", .viewer)
    let harness = try tenant.serve()
    let attempts = [
      ("sato@city.example.jp", "wrong"), ("nobody@city.example.jp", "password"),
      ("left@city.example.jp", "password"), ("new@city.example.jp", "password"),
    ]
    for (email, password) in attempts {
      let client = harness.client()
      let answer = try client.signIn(email: email, password: password)
      #expect(answer.status == 401)
      #expect(answer.text.contains("メールアドレスまたはパスワードが正しくありません"))
      #expect(answer.text.contains(email))
      #expect(!answer.text.contains("value=\"\(password)\""))
      #expect(client.cookies.isEmpty)
    }
    #expect(try harness.client().signIn(email: "no address", password: "password").status == 401)
    #expect(try tenant.auditTrail().isEmpty)
  }

  @Test("After five failures even the right password has to wait", arguments: Engine.allCases)
  func throttled(engine: Engine) throws {
    let clock = ManualClock()
    let harness = try TestTenant.withPassword(engine).serve(clock: clock.clock)
    let client = harness.client()
    for _ in 1...5 { #expect(try client.signIn(password: "wrong").status == 401) }
    let answer = try client.signIn()
    #expect(answer.status == 429)
    #expect(answer.headers["Retry-After"] == "5")
    clock.advance(milliseconds: 4_999)
    #expect(try client.signIn().status == 429)
    clock.advance(milliseconds: 1)
    #expect(try client.signIn().status == 303)
  }

  @Test(
    "A form sent from another site is refused",
    arguments: Engine.allCases,
    [
      ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"],
      ["Origin": "https://evil.example"], ["Origin": "null"],
      ["Origin": "http://131016.localhost"],
    ])
  func foreignOrigin(engine: Engine, headers: [String: String]) throws {
    let client = try TestTenant.withPassword(engine).serve().client()
    #expect(try client.signIn(headers: headers).status == 403)
    #expect(client.cookies.isEmpty)
  }

  @Test(
    "Signing in leads back to what was asked for, on this site only",
    arguments: Engine.allCases,
    [
      ("/staff/accounts?lang=en", "/staff/accounts?lang=en"), ("", "/staff"),
      ("//evil.example", "/staff"), ("https://evil.example", "/staff"), ("/\\evil", "/staff"),
      ("staff", "/staff"), ("/staff\r\nSet-Cookie: a=b", "/staff"),
    ])
  func next(engine: Engine, example: (asked: String, location: String)) throws {
    let (asked, location) = example
    let client = try TestTenant.withPassword(engine).serve().client()
    #expect(try client.signIn(next: asked).headers["Location"] == location)
  }

  @Test("A wrong password does not forget what was asked for", arguments: Engine.allCases)
  func keptNext(engine: Engine) throws {
    let client = try TestTenant.withPassword(engine).serve().client()
    let answer = try client.signIn(password: "wrong", next: "/staff/audit")
    #expect(answer.status == 401)
    #expect(answer.text.contains(#"name="next" value="/staff/audit""#))
  }

  @Test(
    "Who is not signed in is sent to sign in, and told where to go on", arguments: Engine.allCases)
  func redirect(engine: Engine) throws {
    let client = try TestTenant(engine).serve().client()
    let answer = try client.get("/staff/accounts?lang=en")
    #expect(answer.status == 303)
    #expect(answer.headers["Location"] == "/staff/login?next=%2Fstaff%2Faccounts%3Flang%3Den")
    let page = try client.get("/staff/login?next=%2Fstaff%2Faccounts%3Flang%3Den")
    #expect(page.text.contains(#"value="/staff/accounts?lang=en""#))
  }

  @Test(
    "Signing out ends the session for good", arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func signOut(engine: Engine, mode: SiteHarness.Mode) throws {
    let client = try TestTenant.withPassword(engine).serve(mode).client()
    _ = try client.signIn()
    let kept = client.cookies
    let answer = try client.post("/staff/logout", form: [:])
    #expect(answer.status == 303)
    #expect(answer.headers["Clear-Site-Data"] == "\"cache\"")
    #expect(client.cookies.isEmpty)
    client.cookies = kept
    #expect(try client.get("/staff").status == 303)
  }

  @Test(
    "Staff sign in over https, or on the machine itself, and over no other http",
    arguments: Engine.allCases)
  func plainHTTP(engine: Engine) throws {
    let harness = try TestTenant.withPassword(engine).serve(.socket) { configuration in
      configuration.trustedProxies = [PeerAddress("127.0.0.1")].compactMap { $0 }
    }
    let client = harness.client()
    client.headers = ["X-Forwarded-For": "203.0.113.5", "X-Forwarded-Proto": "http"]
    #expect(try client.get("/staff/login").status == 403)
    let refused = try client.signIn()
    #expect(refused.status == 403)
    #expect(refused.text.contains("https"))
    #expect(client.cookies.isEmpty)
    client.headers["X-Forwarded-Proto"] = "https"
    let origin = "https://\(SiteHarness.host):\(harness.port)"
    let answer = try client.signIn(headers: ["Origin": origin])
    #expect(answer.status == 303)
    #expect(answer.headers["Set-Cookie"]?.hasPrefix("__Host-yui=") == true)
    #expect(answer.headers["Set-Cookie"]?.contains("; Secure") == true)
  }
}

@Suite struct PasswordPageTests {
  private let password = "correct horse battery staple"

  @Test(
    "A link sets a password once, signs in, and ends sessions elsewhere",
    arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func link(engine: Engine, mode: SiteHarness.Mode) throws {
    let tenant = try TestTenant(engine)
    let account = try tenant.addAccount()
    let harness = try tenant.serve(mode)
    let elsewhere = try harness.client(signedInAs: account.id)
    let link = try tenant.link(account)
    let client = harness.client()
    let page = try client.get("/staff/password/\(link)")
    #expect(page.status == 200)
    #expect(page.text.contains("sato@city.example.jp"))
    let answer = try client.post("/staff/password/\(link)", form: ["password": password])
    #expect(answer.status == 303)
    #expect(try client.get("/staff").status == 200)
    #expect(try elsewhere.get("/staff").status == 303)
    #expect(try tenant.auditTrail() == ["tenant.password.set"])

    #expect(try client.get("/staff/password/\(link)").status == 404)
    let again = try client.post("/staff/password/\(link)", form: ["password": "another passphrase"])
    #expect(again.status == 404)
    #expect(try harness.client().signIn(password: password).status == 303)
    #expect(try harness.client().signIn(password: "another passphrase").status == 401)
  }

  @Test(
    "A password that cannot be taken is refused with the reason, and the link still works",
    arguments: Engine.allCases)
  func bad(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    let link = try tenant.link(try tenant.addAccount())
    let client = try tenant.serve().client()
    let answer = try client.post("/staff/password/\(link)", form: ["password": "short"])
    #expect(answer.status == 422)
    #expect(answer.text.contains("パスワードは12文字以上で入力してください。"))
    #expect(!answer.text.contains("value=\"short\""))
    #expect(try client.post("/staff/password/\(link)", form: [:]).status == 422)
    #expect(try client.post("/staff/password/\(link)", form: ["password": password]).status == 303)
  }

  @Test(
    "A link that is over, of another text or of a disabled account shows nothing of anybody",
    arguments: Engine.allCases)
  func over(engine: Engine) throws {
    let clock = ManualClock()
    let tenant = try TestTenant(engine)
    try tenant.addAccount("mori@city.example.jp")
    let account = try tenant.addAccount()
    let client = try tenant.serve(clock: clock.clock).client()
    let link = try tenant.link(account)
    #expect(try client.get("/staff/password/AAAA").status == 404)
    clock.advance(milliseconds: 3 * 24 * 3_600_000)
    let page = try client.get("/staff/password/\(link)")
    #expect(page.status == 404)
    #expect(!page.text.contains("sato"))
  }

  @Test("A form sent from another site is refused", arguments: Engine.allCases)
  func foreignOrigin(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    let link = try tenant.link(try tenant.addAccount())
    let answer = try tenant.serve().client().post(
      "/staff/password/\(link)", form: ["password": password],
      headers: ["Sec-Fetch-Site": "cross-site"])
    #expect(answer.status == 403)
  }
}

/// The hash of "password" from the tests of argon2's reference implementation.
let referenceHash =
  "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"

extension TestTenant {
  /// A tenant whose one administrator has the password "password".
  static func withPassword(_ engine: Engine) throws -> TestTenant {
    let tenant = try TestTenant(engine)
    try tenant.addAccount(hash: referenceHash)
    return tenant
  }
}

extension TestClient {
  func signIn(
    email: String = "sato@city.example.jp", password: String = "password", next: String = "",
    headers: [String: String] = [:]
  ) throws -> TestResponse {
    try post(
      "/staff/login", form: ["email": email, "password": password, "next": next],
      headers: headers)
  }
}
