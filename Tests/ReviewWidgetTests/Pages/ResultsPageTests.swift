import ReviewWidget
import Testing
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@Suite struct ResultsPageTests {
  // Tokyo's staff survey of November 2020, as it was published.
  @Test(
    "The staff survey's page shows what was published", arguments: Engine.allCases,
    SiteHarness.Mode.allCases)
  func survey(engine: Engine, mode: SiteHarness.Mode) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.load(
      "review-tallies",
      "service,score,responses\na,1,3557\na,2,7274\na,3,7209\na,4,1712\na,5,344\n")
    let page = try tenant.serve(mode).client().get("/reviews/a")
    #expect(page.status == 200)
    #expect(page.text.contains("20,096"))
    #expect(page.text.contains("2.4"))
    for percentage in ["18", "36", "8", "2"] { #expect(page.text.contains("\(percentage)%")) }
    for count in ["3,557", "7,274", "7,209", "1,712", "344"] { #expect(page.text.contains(count)) }
    #expect(page.text.contains("<svg"))
    #expect(page.text.contains("<table"))
  }

  @Test("Fewer than ten responses are not shown, to staff neither", arguments: Engine.allCases)
  func few(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.load("review-tallies", "service,score,responses\na,5,9\n")
    let harness = try tenant.serve()
    for client in [harness.client(), try tenant.client(.administrator, on: harness)] {
      let page = try client.get("/reviews/a").text
      #expect(page.contains("回答が10件集まると結果を公表します"))
      #expect(!page.contains("<svg class=\"chart"))
      #expect(!page.contains("9件"))
    }
    #expect(try harness.client().get("/reviews").text.contains("集計中"))
  }

  @Test(
    "The tenth new response shows at once, also to who has the page already, and nine do not",
    arguments: Engine.allCases)
  func moving(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.load("review-tallies", "service,score,responses\na,5,10\n")
    let client = try tenant.serve().client()
    let first = try client.get("/reviews/a")
    let tag = try #require(first.headers["ETag"])
    #expect(first.text.contains("5.0"))
    #expect(try client.get("/reviews/a", headers: ["If-None-Match": tag]).status == 304)
    for _ in 1...9 {
      #expect(try client.post("/reviews/a/form", form: ["score": "1"]).status == 303)
    }
    #expect(try client.get("/reviews/a", headers: ["If-None-Match": tag]).status == 304)
    #expect(try client.post("/reviews/a/form", form: ["score": "1"]).status == 303)
    let second = try client.get("/reviews/a", headers: ["If-None-Match": tag])
    #expect(second.status == 200)
    #expect(second.text.contains("3.0"))
    #expect(second.text.contains("20"))
  }

  @Test("A trend stands where there are months, without those of few", arguments: Engine.allCases)
  func trend(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.load(
      "review-tallies",
      "service,score,responses,month\na,3,40,2026-01\na,3,31,2026-02\na,3,7,2026-03\n")
    let page = try tenant.serve().client().get("/reviews/a").text
    #expect(page.contains("月ごとの平均と回答数"))
    #expect(page.contains("2026年1月"))
    #expect(page.contains(">40"))
    #expect(!page.contains(">31"))
    #expect(!page.contains(">7<"))
  }

  @Test("The page of a closed service says so and keeps its results", arguments: Engine.allCases)
  func closed(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService(status: "closed")
    try tenant.load("review-tallies", "service,score,responses\na,5,10\n")
    let page = try tenant.serve().client().get("/reviews/a").text
    #expect(page.contains("評価の受付は終了しました"))
    #expect(page.contains("5.0"))
    #expect(!page.contains("/reviews/a/form"))
  }

  @Test("Names are text, never markup", arguments: Engine.allCases)
  func escaping(engine: Engine) throws {
    let tenant = try ReviewTenant(engine)
    try tenant.load("review-services", "slug,kind,name_ja\na,counter,<script>alert(1)</script>\n")
    let client = try tenant.serve().client()
    for path in ["/reviews", "/reviews/a", "/reviews/a/form", "/reviews/a/thanks"] {
      let text = try client.get(path).text
      #expect(text.contains("&lt;script&gt;alert(1)"))
      #expect(!text.contains("<script>alert"))
    }
  }

  @Test(
    "What does not exist is not found",
    arguments: Engine.allCases, ["/reviews/b", "/reviews/A", "/reviews/b/thanks"])
  func unknown(engine: Engine, path: String) throws {
    #expect(try ReviewTenant(engine).withService().serve().client().get(path).status == 404)
  }

  @Test("The list of services is read page by page, each service once", arguments: Engine.allCases)
  func list(engine: Engine) throws {
    let tenant = try ReviewTenant(engine)
    let rows = (1...101).map { "s\(1_000 + $0),counter,窓口\($0)番\n" }.joined()
    try tenant.load("review-services", "slug,kind,name_ja\n" + rows)
    let client = try tenant.serve().client()
    var path: String? = "/reviews"
    var seen: [String] = []
    while let next = path, seen.count < 200 {
      let text = try client.get(next).text
      seen += text.matches(of: /href="\/reviews\/(s\d+)"/).map { String($0.output.1) }
      path = text.firstMatch(of: /rel="next" href="([^"]+)"/).map { String($0.output.1) }
    }
    #expect(seen == (1...101).map { "s\(1_000 + $0)" })
  }

  @Test("Without services the list says so", arguments: Engine.allCases)
  func empty(engine: Engine) throws {
    let page = try ReviewTenant(engine).serve().client().get("/reviews")
    #expect(page.status == 200)
    #expect(page.text.contains("評価を受け付けているサービスはまだありません。"))
  }
}
