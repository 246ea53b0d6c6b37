import ReviewWidget
import Testing
import YuiStorageTesting
import YuiTenancy
import YuiWeb
import YuiWebTesting

@Suite struct StatisticsAPITests {
  /// What every property of the contract says, and some beyond it.
  private struct Statistics: Decodable, Equatable {
    struct Month: Decodable, Equatable {
      let month: String
      let responses: Int?
      let mean: Double?
    }
    struct Reason: Decodable, Equatable {
      let code: String
      let polarity: String?
      let responses: Int
    }
    let responses: Int?
    let distribution: [String: Int]?
    let mean: Double?
    let meanInterval: [Double]?
    let topTwoShare: Double?
    let topTwoInterval: [Double]?
    let nps: Double?
    let npsInterval: [Double]?
    let byMonth: [Month]
    let goal: [String: Int]?
    let reasons: [Reason]?
    let suppressed: Bool
  }

  private static let path = "/api/reviews/services/a/statistics"

  private static let hidden = Statistics(
    responses: nil, distribution: nil, mean: nil, meanInterval: nil, topTwoShare: nil,
    topTwoInterval: nil, nps: nil, npsInterval: nil, byMonth: [], goal: nil, reasons: nil,
    suppressed: true)

  private func near(_ found: [Double]?, _ expected: [Double]) -> Bool {
    guard let found, found.count == expected.count else { return false }
    return zip(found, expected).allSatisfy { abs($0 - $1) < 0.00005 }
  }

  // 48,300 points by 20,096 answers, and 2,056 of them above 3; the intervals by SciPy and
  // statsmodels.
  @Test(
    "The staff survey's statistics are those of the contract", arguments: Engine.allCases,
    SiteHarness.Mode.allCases)
  func survey(engine: Engine, mode: SiteHarness.Mode) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.load(
      "review-tallies",
      "service,score,responses\na,1,3557\na,2,7274\na,3,7209\na,4,1712\na,5,344\n")
    let answer = try tenant.serve(mode).client().get(Self.path)
    #expect(answer.status == 200)
    #expect(answer.headers["Content-Type"] == "application/json")
    let found = try answer.json(as: Statistics.self)
    #expect(found.responses == 20_096)
    #expect(found.distribution == ["1": 3557, "2": 7274, "3": 7209, "4": 1712, "5": 344])
    #expect(found.mean == 2.4034633757961785)
    #expect(near(found.meanInterval, [2.39073, 2.41649]))
    #expect(found.topTwoShare == 0.10230891719745223)
    #expect(near(found.topTwoInterval, [0.09819, 0.10658]))
    #expect(found.nps == nil && found.npsInterval == nil && found.byMonth == [])
    #expect(!found.suppressed)
  }

  @Test(
    "Below ten respondents every figure is null, for all but who may see them",
    arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func suppressed(engine: Engine, mode: SiteHarness.Mode) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.load("review-tallies", "service,score,responses,month\na,5,9,2026-03\n")
    let harness = try tenant.serve(mode)
    #expect(try harness.client().get(Self.path).json(as: Statistics.self) == Self.hidden)
    let all = try harness.client(token: tenant.token(["reviews:read"])).get(Self.path)
    let seen = try all.json(as: Statistics.self)
    #expect(seen.responses == 9 && seen.mean == 5 && seen.topTwoShare == 1)
    #expect(seen.byMonth == [.init(month: "2026-03", responses: 9, mean: 5)])
    #expect(!seen.suppressed)
    #expect(all.headers["Cache-Control"] == "no-store")
    let other = try harness.client(token: tenant.token(["reviews:manage"])).get(Self.path)
    #expect(try other.json(as: Statistics.self) == Self.hidden)
    #expect(try harness.client(token: "yui_unknown").get(Self.path).status == 401)
    #expect(try harness.client().get(Self.path).json(as: Statistics.self) == Self.hidden)
    try tenant.load("review-tallies", "service,score,responses,month\na,4,1,2026-03\n")
    #expect(try harness.client().get(Self.path).json(as: Statistics.self).responses == 10)
  }

  @Test(
    "Staff in a browser see all only beside the token of their pages", arguments: Engine.allCases)
  func browser(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.load("review-tallies", "service,score,responses\na,5,9\n")
    let viewer = try tenant.client(.viewer, on: tenant.serve())
    #expect(try viewer.get(Self.path).json(as: Statistics.self) == Self.hidden)
    let token = try #require(viewer.antiForgeryToken)
    let answer = try viewer.get(Self.path, headers: [AntiForgery.header: token])
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
    let found = try tenant.serve().client().get(Self.path).json(as: Statistics.self)
    #expect(
      found.byMonth == [
        .init(month: "2026-01", responses: 40, mean: 3),
        .init(month: "2026-02", responses: nil, mean: nil),
        .init(month: "2026-03", responses: nil, mean: nil),
      ])
  }

  // 15 promoters, 10 passives, 5 detractors: 33.3, adjusted Wald 4.8 to 55.8.
  @Test(
    "Answers beyond the score are told, the net promoter score from 30 on",
    arguments: Engine.allCases)
  func answers(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let client = try tenant.serve().client()
    func send(_ nps: Int) throws {
      let answer = try client.post(
        "/api/reviews/services/a/responses",
        json: #"{"score":4,"goal":"yes","nps":\#(nps),"reasons":["time"]}"#)
      #expect(answer.status == 201)
    }
    let answers = Array(repeating: 10, count: 15) + Array(repeating: 8, count: 10)
    for nps in answers { try send(nps) }
    #expect(try client.get(Self.path).json(as: Statistics.self).nps == nil)
    for _ in 1...5 { try send(0) }
    let found = try client.get(Self.path).json(as: Statistics.self)
    #expect(found.nps.map { abs($0 - 100 / 3.0) < 1e-9 } == true)
    #expect(
      found.npsInterval.map { abs($0[0] - 4.8) < 0.05 && abs($0[1] - 55.8) < 0.05 } == true)
    #expect(found.goal == ["yes": 30, "partly": 0, "no": 0])
    #expect(found.reasons == [.init(code: "time", polarity: "positive", responses: 30)])
  }

  @Test("A field that is not published is null, also in the file", arguments: Engine.allCases)
  func fields(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    try tenant.load("review-tallies", "service,score,responses,month\na,5,30,2026-03\n")
    let harness = try tenant.serve()
    let staff = try tenant.client(.administrator, on: harness)
    #expect(
      try staff.post(
        "/staff/reviews/services/a/publication", form: ["fields": "mean"]
      ).status == 303)
    let found = try harness.client().get(Self.path).json(as: Statistics.self)
    #expect(found.responses == 30 && found.mean == 5)
    #expect(found.distribution == nil && found.topTwoShare == nil && found.byMonth == [])
    let file = try harness.client().get("/open-data/review-statistics.csv").text
    #expect(file.split(separator: "\r\n").count == 2)
    #expect(file.contains("\r\na,窓口,,,,30,,,,,,5"), "\(file)")
    let page = try harness.client().get("/reviews/a").text
    #expect(page.contains("5.0") && !page.contains("評価の分布"))
    #expect(try tenant.audited().contains("reviews.publication.changed a"))
  }

  @Test("A service without responses has no mean, and nothing to hide", arguments: Engine.allCases)
  func none(engine: Engine) throws {
    let found = try ReviewTenant(engine).withService().serve().client().get(Self.path)
      .json(as: Statistics.self)
    #expect(found.responses == 0 && !found.suppressed)
    #expect(found.distribution == ["1": 0, "2": 0, "3": 0, "4": 0, "5": 0])
    #expect(found.mean == nil && found.meanInterval == nil && found.topTwoInterval == nil)
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
