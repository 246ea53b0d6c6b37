import Testing
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@Suite struct PartnerTests {
  private func partner(
    _ engine: Engine, _ mode: SiteHarness.Mode = .inProcess, next: String = ""
  ) throws -> (TestTenant, TestClient, TestResponse) {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    try tenant.addAccount("plan@carrier.example.jp", .partner, hash: referenceHash)
    let client = try tenant.serve(mode).client()
    let answer = try client.signIn(email: "plan@carrier.example.jp", next: next)
    return (tenant, client, answer)
  }

  @Test(
    "A partner signs in as everybody does, and is never led to a staff page",
    arguments: Engine.allCases)
  func signIn(engine: Engine) throws {
    let targets = [
      ("", "/"), ("/staff", "/"), ("/staff/accounts", "/"), ("/staff?lang=en", "/"),
      ("/notices", "/notices"),
    ]
    for (next, target) in targets {
      let (_, _, answer) = try partner(engine, next: next)
      #expect(answer.status == 303 && answer.headers["Location"] == target)
    }
  }

  @Test(
    "No page for which staff signs in is open to a partner, but the way out",
    arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func walls(engine: Engine, mode: SiteHarness.Mode) throws {
    let (tenant, client, _) = try partner(engine, mode)
    let routes = tenant.modules.flatMap(\.routes) + StaffRoutes().routes(for: tenant.modules)
    for route in routes where route.method == .get {
      guard case .permission = route.access else { continue }
      let path = route.path.replacing("{id}", with: "0190163d-8694-739b-aea5-966c26f8ad91")
        .replacing("{dataset}", with: "notices").replacing("{module}", with: "notices")
      // The API takes no cookie alone.
      let refusal = route.path.hasPrefix("/api/") ? 401 : 403
      #expect(try client.get(path).status == refusal, "\(route.path)")
    }
    let open = routes.filter { $0.access == .signedIn }.map(\.path)
    #expect(open == ["/staff/logout"])
  }

  @Test("A partner begins on the first page that a module offers", arguments: Engine.allCases)
  func home(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    try tenant.addAccount("plan@carrier.example.jp", .partner, hash: referenceHash)
    let title = LocalizedText(ja: "申請", en: "Applications")
    let site = Site(
      key: "131041", name: LocalizedText(ja: "新宿区", en: ""),
      publicURL: "http://131041.localhost", store: tenant.store,
      routes: StaffRoutes().routes(for: []), authenticator: TenantAuthenticator(modules: []),
      navigation: [
        Site.NavigationItem(title, path: "/permits"),
        Site.NavigationItem(title, path: "/staff/permits", permission: "permits:read"),
        Site.NavigationItem(title, path: "/permits/mine", permission: "permits:apply"),
      ])
    var configuration = ServerConfiguration(listen: [])
    configuration.clock = .fixed(TestTenant.now)
    configuration.log = .none
    let server = InProcessServer(configuration, sites: FixedSites(["131041.localhost": site]))
    let answer = try server.send(
      method: "POST", target: "/staff/login",
      headers: [
        ("Host", "131041.localhost"), ("Content-Type", "application/x-www-form-urlencoded"),
      ], body: Array("email=plan%40carrier.example.jp&password=password".utf8))
    server.stop()
    #expect(answer.headers["Location"] == "/permits/mine")
  }

  @Test("A partner stays one, and staff stays staff", arguments: Engine.allCases)
  func roles(engine: Engine) throws {
    let tenant = try TestTenant(engine)
    let partner = try tenant.addAccount("plan@carrier.example.jp", .partner)
    let editor = try tenant.addAccount("abe@city.example.jp", .editor)
    #expect(throws: AccountError.partnerStays) { try tenant.setRole(.viewer, of: partner) }
    #expect(throws: AccountError.partnerStays) { try tenant.setRole(.partner, of: editor) }
  }
}
