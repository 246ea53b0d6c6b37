import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@Suite struct WebhookPagesTests {
  @Test("A webhook's secret is shown once, and never again", arguments: Engine.allCases)
  func secret(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [Digests.Teller()])
    let client = try tenant.serve().client(signedInAs: try tenant.addAccount().id)
    let made = try client.post(
      "/staff/webhooks",
      form: ["url": "https://elsewhere.example/hook", "events": "teller.news.daily"])
    let hook = try #require(try tenant.store.read { try WebhookStore.all(in: $0) }.first)
    #expect(made.status == 200 && made.text.contains(hook.secret))
    // 32 bytes in Base64 have 44 characters.
    #expect(hook.secret.hasPrefix("whsec_") && hook.secret.utf8.count == 50)
    let list = try client.get("/staff/webhooks").text
    #expect(list.contains("https://elsewhere.example/hook") && !list.contains("whsec_"))
    #expect(try tenant.auditTrail().last == "tenant.webhook.added https://elsewhere.example/hook")
    #expect(try !tenant.auditTrail().joined().contains("whsec_"))
  }

  @Test("A test is sent at once, and what waits goes with its webhook", arguments: Engine.allCases)
  func test(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [Digests.Teller()])
    let client = try tenant.serve().client(signedInAs: try tenant.addAccount().id)
    let hook = try Outboxes.hook("https://elsewhere.example/hook", tenant.store)
    #expect(try client.post("/staff/webhooks/\(hook.id)/test", form: [:]).status == 303)
    let page = try client.get("/staff/outbox").text
    #expect(page.contains("webhook.test") && page.contains("https://elsewhere.example/hook"))
    #expect(try client.post("/staff/webhooks/\(hook.id)/delete", form: [:]).status == 303)
    #expect(try Outboxes.waiting(tenant.store) == [])
    #expect(try client.post("/staff/webhooks/\(hook.id)/test", form: [:]).status == 404)
  }

  @Test("What was given up is sent again, or dropped, by hand", arguments: Engine.allCases)
  func retry(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [Digests.Teller()])
    let client = try tenant.serve().client(signedInAs: try tenant.addAccount().id)
    _ = try Outboxes.hook("http://10.0.0.1/hook", tenant.store)
    try tenant.store.write { transaction in
      try Outbox.event("notices.put", data: .null, at: TestTenant.now, in: transaction)
    }
    _ = try OutboxDelivery(Courier()).run(in: tenant.store, clock: .fixed(TestTenant.now))
    let failed = try #require(try Outboxes.failed(tenant.store).first)
    #expect(try client.get("/staff/outbox").text.contains("private networks"))
    #expect(try client.post("/staff/outbox/\(failed.id)/retry", form: [:]).status == 303)
    #expect(try Outboxes.waiting(tenant.store).map(\.attempts) == [0])
    #expect(try client.post("/staff/outbox/\(failed.id)/delete", form: [:]).status == 303)
    #expect(try Outboxes.waiting(tenant.store) == [])
  }

  @Test(
    "What is no address, or nothing to tell, is refused",
    arguments: [
      ("ftp://elsewhere.example/", "teller.news.daily"), ("https://", "no.such.event"),
      ("https://name:word@elsewhere.example/", "teller.news.daily"), ("", "teller.news.daily"),
      ("http://elsewhere.example/", "teller.news.daily"),
    ])
  func refused(url: String, event: String) throws {
    let tenant = try TestTenant(.sqlite, modules: [Digests.Teller()])
    let client = try tenant.serve().client(signedInAs: try tenant.addAccount().id)
    let answer = try client.post("/staff/webhooks", form: ["url": url, "events": event])
    #expect(answer.status == 422)
    #expect(try tenant.store.read { try WebhookStore.all(in: $0) } == [])
  }

  @Test(
    "An address of this machine or a private network is refused with words, unless it is allowed",
    arguments: [
      "https://10.0.0.1/hook", "https://127.1/hook", "https://0x7f000001/", "https://[::1]:8443/",
      "https://localhost/hook", "https://169.254.169.254/",
    ])
  func privateAddress(url: String) throws {
    let tenant = try TestTenant(.sqlite, modules: [Digests.Teller()])
    let account = try tenant.addAccount().id
    func answer(_ staff: StaffRoutes) throws -> TestResponse {
      try tenant.serve(staff: staff).client(signedInAs: account).post(
        "/staff/webhooks", form: ["url": url, "events": "teller.news.daily"])
    }
    let refused = try answer(StaffRoutes())
    #expect(refused.status == 422 && refused.text.contains("インターネットのアドレスを入力してください。"))
    #expect(try answer(StaffRoutes(reachesPrivateAddresses: true)).status == 200)
  }
}
