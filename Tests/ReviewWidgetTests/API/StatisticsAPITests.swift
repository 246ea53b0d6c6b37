import ReviewWidget
import Testing
import YuiStorageTesting
import YuiTenancy
import YuiWeb
import YuiWebTesting

@Suite struct StatisticsAPITests {
  // 48,300 points by 20,096 answers, and 2,056 of them above 3, divided by another program.
  private static let survey =
    #"{"byMonth":[],"distribution":{"1":3557,"2":7274,"3":7209,"4":1712,"5":344},"#
    + #""mean":2.4034633757961785,"meanInterval":null,"nps":null,"npsInterval":null,"#
    + #""responses":20096,"suppressed":false,"topTwoInterval":null,"#
    + #""topTwoShare":0.10230891719745223}"#

  private static let hidden =
    #"{"byMonth":[],"distribution":null,"mean":null,"meanInterval":null,"nps":null,"#
    + #""npsInterval":null,"responses":null,"suppressed":true,"topTwoInterval":null,"#
    + #""topTwoShare":null}"#

  @Test(
    "The staff survey's statistics are those of the contract", arguments: Engine.allCases,
    SiteHarness.Mode.allCases)
  func survey(engine: Engine, mode: SiteHarness.Mode) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.load(
      "review-tallies",
      "service,score,responses\na,1,3557\na,2,7274\na,3,7209\na,4,1712\na,5,344\n")
    let answer = try tenant.serve(mode).client().get("/api/reviews/services/a/statistics")
    #expect(answer.status == 200)
    #expect(answer.headers["Content-Type"] == "application/json")
    #expect(answer.text == Self.survey)
  }

  @Test(
    "Below ten respondents every figure is null, for all but who may see them",
    arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func suppressed(engine: Engine, mode: SiteHarness.Mode) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.load("review-tallies", "service,score,responses,month\na,5,9,2026-03\n")
    let harness = try tenant.serve(mode)
    let path = "/api/reviews/services/a/statistics"
    #expect(try harness.client().get(path).text == Self.hidden)
    let all = try harness.client(token: tenant.token(["reviews:read"])).get(path)
    #expect(
      all.text == #"{"byMonth":[{"mean":5,"month":"2026-03","responses":9}],"#
        + #""distribution":{"1":0,"2":0,"3":0,"4":0,"5":9},"mean":5,"meanInterval":null,"#
        + #""nps":null,"npsInterval":null,"responses":9,"suppressed":false,"#
        + #""topTwoInterval":null,"topTwoShare":1}"#)
    #expect(all.headers["Cache-Control"] == "no-store")
    let other = try harness.client(token: tenant.token(["reviews:manage"])).get(path)
    #expect(other.text == Self.hidden)
    #expect(try harness.client(token: "yui_unknown").get(path).status == 401)
    #expect(try harness.client().get(path).text == Self.hidden)
    try tenant.load("review-tallies", "service,score,responses,month\na,4,1,2026-03\n")
    #expect(try harness.client().get(path).text.contains(#""responses":10"#))
  }

  @Test(
    "Staff in a browser see all only beside the token of their pages", arguments: Engine.allCases)
  func browser(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.load("review-tallies", "service,score,responses\na,5,9\n")
    let viewer = try tenant.client(.viewer, on: tenant.serve())
    let path = "/api/reviews/services/a/statistics"
    #expect(try viewer.get(path).text == Self.hidden)
    let token = try #require(viewer.antiForgeryToken)
    let answer = try viewer.get(path, headers: [AntiForgery.header: token])
    #expect(answer.text.contains(#""responses":9"#))
  }

  @Test(
    "A month of few is null with what it would follow from, the others stand",
    arguments: Engine.allCases)
  func months(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.load(
      "review-tallies",
      "service,score,responses,month\na,3,40,2026-01\na,3,3,2026-02\na,3,25,2026-03\n")
    let answer = try tenant.serve().client().get("/api/reviews/services/a/statistics")
    #expect(
      answer.text.hasPrefix(
        #"{"byMonth":[{"mean":3,"month":"2026-01","responses":40},"#
          + #"{"mean":null,"month":"2026-02","responses":null},"#
          + #"{"mean":null,"month":"2026-03","responses":null}],"#))
  }

  @Test("A service without responses has no mean, and nothing to hide", arguments: Engine.allCases)
  func none(engine: Engine) throws {
    let answer = try ReviewTenant(engine).withService().serve().client()
      .get("/api/reviews/services/a/statistics")
    #expect(
      answer.text == #"{"byMonth":[],"distribution":{"1":0,"2":0,"3":0,"4":0,"5":0},"#
        + #""mean":null,"meanInterval":null,"nps":null,"npsInterval":null,"responses":0,"#
        + #""suppressed":false,"topTwoInterval":null,"topTwoShare":null}"#)
  }
}

@Suite struct ServicesAPITests {
  @Test(
    "A service is told with every property", arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func service(engine: Engine, mode: SiteHarness.Mode) throws {
    let tenant = try ReviewTenant(engine)
    try tenant.load(
      "review-services",
      """
      slug,kind,name_ja,name_en,department,status,url
      koseki,counter,戸籍窓口,Register,市民課,closed,https://www.city.example.jp/

      """
    )
    let answer = try tenant.serve(mode).client().get("/api/reviews/services/koseki")
    #expect(
      answer.text == #"{"channels":["web","counter","kiosk","letter","phone","paper"],"#
        + #""department":"市民課","kind":"counter","nameEn":"Register","nameJa":"戸籍窓口","#
        + #""slug":"koseki","status":"closed","url":"https://www.city.example.jp/"}"#)
  }

  @Test("The list is read page by page", arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func pages(engine: Engine, mode: SiteHarness.Mode) throws {
    struct Page: Decodable {
      struct Item: Decodable { let slug: String }
      let items: [Item]
      let next: String?
    }
    let tenant = try ReviewTenant(engine)
    let rows = (1...5).map { "s\($0),counter,窓口\($0)\n" }.joined()
    try tenant.load("review-services", "slug,kind,name_ja\n" + rows)
    let client = try tenant.serve(mode).client()
    var seen: [String] = []
    var after = ""
    for _ in 1...3 {
      let page = try client.get("/api/reviews/services?limit=2&after=\(after)").json(as: Page.self)
      seen += page.items.map(\.slug)
      after = page.next ?? ""
    }
    #expect(seen == ["s1", "s2", "s3", "s4", "s5"])
    #expect(after == "")
    #expect(try client.get("/api/reviews/services").json(as: Page.self).items.count == 5)
    #expect(try client.get("/api/reviews/services?limit=9999999").status == 200)
  }

  @Test(
    "A limit that is none is refused",
    arguments: Engine.allCases, ["0", "-1", "x", "1.5", "99999999999999999999"])
  func badLimit(engine: Engine, limit: String) throws {
    let answer = try ReviewTenant(engine).serve().client().get(
      "/api/reviews/services?limit=\(limit)")
    #expect(answer.status == 400)
    #expect(answer.headers["Content-Type"] == "application/problem+json")
  }

  @Test("An empty list is a list", arguments: Engine.allCases)
  func empty(engine: Engine) throws {
    let answer = try ReviewTenant(engine).serve().client().get("/api/reviews/services")
    #expect(answer.text == #"{"items":[],"next":null}"#)
  }

  @Test(
    "What does not exist is not found", arguments: Engine.allCases,
    ["b", "A", "a.b", "%E7%AA%93", "a/x"])
  func unknown(engine: Engine, slug: String) throws {
    let client = try ReviewTenant(engine).withService().serve().client()
    #expect(try client.get("/api/reviews/services/\(slug)").status == 404)
    #expect(try client.get("/api/reviews/services/\(slug)/statistics").status == 404)
  }
}
