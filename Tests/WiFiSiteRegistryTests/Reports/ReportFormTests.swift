import Testing
import YuiCasework
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import WiFiSiteRegistry

extension WiFiTenant {
  func reports() throws -> [OutageReport] {
    try store.read { snapshot in
      let ids = try snapshot.all("SELECT id FROM wifi_reports ORDER BY id") { try $0.uuid(0) }
      return try ReportStore.reports(ids, in: snapshot)
    }
  }
}

@Suite("The form by which anybody reports that a site does not work")
struct ReportFormTests {
  static func path(_ site: WiFiSite) -> String { "/wifi/sites/\(site.id)/report" }

  @Test(
    "A report is stored without a script, with its case", arguments: Engine.allCases,
    SiteHarness.Mode.allCases)
  func submit(engine: Engine, mode: SiteHarness.Mode) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館")
    let client = try tenant.serve(mode).client()
    let page = try client.get(Self.path(site))
    #expect(page.status == 200 && !page.text.contains("_token"))
    for kind in ReportKind.allCases { #expect(page.text.contains("value=\"\(kind.rawValue)\"")) }
    let answer = try client.post(
      "\(Self.path(site))?lang=ko",
      form: ["kind": "slow", "comment": "2階が\r\n遅い。電話は03-1234-5678です"])
    #expect(answer.status == 303)
    let location = try #require(answer.headers["Location"])
    #expect(location == "\(Self.path(site))/thanks?lang=ko")
    #expect(try client.get(location).text.contains("신고가 접수되었습니다"))
    let report = try #require(try tenant.reports().first)
    #expect(report.kind == .slow && report.site == site.id && report.language == .ko)
    #expect(report.comment == "2階が\n遅い。電話は［電話番号］です")
    let item = try tenant.store.read {
      try ReportCases.store.case(about: report.id.description, in: $0)
    }
    #expect(item?.state == "new" && item?.topic == site.id.description && item?.rank == 3)
    // Five working days from Wednesday, 1 April 2026.
    #expect(item?.dueOn?.iso == "2026-04-08")
    #expect(try tenant.audited().isEmpty)
  }

  @Test("Nothing that is stored tells who reported", arguments: Engine.allCases)
  func anonymous(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館")
    let client = try tenant.serve().client()
    client.headers["User-Agent"] = "Telltale/1.0"
    client.headers["Referer"] = "https://telltale.example.jp/"
    client.cookies["telltale"] = "1"
    _ = try client.post(Self.path(site), form: ["kind": "slow", "email": "a@telltale.example.jp"])
    let row = try tenant.store.read { snapshot in
      try snapshot.first(
        "SELECT id || site || kind || comment || language FROM wifi_reports"
      ) { try $0.text(0) }
    }
    let report = try #require(try tenant.reports().first)
    #expect(row == "\(report.id)\(site.id)slowja")
  }

  @Test("The form is asked and answered in each language", arguments: Language.allCases)
  func languages(language: Language) throws {
    let tenant = try WiFiTenant(.sqlite)
    let site = try tenant.add("図書館")
    let client = try tenant.serve().client()
    let path = "\(Self.path(site))?lang=\(language.rawValue)"
    let pages = [
      try client.get(path), try client.post(path, form: ["kind": "other"]),
      try client.get("\(Self.path(site))/thanks?lang=\(language.rawValue)"),
    ]
    #expect(pages.map(\.status) == [200, 422, 200])
    for page in pages where !language.isJapanese {
      let unmarked = MarkedText.all(in: page.text).filter {
        $0.hasJapanese && !["ja", "ja-simple", "zh-Hans"].contains($0.language)
      }
      #expect(unmarked.map(\.text) == [])
    }
    #expect(RubyText(ReportWording.title[language]).plain.isEmpty == false)
    #expect(ReportKind.allCases.allSatisfy { !$0.name.words(in: language).isEmpty })
  }

  @Test(
    "What is wrong is told at its field, and what was entered is kept",
    arguments: Engine.allCases,
    [
      ("", "よく切れます。", "kind"), ("broken", "よく切れます。", "kind"), ("other", "", "comment"),
      ("other", "  \r\n", "comment"), ("slow", String(repeating: "長", count: 501), "comment"),
      ("slow", "a" + String(repeating: "\u{301}", count: 5_000), "comment"),
      ("slow", "a\u{1b}b", "comment"),
    ])
  func refused(
    engine: Engine, example: (kind: String, comment: String, field: String)
  ) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館")
    let answer = try tenant.serve().client().post(
      Self.path(site), form: ["kind": example.kind, "comment": "\(example.comment)"])
    #expect(answer.status == 422)
    #expect(answer.text.contains("href=\"#field-\(example.field)\""))
    if example.field == "kind" { #expect(answer.text.contains("\nよく切れます。</textarea>")) }
    #expect(try tenant.reports().isEmpty)
  }

  @Test("Exactly five hundred characters are taken", arguments: Engine.allCases)
  func longest(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館")
    let comment = String(repeating: "長", count: 499) + "👨‍👩‍👧‍👦"
    let answer = try tenant.serve().client().post(
      Self.path(site), form: ["kind": "slow", "comment": "\(comment)"])
    #expect(answer.status == 303)
    #expect(try tenant.reports().map(\.comment) == [comment])
  }

  @Test("A robot is thanked and stored nowhere", arguments: Engine.allCases)
  func robot(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館")
    let answer = try tenant.serve().client().post(
      Self.path(site), form: ["kind": "slow", "homepage": "https://spam.example.com/"])
    #expect(answer.status == 303)
    #expect(try tenant.reports().isEmpty)
  }

  @Test("Who is faster than anybody reads is asked to send once more", arguments: Engine.allCases)
  func hasty(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館")
    let client = try tenant.serve().client()
    let stamp = try client.get(Self.path(site)).value(of: "_stamp")
    let answer = try client.post(Self.path(site), form: ["kind": "slow", "_stamp": "\(stamp)"])
    #expect(answer.status == 422 && answer.text.contains("もう一度送信してください"))
    #expect(answer.text.contains(/value="slow"[^>]* checked/))
    #expect(try tenant.reports().isEmpty)
  }

  @Test("The same text again is stored once", arguments: Engine.allCases)
  func repeated(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let sites = [try tenant.add("図書館"), try tenant.add("公園")]
    let client = try tenant.serve().client()
    for site in [sites[0], sites[0], sites[1]] {
      let answer = try client.post(
        Self.path(site), form: ["kind": "slow", "comment": "昨日から接続の画面が開かないままになっています。"])
      #expect(answer.status == 303)
    }
    #expect(Set(try tenant.reports().map(\.site)) == Set(sites.map(\.id)))
    #expect(try tenant.reports().count == 2)
  }

  @Test("The same choice again is stored once, with or without a text", arguments: Engine.allCases)
  func repeatedChoice(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    let site = try tenant.add("図書館")
    let client = try tenant.serve().client()
    for kind in ["slow", "slow", "no-signal", "slow"] {
      #expect(try client.post(Self.path(site), form: ["kind": "\(kind)"]).status == 303)
    }
    #expect(try client.post(Self.path(site), form: ["kind": "slow", "comment": "雨"]).status == 303)
    #expect(try tenant.reports().map(\.kind).count == 3)
  }

  @Test("Who sends without end is held up")
  func limit() throws {
    let tenant = try WiFiTenant(.sqlite)
    let site = try tenant.add("図書館")
    let client = try tenant.serve().client()
    let statuses = try (0...300).map { number in
      try client.post(
        Self.path(site), form: ["kind": "slow", "comment": "\(number)回目"]
      ).status
    }
    #expect(Set(statuses.dropLast()) == [303] && statuses.last == 429)
    #expect(try tenant.reports().count == 300)
  }

  @Test(
    "Only a site that is there to be used can be reported", arguments: Engine.allCases,
    [
      (.working, 200), (.partly, 200), (.out, 200), (.planned, 404), (.retired, 404), (nil, 404),
    ] as [(SiteStatus?, Int)])
  func sites(engine: Engine, example: (status: SiteStatus?, answer: Int)) throws {
    let tenant = try WiFiTenant(engine)
    var site = WiFiSite(UUIDv7(at: WiFiTenant.now), name: "図書館")
    if let status = example.status {
      site.status = status
      try tenant.save(site)
    }
    let client = try tenant.serve().client()
    let page = try client.get(Self.path(site))
    #expect(page.status == example.answer)
    #expect(
      page.text.contains("不具合は把握しています") == [.partly, .out].contains(example.status))
    let sent = try client.post(Self.path(site), form: ["kind": "slow"]).status
    #expect(sent == (example.answer == 200 ? 303 : 404))
  }
}
