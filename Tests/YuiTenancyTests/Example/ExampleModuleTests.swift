import Testing
import YuiOpenData
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

/// Serves the example module and uses each of its parts from outside.
@Suite struct ExampleModuleTests {
  @Test("Residents read what staff put up", arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func pages(engine: Engine, mode: SiteHarness.Mode) throws {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    let harness = try tenant.serve(mode)
    let editor = try harness.client(
      signedInAs: tenant.addAccount("abe@city.example.jp", .editor).id)
    let public1 = try harness.client().get("/notices")
    #expect(public1.status == 200)
    #expect(!public1.text.contains("夏まつり"))
    let put = try editor.post("/staff/notices", form: ["slug": "summer", "body": "夏まつり <8月>"])
    #expect(put.status == 303)
    #expect(put.headers["Location"] == "/notices")
    #expect(try harness.client().get("/notices").text.contains("夏まつり &lt;8月&gt;"))
    #expect(eventually { tenant.wakes.all == ["notices.tidy"] })
    #expect(try tenant.auditTrail() == ["notices.put summer"])
  }

  @Test("A form that cannot be right changes nothing", arguments: Engine.allCases)
  func badForm(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    let harness = try tenant.serve()
    let editor = try harness.client(
      signedInAs: tenant.addAccount("abe@city.example.jp", .editor).id)
    #expect(try editor.post("/staff/notices", form: ["slug": "Ｘ Ｘ", "body": "a"]).status == 422)
    #expect(try tenant.notices().isEmpty)
    #expect(try tenant.auditTrail().isEmpty)
  }

  @Test(
    "Programs read the list with a token", arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func api(engine: Engine, mode: SiteHarness.Mode) throws {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    try tenant.put(["summer": "夏まつり"])
    let harness = try tenant.serve(mode)
    let (_, secret) = try tenant.addToken("a", ["notices:read"])
    let answer = try harness.client(token: secret).get("/api/notices")
    #expect(answer.status == 200)
    #expect(answer.headers["Content-Type"] == "application/json")
    #expect(answer.text == #"[{"body":"夏まつり","slug":"summer"}]"#)
    let refused = try harness.client().get("/api/notices")
    #expect(refused.status == 401)
    #expect(refused.headers["Content-Type"] == "application/problem+json")
    let (_, other) = try tenant.addToken("b", ["notices:write"])
    #expect(try harness.client(token: other).get("/api/notices").status == 403)
  }

  @Test("Looking at the list leaves a trace", arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func auditedRead(engine: Engine, mode: SiteHarness.Mode) throws {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    try tenant.put(["summer": "夏まつり"])
    let harness = try tenant.serve(mode)
    let viewer = try harness.client(
      signedInAs: tenant.addAccount("abe@city.example.jp", .viewer).id)
    #expect(try viewer.get("/staff/notices").text.contains("summer: 夏まつり"))
    #expect(try tenant.auditTrail() == ["notices.listed"])
    let entry = try tenant.entries().first?.content
    #expect(entry?.actor.kind == .account)
    #expect(entry?.actor.name == "abe@city.example.jp")
  }

  @Test("Settings are shown, changed, refused where wrong, and heeded", arguments: Engine.allCases)
  func settings(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    let admin = try tenant.serve().client(signedInAs: tenant.addAccount().id)
    let page = try admin.get("/staff/settings")
    #expect(page.text.contains("残す件数"))
    #expect(page.text.contains("古いものから消えます。"))
    #expect(page.text.contains(#"value="3""#))
    let refused = try admin.post("/staff/settings/notices", form: ["kept": "99"])
    #expect(refused.status == 422)
    #expect(refused.text.contains("1から9までの整数で入力してください。"))
    #expect(refused.text.contains(#"value="99""#))
    #expect(try tenant.kept() == 3)
    let saved = try admin.post("/staff/settings/notices", form: ["kept": "2"])
    #expect(saved.status == 303)
    #expect(try tenant.kept() == 2)
    #expect(try admin.post("/staff/settings/unknown", form: ["kept": "2"]).status == 404)
    #expect(try tenant.auditTrail() == ["tenant.settings.changed notices"])
    #expect(try tenant.entries().first?.content?.event.details == ["kept": "2"])
  }

  @Test(
    "The task removes the oldest, one after the other until enough are gone",
    arguments: Engine.allCases)
  func task(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    try tenant.put(["a": "1", "b": "2", "c": "3", "d": "4", "e": "5"])
    let task = try #require(ExampleModule().tasks.first)
    let clock = Clock.fixed(TestTenant.now)
    #expect(try task.run(tenant.store, clock))
    #expect(try tenant.notices().keys.sorted() == ["b", "c", "d", "e"])
    #expect(try task.run(tenant.store, clock) == false)
    #expect(try tenant.notices().keys.sorted() == ["c", "d", "e"])
    #expect(try task.run(tenant.store, clock) == false)
    #expect(try tenant.notices().keys.sorted() == ["c", "d", "e"])
  }

  @Test(
    "The staff front page shows the module's summary, in the reader's language",
    arguments: Engine.allCases)
  func staffSummary(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    try tenant.put(["a": "1", "b": "2"])
    let viewer = try tenant.serve().client(
      signedInAs: tenant.addAccount("abe@city.example.jp", .viewer).id)
    let page = try viewer.get("/staff")
    #expect(page.text.contains("お知らせ"))
    #expect(page.text.contains("2件を掲示中"))
    #expect(try viewer.get("/staff?lang=en").text.contains("2 on the board"))
  }

  @Test(
    "The module's entry stands in the navigation of those who may see it",
    arguments: Engine.allCases)
  func navigation(engine: Engine) throws {
    let module = ExampleModule()
    let item = try #require(module.staffNavigation.first)
    let tenant = try TestTenant(engine, modules: [module])
    let site = Site(
      key: "131041", name: LocalizedText(ja: "新宿区", en: ""),
      publicURL: "http://131041.localhost", store: tenant.store,
      routes: StaffRoutes().routes(for: [module]),
      authenticator: TenantAuthenticator(modules: [module]),
      navigation: [Site.NavigationItem(item.title, path: item.path, permission: item.permission)])
    for (role, sees) in [(Role.viewer, true), (.editor, true), (.auditor, false)] {
      let account = try tenant.addAccount("\(role)@city.example.jp", role)
      let token = try tenant.store.write {
        try SessionStore.begin(account: account.id, now: TestTenant.now, in: $0)
      }
      var configuration = ServerConfiguration(listen: [])
      configuration.clock = .fixed(TestTenant.now)
      configuration.log = .none
      let server = InProcessServer(configuration, sites: FixedSites(["131041.localhost": site]))
      let page = try server.send(
        method: "GET", target: "/staff",
        headers: [("Host", "131041.localhost"), ("Cookie", "yui=\(token.text)")])
      server.stop()
      #expect(page.status == 200)
      #expect(
        String(decoding: page.body, as: UTF8.self).contains(#"href="/staff/notices""#) == sees)
    }
  }

  @Test(
    "A dataset has its pages: columns, template, check, confirm, present data",
    arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func importPages(engine: Engine, mode: SiteHarness.Mode) throws {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    let harness = try tenant.serve(mode)
    let editor = try harness.client(
      signedInAs: tenant.addAccount("abe@city.example.jp", .editor).id)
    #expect(try editor.get("/staff/notices/import").text.contains("/staff/notices/import/notices"))
    let page = try editor.get("/staff/notices/import/notices")
    #expect(page.text.contains("slug"))
    #expect(page.text.contains("本文"))
    let template = try editor.get("/staff/notices/import/notices/template")
    #expect(template.text == "\u{FEFF}slug,body\r\n")
    #expect(template.headers["Content-Disposition"]?.contains("notices.csv") == true)

    let checked = try editor.upload("slug,body\na,朝\nｂ,昼\n")
    #expect(checked.status == 200)
    #expect(checked.text.contains("まだ取り込まれていません"))
    #expect(checked.cells.contains("3|slug|ｂ|b|"))
    #expect(try tenant.notices().isEmpty)
    let confirmed = try editor.confirm(checked)
    #expect(confirmed.status == 200)
    #expect(confirmed.text.contains("取り込みました"))
    #expect(try tenant.notices() == ["a": "朝", "b": "昼"])
    #expect(try tenant.auditTrail() == ["notices.dataset.imported notices"])
    let twice = try editor.confirm(checked)
    #expect(twice.status == 422)
    #expect(twice.text.contains("もう一度選択してください。"))

    let export = try editor.get("/staff/notices/import/notices/export")
    #expect(export.text == "\u{FEFF}slug,body\r\na,朝\r\nb,昼\r\n")
    #expect(try tenant.auditTrail().last == "notices.dataset.exported notices")
  }

  @Test(
    "A workbook is imported as CSV is, and present data come as one", arguments: Engine.allCases)
  func workbooks(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    let editor = try tenant.serve().client(
      signedInAs: tenant.addAccount("abe@city.example.jp", .editor).id)
    let template = try editor.get("/staff/notices/import/notices/template.xlsx")
    #expect(template.headers["Content-Disposition"]?.contains("notices.xlsx") == true)
    #expect(template.body == NoticesDataset().definition.workbookTemplate)
    let writer = XLSXWriter(sheet: "表", columns: NoticesDataset().definition.columns)
    try writer.write([.text("a"), .text("=朝")])
    let file = writer.finish()
    // A name says nothing of what is in a file.
    let checked = try editor.upload(file)
    #expect(checked.status == 200)
    #expect(try editor.confirm(checked).status == 200)
    #expect(try tenant.notices() == ["a": "=朝"])
    let export = try editor.get("/staff/notices/import/notices/export.xlsx")
    #expect(export.headers["Content-Type"]?.hasSuffix("spreadsheetml.sheet") == true)
    #expect(try editor.upload(export.body).text.contains("取り込めます"))
    let broken = try editor.upload(Array(file.dropLast(9)))
    #expect(broken.status == 422)
    #expect(broken.text.contains("壊れているか"))
  }

  @Test(
    "A file with problems is answered with every one of them and cannot be confirmed",
    arguments: Engine.allCases)
  func badUpload(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    let editor = try tenant.serve().client(
      signedInAs: tenant.addAccount("abe@city.example.jp", .editor).id)
    let checked = try editor.upload("slug,body\n<b>,朝\nb,\n")
    #expect(checked.status == 422)
    #expect(checked.text.contains("2件の問題があります。何も取り込まれていません"))
    #expect(checked.cells.contains("2|slug|「&lt;b&gt;」は使えません。"))
    #expect(checked.cells.contains("3|body|値がありません。"))
    #expect(!checked.text.contains("name=\"upload\""))
    let none = try editor.post("/staff/notices/import/notices", form: ["x": "y"])
    #expect(none.status == 422)
    #expect(none.text.contains("ファイルを選択してください。"))
    #expect(try editor.upload("a,b\n", to: "unknown").status == 404)
  }

  @Test("Nobody confirms another person's upload", arguments: Engine.allCases)
  func foreignUpload(engine: Engine) throws {
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    let harness = try tenant.serve()
    let abe = try harness.client(signedInAs: tenant.addAccount("abe@city.example.jp", .editor).id)
    let mori = try harness.client(signedInAs: tenant.addAccount("mori@city.example.jp", .editor).id)
    let checked = try abe.upload("slug,body\na,朝\n")
    #expect(try mori.confirm(checked).status == 422)
    #expect(try tenant.notices().isEmpty)
    #expect(try abe.confirm(checked).status == 200)
  }

  @Test("A checked file waits a day for its confirmation, not longer", arguments: Engine.allCases)
  func oldUpload(engine: Engine) throws {
    let clock = ManualClock()
    let tenant = try TestTenant(engine, modules: [ExampleModule()])
    let harness = try tenant.serve(clock: clock.clock)
    let abe = try tenant.addAccount("abe@city.example.jp", .editor)
    let checked = try harness.client(signedInAs: abe.id).upload("slug,body\na,朝\n")
    clock.advance(milliseconds: 24 * 3_600_000 + 1)
    #expect(try harness.client(signedInAs: abe.id).confirm(checked).status == 422)
    #expect(try tenant.notices().isEmpty)
  }
}

extension TestTenant {
  fileprivate func kept() throws -> Int {
    try store.read { try ExampleModule().settings(in: $0).kept }
  }
}

extension TestClient {
  fileprivate func upload(_ file: String, to dataset: String = "notices") throws -> TestResponse {
    try upload(Array(file.utf8), to: dataset)
  }

  fileprivate func upload(_ file: [UInt8], to dataset: String = "notices") throws -> TestResponse {
    try post(
      "/staff/notices/import/\(dataset)", form: [:], file: "file", named: "掲示.csv", content: file)
  }

  fileprivate func confirm(_ checked: TestResponse) throws -> TestResponse {
    let id = checked.text.firstMatch(of: /name="upload"[^>]*value="([^"]+)"/)?.output.1
    return try post(
      "/staff/notices/import/notices/confirm", form: ["upload": String(id ?? "")])
  }
}

extension TestResponse {
  /// The texts of the page without markup, each ended by a bar.
  fileprivate var cells: String {
    text.replacing(/<[^>]*>/, with: "\u{0}").split(separator: "\u{0}")
      .filter { !$0.allSatisfy(\.isWhitespace) }.map { "\($0)|" }.joined()
  }
}
