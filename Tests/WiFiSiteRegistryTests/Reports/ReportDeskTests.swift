import Testing
import YuiCasework
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import WiFiSiteRegistry

@Suite("The desk for what people report")
struct ReportDeskTests {
  private static func reported(
    _ engine: Engine, _ comment: String = ""
  ) throws -> (WiFiTenant, WiFiSite) {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館", at: WiFiTenant.later(-60))
    let answer = try tenant.serve().client().post(
      ReportFormTests.path(site), form: ["kind": "no-connection", "comment": "\(comment)"])
    #expect(answer.status == 303)
    return (tenant, site)
  }

  private static func move(_ state: String, by client: TestClient) throws -> Int {
    try client.post("/staff/wifi/reports/cases", form: ["case": "1", "action": "move:\(state)"])
      .status
  }

  @Test("A report stands in the inbox with its site and what is wrong", arguments: Engine.allCases)
  func inbox(engine: Engine) throws {
    let (tenant, site) = try Self.reported(engine, "<b>点滅</b> 03-1234-5678")
    try tenant.catchUp()
    let viewer = try tenant.client(.viewer, on: tenant.serve())
    for query in [
      "", "?topic=\(site.id)", "?rank=2", "?q=%E5%9B%B3%E6%9B%B8", "?q=%E7%82%B9%E6%BB%85",
    ] {
      let page = try viewer.get("/staff/wifi/reports\(query)").text
      #expect(page.contains("&lt;b&gt;点滅&lt;/b&gt;"), "\(query)")
      #expect(page.contains("見つかるが、つながらない") && page.contains("図書館"))
    }
    #expect(try !viewer.get("/staff/wifi/reports?rank=1").text.contains("点滅"))
    let page = try viewer.get("/staff/wifi/reports/cases/1").text
    #expect(page.contains(#"<span class="masked">［電話番号］</span>"#))
    #expect(page.contains("href=\"/staff/wifi/sites/\(site.id)\"") && !page.contains("1234"))
    #expect(!page.contains("name=\"status\""))
    #expect(try viewer.post("/staff/wifi/sites/\(site.id)/status", form: [:]).status == 403)
  }

  @Test(
    "A confirmed report offers to mark the site, a fixed one to take that back",
    arguments: Engine.allCases)
  func status(engine: Engine) throws {
    let (tenant, site) = try Self.reported(engine)
    let editor = try tenant.client(.editor, on: tenant.serve())
    let path = "/staff/wifi/reports/cases/1"
    func offered() throws -> [String] {
      try editor.get(path).text.matches(of: /name="status" value="([^"]*)"/).map { String($0.1) }
    }
    func set(_ status: String) throws -> TestResponse {
      let stamp = try editor.get(path).value(of: "stamp")
      return try editor.post(
        "/staff/wifi/sites/\(site.id)/status",
        form: ["status": "\(status)", "stamp": "\(stamp)", "case": "1"])
    }
    #expect(try offered() == [])
    #expect(try Self.move("confirmed", by: editor) == 303)
    #expect(try offered() == ["out", "partly"])
    #expect(try set("out").headers["Location"] == "\(path)?done=saved")
    #expect(try tenant.site(site.id).status == .out)
    #expect(try offered() == ["partly"])
    #expect(try tenant.serve().client().get("/wifi/sites/\(site.id)").text.contains("停止中"))
    #expect(try Self.move("fixed", by: editor) == 303)
    #expect(try offered() == ["working"])
    #expect(try set("working").status == 303)
    #expect(try offered() == [])
    let history = try tenant.history(of: site.id)
    #expect(Set(history.compactMap { $0.fields == nil ? nil : $0.source }) == [.report])
    #expect(try tenant.site(site.id).status == .working)
    let sorted = try tenant.audited()
    #expect(
      sorted == [
        "wifi.case.moved #1", "wifi.site.changed \(site.id)", "wifi.case.moved #1",
        "wifi.site.changed \(site.id)",
      ])
  }

  @Test("A site that somebody changed meanwhile is not marked", arguments: Engine.allCases)
  func conflict(engine: Engine) throws {
    let (tenant, old) = try Self.reported(engine)
    let editor = try tenant.client(.editor, on: tenant.serve())
    var site = old
    site.hours = "9:00-17:00"
    try tenant.save(site)
    let path = "/staff/wifi/sites/\(site.id)/status"
    #expect(try editor.post(path, form: ["status": "out", "stamp": "\(old.stamp)"]).status == 409)
    #expect(
      try editor.post(path, form: ["status": "planned", "stamp": "\(site.stamp)"]).status == 400)
    #expect(
      try editor.post(path, form: ["status": "working", "stamp": "\(old.stamp)"]).status == 303)
    #expect(try tenant.site(site.id) == site)
  }

  @Test(
    "A report that there is not, or about another site, is no ground", arguments: Engine.allCases,
    ["-9", "0", "2", "99", "one"])
  func grounds(engine: Engine, number: String) throws {
    let (tenant, site) = try Self.reported(engine)
    let other = try tenant.add("公園")
    let harness = try tenant.serve()
    _ = try harness.client().post("/wifi/sites/\(other.id)/report", form: ["kind": "slow"])
    let editor = try tenant.client(.editor, on: harness)
    let answer = try editor.post(
      "/staff/wifi/sites/\(site.id)/status",
      form: ["status": "out", "stamp": "\(site.stamp)", "case": "\(number)"])
    #expect(answer.status == 400)
    #expect(try tenant.site(site.id).status == .working)
  }

  @Test(
    "Only the moves of the table can be made", arguments: Engine.allCases,
    [
      (["fixed"], "fixed"), (["confirmed", "no-fault"], "no-fault"),
      (["spam", "confirmed"], "spam"), (["fixed", "no-fault"], "fixed"), (["spam", "new"], "new"),
    ])
  func moves(engine: Engine, example: (moves: [String], state: String)) throws {
    let (tenant, _) = try Self.reported(engine)
    let editor = try tenant.client(.editor, on: tenant.serve())
    for move in example.moves { #expect(try Self.move(move, by: editor) == 303) }
    let item = try tenant.store.read { try ReportCases.store.case(1, in: $0) }
    #expect(item?.state == example.state)
  }

  @Test("A released reply stands on the site's public page for a while", arguments: Engine.allCases)
  func reply(engine: Engine) throws {
    let (tenant, site) = try Self.reported(engine)
    let harness = try tenant.serve()
    let admin = try tenant.client(.administrator, on: harness)
    let path = "/staff/wifi/reports/cases/1/reply"
    func page(_ days: Int64 = 0) throws -> String {
      try tenant.serve(clock: .fixed(WiFiTenant.later(days * 86_400))).client()
        .get("/wifi/sites/\(site.id)").text
    }
    #expect(try admin.post(path, form: ["reply": "機器を<交換>しました。"]).status == 303)
    #expect(try !page().contains("機器を"))
    #expect(try admin.post("\(path)/release", form: [:]).status == 303)
    #expect(try page().contains("機器を&lt;交換&gt;しました。"))
    #expect(try page(91).contains("機器を") == false)
    let version = tenant.store.publicVersion
    #expect(try admin.post("\(path)/withdraw", form: [:]).status == 303)
    #expect(tenant.store.publicVersion != version)
    #expect(try !page().contains("機器を"))
  }

  @Test(
    "The digest counts by site, and holds no word of what was written", arguments: Engine.allCases)
  func digest(engine: Engine) throws {
    let (tenant, site) = try Self.reported(engine, "接続の画面が開きません")
    let digest = try #require(WiFiSiteRegistry().digests.first)
    let end = WiFiTenant.later(1)
    let content = try #require(
      try tenant.store.read { try digest.compose(end.adding(seconds: -86_400)..<end, $0) })
    #expect(content.subject[.ja] == "Wi-Fiの障害の報告 1件（1施設）")
    #expect(content.lines[0].text[.ja] == "図書館：1件（利用できます）")
    #expect(content.lines[0].path == "/staff/wifi/reports?topic=\(site.id)")
    #expect(!"\(content)".contains("画面"))
    let empty = try tenant.store.read { try digest.compose(end..<end.adding(seconds: 9), $0) }
    #expect(empty == nil)
  }

  @Test("Words go so many days after a case was closed", arguments: Engine.allCases)
  func forget(engine: Engine) throws {
    let (tenant, _) = try Self.reported(engine, "接続の画面が開きません")
    try tenant.catchUp()
    let editor = try tenant.client(.editor, on: tenant.serve())
    #expect(
      try editor.post("/staff/wifi/reports/cases/1/notes", form: ["note": "業者に連絡"]).status == 303)
    func forget(after days: Int64) throws -> [String] {
      _ = try ReportTasks.forget.run(tenant.store, .fixed(WiFiTenant.later(days * 86_400)))
      return try tenant.reports().map(\.comment)
    }
    #expect(try forget(after: 1_000) == ["接続の画面が開きません"])
    #expect(try Self.move("no-fault", by: editor) == 303)
    #expect(try forget(after: 364) == ["接続の画面が開きません"])
    #expect(try forget(after: 366) == [""])
    #expect(try tenant.count("SELECT COUNT(*) FROM wifi_case_notes") == 0)
    #expect(try tenant.audited().last == "wifi.reports.erased 1")
    let page = try editor.get("/staff/wifi/reports?state=all&q=%E7%94%BB%E9%9D%A2").text
    #expect(page.contains("条件に合う案件はありません"))
    #expect(try editor.get("/staff/wifi/reports/cases/1").text.contains("見つかるが、つながらない"))
  }

  @Test("The staff front page counts what waits", arguments: Engine.allCases)
  func summary(engine: Engine) throws {
    let (tenant, _) = try Self.reported(engine)
    try tenant.add("公園") {
      $0.status = .out
      $0.verifiedOn = CalendarDate(iso: "2025-04-01")
    }
    try tenant.add("旧館") { $0.status = .retired }
    let page = try tenant.client(.viewer, on: tenant.serve()).get("/staff").text
    let figures = page.matches(of: /<strong>([0-9+]+)<\/strong>/).map { String($0.1) }
    // One is out, one report waits, one of two was never verified.
    #expect(figures == ["1", "1", "1"])
    #expect(page.contains("/staff/wifi?status=in-use&amp;unverified=2025-04-01"))
  }
}
