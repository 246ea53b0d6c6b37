import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@Suite struct AccountPagesTests {
  @Test(
    "An administrator adds an account and hands over a link that sets its password",
    arguments: Engine.allCases)
  func add(engine: Engine) throws {
    let bench = try StaffBench(engine)
    let answer = try bench.admin.post(
      "/staff/accounts", form: ["email": "Abe@City.Example.jp", "role": "editor"])
    #expect(answer.status == 200)
    #expect(answer.text.contains("abe@city.example.jp"))
    let link = try #require(answer.text.firstMatch(of: /\/staff\/password\/([\w-]{43})/)?.output.1)
    #expect(try bench.harness.client().get("/staff/password/\(link)").status == 200)
    #expect(try bench.tenant.accounts().map(\.role) == [.editor, .administrator])
    #expect(try bench.tenant.auditTrail() == ["tenant.account.added abe@city.example.jp"])
    #expect(!(try bench.admin.get("/staff/accounts").text.contains(link)))
  }

  @Test(
    "An account that cannot be added is refused with the reason, and what was entered is kept",
    arguments: Engine.allCases,
    [
      ("佐藤", "editor", "「name@example.lg.jp」の形式で入力してください。"),
      ("abe@city.example.jp", "", "役割を選択してください。"),
      ("abe@city.example.jp", "king", "役割を選択してください。"),
      ("sato@city.example.jp", "editor", "すでに登録されています。"),
    ])
  func refuse(engine: Engine, example: (email: String, role: String, message: String)) throws {
    let (email, role, message) = example
    let bench = try StaffBench(engine)
    let answer = try bench.admin.post("/staff/accounts", form: ["email": email, "role": role])
    #expect(answer.status == 422)
    #expect(answer.text.contains("error-summary"))
    #expect(answer.text.contains(message))
    #expect(answer.text.contains("value=\"\(email)\""))
    #expect(try bench.tenant.accounts().count == 1)
    #expect(try bench.tenant.auditTrail().isEmpty)
  }

  @Test("The last administrator can be neither disabled nor demoted", arguments: Engine.allCases)
  func lastAdministrator(engine: Engine) throws {
    let bench = try StaffBench(engine)
    let path = "/staff/accounts/\(bench.account.id)"
    for answer in [
      try bench.admin.post("\(path)/disable", form: [:]),
      try bench.admin.post("\(path)/role", form: ["role": "viewer"]),
    ] {
      #expect(answer.status == 422)
      #expect(answer.text.contains("最後の管理者です。"))
    }
    #expect(try bench.tenant.accounts() == [bench.account])
    #expect(try bench.tenant.auditTrail().isEmpty)
  }

  @Test(
    "Disabling an account ends its sessions at once; enabling does not bring them back",
    arguments: Engine.allCases)
  func disable(engine: Engine) throws {
    let bench = try StaffBench(engine)
    let abe = try bench.tenant.addAccount("abe@city.example.jp", .viewer)
    let client = try bench.harness.client(signedInAs: abe.id)
    #expect(try client.get("/staff").status == 200)
    #expect(try bench.admin.post("/staff/accounts/\(abe.id)/disable", form: [:]).status == 303)
    #expect(try client.get("/staff").status == 303)
    #expect(try bench.admin.post("/staff/accounts/\(abe.id)/link", form: [:]).status == 404)
    #expect(try bench.admin.post("/staff/accounts/\(abe.id)/enable", form: [:]).status == 303)
    #expect(try client.get("/staff").status == 303)
    #expect(
      try bench.tenant.auditTrail() == [
        "tenant.account.disabled abe@city.example.jp", "tenant.account.enabled abe@city.example.jp",
      ])
  }

  @Test("Another role holds from the next request on", arguments: Engine.allCases)
  func role(engine: Engine) throws {
    let bench = try StaffBench(engine)
    let abe = try bench.tenant.addAccount("abe@city.example.jp", .viewer)
    let client = try bench.harness.client(signedInAs: abe.id)
    #expect(try client.get("/staff/audit").status == 403)
    let path = "/staff/accounts/\(abe.id)/role"
    #expect(try bench.admin.post(path, form: ["role": "auditor"]).status == 303)
    #expect(try client.get("/staff/audit").status == 200)
    let details = try bench.tenant.entries().first?.content?.event.details
    #expect(details == ["from": "viewer", "to": "auditor"])
    #expect(try bench.admin.post(path, form: ["role": "king"]).status == 404)
  }

  @Test(
    "An account that does not exist is not found", arguments: Engine.allCases,
    ["role", "disable", "link"])
  func unknown(engine: Engine, action: String) throws {
    let bench = try StaffBench(engine)
    let id = UUIDv7(at: TestTenant.now)
    let form: KeyValuePairs = ["role": "viewer"]
    #expect(try bench.admin.post("/staff/accounts/\(id)/\(action)", form: form).status == 404)
    #expect(try bench.admin.post("/staff/accounts/1/\(action)", form: form).status == 404)
  }
}

@Suite struct TokenPagesTests {
  @Test(
    "A token is shown once, works, and stops working when it is revoked", arguments: Engine.allCases
  )
  func life(engine: Engine) throws {
    let bench = try StaffBench(engine)
    let made = try bench.admin.post(
      "/staff/tokens", form: ["name": "夜間バッチ", "scope": "notices:read"])
    #expect(made.status == 200)
    let secret = String(try #require(made.text.firstMatch(of: /yui_[\w-]{43}/)?.output))
    #expect(try bench.harness.client(token: secret).get("/api/notices").status == 200)
    let list = try bench.admin.get("/staff/tokens").text
    #expect(list.contains("夜間バッチ"))
    #expect(!list.contains(secret))
    let token = try #require(try bench.tenant.token(secret))
    #expect(try bench.admin.post("/staff/tokens/\(token.id)/revoke", form: [:]).status == 303)
    #expect(try bench.harness.client(token: secret).get("/api/notices").status == 401)
    #expect(try bench.admin.post("/staff/tokens/\(token.id)/revoke", form: [:]).status == 404)
    #expect(
      try bench.tenant.auditTrail() == [
        "tenant.token.created 夜間バッチ", "tenant.token.revoked 夜間バッチ",
      ])
    #expect(try !bench.tenant.holds(Array(secret.utf8)))
  }

  @Test(
    "A token without a purpose or with a scope that nobody knows is refused",
    arguments: Engine.allCases,
    [
      ("", "notices:read", "用途を80文字以内で入力してください。"),
      (String(repeating: "長", count: 81), "notices:read", "用途を80文字以内で入力してください。"),
      ("a", "", "許可する操作を選択してください。"), ("a", "notices:rule", "許可する操作を選択してください。"),
    ])
  func refuse(engine: Engine, example: (name: String, scope: String, message: String)) throws {
    let (name, scope, message) = example
    let bench = try StaffBench(engine)
    let answer = try bench.admin.post("/staff/tokens", form: ["name": name, "scope": scope])
    #expect(answer.status == 422)
    #expect(answer.text.contains(message))
    #expect(try bench.tenant.store.read { try TokenStore.all(in: $0) }.isEmpty)
  }
}

@Suite struct SessionPagesTests {
  @Test(
    "People see where they are signed in and end what should not be", arguments: Engine.allCases)
  func revoke(engine: Engine) throws {
    let bench = try StaffBench(engine)
    let other = try bench.harness.client(signedInAs: bench.account.id)
    let sessions = try bench.sessions()
    #expect(sessions.count == 2)
    #expect(try bench.admin.get("/staff/sessions").text.contains("この端末"))
    for session in sessions {
      let path = "/staff/sessions/\(session.id)/revoke"
      let page = try bench.admin.get("/staff/sessions").text
      guard page.contains(path) else { continue }
      #expect(try bench.admin.post(path, form: [:]).status == 303)
    }
    #expect(try other.get("/staff").status == 303)
    #expect(try bench.admin.get("/staff").status == 200)
  }

  @Test("Signing out everywhere else leaves this session alone", arguments: Engine.allCases)
  func revokeOthers(engine: Engine) throws {
    let bench = try StaffBench(engine)
    let others = try (1...3).map { _ in try bench.harness.client(signedInAs: bench.account.id) }
    #expect(try bench.admin.post("/staff/sessions/revoke-others", form: [:]).status == 303)
    #expect(try others.allSatisfy { try $0.get("/staff").status == 303 })
    #expect(try bench.admin.get("/staff").status == 200)
    #expect(try bench.tenant.entries().first?.content?.event.details == ["sessions": "3"])
  }

  @Test("Nobody ends another person's session", arguments: Engine.allCases)
  func foreign(engine: Engine) throws {
    let bench = try StaffBench(engine)
    let abe = try bench.tenant.addAccount("abe@city.example.jp", .viewer)
    let client = try bench.harness.client(signedInAs: abe.id)
    let session = try #require(try bench.sessions().first)
    #expect(try client.post("/staff/sessions/\(session.id)/revoke", form: [:]).status == 404)
    #expect(try bench.admin.get("/staff").status == 200)
  }
}

@Suite struct AuditPagesTests {
  @Test("The log is read page by page, the newest first", arguments: Engine.allCases)
  func pages(engine: Engine) throws {
    let bench = try StaffBench(engine)
    try bench.tenant.recordEntries(51)
    let first = try bench.admin.get("/staff/audit")
    #expect(first.text.contains("51件"))
    #expect(first.text.contains("before=1"))
    #expect(first.text.matches(of: /test\.thing\.changed/).count == 50)
    let second = try bench.admin.get("/staff/audit?before=1")
    #expect(second.text.matches(of: /test\.thing\.changed/).count == 1)
    #expect(!second.text.contains("before=0"))
    #expect(try bench.admin.get("/staff/audit?before=x").status == 400)
  }

  @Test("An erased entry keeps its place", arguments: Engine.allCases)
  func erased(engine: Engine) throws {
    let bench = try StaffBench(engine)
    try bench.tenant.recordEntries(2)
    _ = try bench.tenant.store.write { try AuditLog.eraseContents(before: 1, in: $0) }
    let page = try bench.admin.get("/staff/audit").text
    #expect(page.contains("（消去済み）"))
    #expect(page.matches(of: /test\.thing\.changed/).count == 1)
  }
}

/// A tenant with the example module, served, and its administrator signed in.
private struct StaffBench {
  let tenant: TestTenant
  let harness: SiteHarness
  let account: Account
  let admin: TestClient

  init(_ engine: Engine) throws {
    tenant = try TestTenant(engine, modules: [ExampleModule()])
    harness = try tenant.serve()
    account = try tenant.addAccount()
    admin = try harness.client(signedInAs: account.id)
  }

  func sessions() throws -> [Session] {
    try tenant.store.read {
      try SessionStore.sessions(of: account.id, now: TestTenant.now, in: $0)
    }
  }
}
