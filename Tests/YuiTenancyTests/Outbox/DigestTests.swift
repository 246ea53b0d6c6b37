import Testing
import YuiHTML
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@Suite struct Digests {
  /// A module that tells which span it was asked for.
  struct Teller: Module {
    let identifier = "teller"
    let name = LocalizedText(ja: "語り", en: "Teller")
    let summary = LocalizedText(ja: "語ります。", en: "Tells.")
    let permissions = [
      ModulePermission(
        "teller:read", name: LocalizedText(ja: "聞く", en: "Listen"),
        roles: [.administrator, .viewer])
    ]
    let routes: [Route] = []
    let staffNavigation: [StaffNavigationItem] = []
    func staffSummary(_ context: RequestContext, _ snapshot: Snapshot) throws -> HTML { HTML() }
    let digests = [
      ModuleDigest(
        "news", title: LocalizedText(ja: "新しいこと", en: "News"), permission: "teller:read"
      ) { span, _ in
        DigestContent(
          subject: LocalizedText(ja: "新しいこと", en: "News"),
          lines: [
            .init(
              LocalizedText(
                ja: "\(span.lowerBound)から", en: "\(span.lowerBound) to \(span.upperBound)"),
              path: "/staff/teller")
          ], data: ["until": .string(span.upperBound.rfc3339)])
      }
    ]
  }

  static func run(_ tenant: TestTenant, at time: String) throws {
    let time = try #require(Timestamp(rfc3339: time))
    try DigestRun(of: [Teller()], siteName: "新宿区", address: "https://city.example.jp")
      .run(in: tenant.store, at: time)
  }

  static func letters(_ tenant: TestTenant) throws -> [OutboxMessage] {
    try Outboxes.waiting(tenant.store)
  }

  @Test("Who ordered a digest gets it each morning at seven, once", arguments: Engine.allCases)
  func daily(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [Teller()])
    let account = try tenant.addAccount("viewer@city.example.jp", .viewer)
    let client = try tenant.serve().client(signedInAs: account.id)
    #expect(try client.post("/staff/digests", form: ["teller.news": "daily"]).status == 303)
    #expect(
      try client.get("/staff/digests").text.contains(#"value="daily" checked"#))
    // 1 April 2026 is a Wednesday.
    try Self.run(tenant, at: "2026-04-01T06:59:00+09:00")
    try Self.run(tenant, at: "2026-04-01T07:00:00+09:00")
    try Self.run(tenant, at: "2026-04-01T12:00:00+09:00")
    let letters = try Self.letters(tenant)
    #expect(letters.map(\.target) == ["viewer@city.example.jp", "viewer@city.example.jp"])
    #expect(Set(letters.map(\.title)) == ["新宿区: 新しいこと"])
    let told = letters.map(\.body).sorted()
    let link = "\n  https://city.example.jp/staff/teller\n"
    #expect(told[0].contains("2026-03-29T22:00:00Z to 2026-03-30T22:00:00Z" + link))
    #expect(told[1].contains("2026-03-30T22:00:00Z to 2026-03-31T22:00:00Z" + link))
    #expect(try client.post("/staff/digests", form: ["teller.news": ""]).status == 303)
    try Self.run(tenant, at: "2026-04-02T07:00:00+09:00")
    #expect(try Self.letters(tenant).count == 2)
  }

  @Test("A weekly digest comes on Mondays and tells of seven days", arguments: Engine.allCases)
  func weekly(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [Teller()])
    _ = try Outboxes.hook(
      "https://elsewhere.example/", tenant.store, events: ["teller.news.weekly"])
    try Self.run(tenant, at: "2026-04-01T09:00:00+09:00")
    try Self.run(tenant, at: "2026-04-05T23:00:00+09:00")
    try Self.run(tenant, at: "2026-04-06T07:00:00+09:00")
    let told = try Self.letters(tenant).map(\.body).sorted()
    #expect(told.count == 2)
    #expect(told.first?.hasSuffix(#""data":{"until":"2026-03-29T22:00:00Z"}}"#) == true)
    #expect(told.last?.hasSuffix(#""data":{"until":"2026-04-05T22:00:00Z"}}"#) == true)
  }

  @Test("Who may no longer read it, or is gone, gets nothing", arguments: [true, false])
  func withdrawn(isDisabled: Bool) throws {
    let tenant = try TestTenant(.sqlite, modules: [Teller()])
    try tenant.addAccount()
    let account = try tenant.addAccount("viewer@city.example.jp", .viewer)
    let client = try tenant.serve().client(signedInAs: account.id)
    _ = try client.post("/staff/digests", form: ["teller.news": "daily"])
    try tenant.store.write { transaction in
      if isDisabled {
        try AccountStore.setEnabled(false, of: account, in: transaction)
      } else {
        try AccountStore.setRole(.auditor, of: account, in: transaction)
      }
    }
    try Self.run(tenant, at: "2026-04-01T07:00:00+09:00")
    #expect(try Self.letters(tenant) == [])
  }

  @Test("A digest that one may not read is not offered")
  func notOffered() throws {
    let tenant = try TestTenant(.sqlite, modules: [Teller()])
    let account = try tenant.addAccount("auditor@city.example.jp", .auditor)
    let client = try tenant.serve().client(signedInAs: account.id)
    #expect(try !client.get("/staff/digests").text.contains("teller.news"))
    _ = try client.post("/staff/digests", form: ["teller.news": "daily"])
    let orders = try tenant.store.read { snapshot in
      try snapshot.first("SELECT COUNT(*) FROM yui_digest_subscriptions") { try $0.int(0) }
    }
    #expect(orders == 0)
  }
}
