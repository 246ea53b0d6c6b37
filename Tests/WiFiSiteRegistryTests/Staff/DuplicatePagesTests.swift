import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@testable import WiFiSiteRegistry

@Suite("Sites that may be the same, for staff")
struct DuplicatePagesTests {
  private static func filled(_ engine: Engine) throws -> (WiFiTenant, [WiFiSite]) {
    let tenant = try WiFiTenant(engine)
    let kept = try tenant.add("図書館", at: WiFiTenant.later(-20)) { $0.place = Spot.tocho }
    let other = try tenant.add("図書館 ", at: WiFiTenant.later(-10)) { $0.kana = "トショカン" }
    try tenant.add("公園", at: WiFiTenant.later(-5)) { $0.place = Spot.tower }
    try tenant.addPoint("1F-01", to: other)
    return (tenant, [kept, other])
  }

  private static func merge(
    _ page: TestResponse, keep: WiFiSite, drop: WiFiSite
  ) throws -> [FormData.Field] {
    [
      FormData.Field("a", keep.id.description), FormData.Field("b", drop.id.description),
      FormData.Field("keep", keep.id.description),
      FormData.Field("stamp", try page.value(of: "stamp")),
    ]
  }

  @Test("A pair is merged: one takes over, the other is retired", arguments: Engine.allCases)
  func merge(engine: Engine) throws {
    let (tenant, sites) = try Self.filled(engine)
    let editor = try tenant.client(.editor, on: tenant.serve())
    let list = try editor.get("/staff/wifi/duplicates").text
    #expect(list.contains("1組あります。") && list.contains("名称が同じ") && !list.contains("公園"))
    let address = try #require(list.firstMatch(of: /href="([^"]*compare[^"]*)"/)?.1)
    let page = try editor.get(String(address).replacing("&amp;", with: "&"))
    #expect(page.status == 200)
    #expect(page.text.contains("名称（カナ）") && page.text.contains("アクセスポイント1個"))
    let answer = try editor.post(
      "/staff/wifi/duplicates/merge", fields: Self.merge(page, keep: sites[0], drop: sites[1]))
    #expect(answer.headers["Location"] == "/staff/wifi/sites/\(sites[0].id)?done=merged")
    let (kept, other) = (try tenant.site(sites[0].id), try tenant.site(sites[1].id))
    #expect(kept.kana == "トショカン" && kept.status == .working && other.status == .retired)
    #expect(try tenant.points(of: [kept, other]) == [kept.id: 1, other.id: 1])
    for (site, name) in [(kept, "図書館 "), (other, "図書館")] {
      let fields = try tenant.history(of: site.id).flatMap { $0.fields ?? [] }
      #expect(fields.contains(.init(field: .merged, before: "", after: name)))
    }
    #expect(try tenant.audited() == ["wifi.sites.merged \(kept.id)"])
    #expect(try editor.get("/staff/wifi/duplicates").text.contains("施設はありません"))
  }

  @Test(
    "The page of a site that was merged leads to the one that lives on, also after that is merged too",
    arguments: Engine.allCases)
  func survivor(engine: Engine) throws {
    let (tenant, sites) = try Self.filled(engine)
    let harness = try tenant.serve()
    let visitor = harness.client()
    let editor = try tenant.client(.editor, on: harness)
    let third = try tenant.add("中央図書館")
    func merge(_ kept: WiFiSite, _ dropped: WiFiSite) throws {
      let page = try editor.get(
        "/staff/wifi/duplicates/compare?a=\(kept.id)&b=\(dropped.id)")
      let form = try Self.merge(page, keep: kept, drop: dropped)
      #expect(try editor.post("/staff/wifi/duplicates/merge", fields: form).status == 303)
    }
    try merge(sites[0], sites[1])
    let address = "/wifi/sites/\(sites[1].id)"
    #expect(try visitor.get(address).status == 308)
    let english = try visitor.get("\(address)?lang=en")
    #expect(english.headers["Location"] == "/wifi/sites/\(sites[0].id)?lang=en")
    try merge(third, sites[0])
    for site in sites {
      let answer = try visitor.get("/wifi/sites/\(site.id)")
      #expect(answer.headers["Location"] == "/wifi/sites/\(third.id)")
    }
    // Where nobody may see the one that lives on, there is nothing.
    var retired = try tenant.site(third.id)
    retired.status = .retired
    try tenant.save(retired)
    #expect(try visitor.get(address).status == 404)
  }

  @Test("Two that are told apart stay so", arguments: Engine.allCases)
  func different(engine: Engine) throws {
    let (tenant, sites) = try Self.filled(engine)
    let editor = try tenant.client(.editor, on: tenant.serve())
    for pair in [(0, 1), (1, 0)] {
      let answer = try editor.post(
        "/staff/wifi/duplicates/different",
        form: ["a": "\(sites[pair.0].id)", "b": "\(sites[pair.1].id)"])
      #expect(answer.status == 303)
    }
    #expect(try editor.get("/staff/wifi/duplicates").text.contains("施設はありません"))
    #expect(try tenant.audited() == ["wifi.sites.different \(sites[0].id) \(sites[1].id)"])
    #expect(try tenant.sites().filter { $0.status == .retired }.isEmpty)
  }

  @Test("What changed while it was compared has to be seen first", arguments: Engine.allCases)
  func outdated(engine: Engine) throws {
    let (tenant, sites) = try Self.filled(engine)
    let editor = try tenant.client(.editor, on: tenant.serve())
    let page = try editor.get(DuplicatePages.comparison(of: .init(sites[0].id, sites[1].id)))
    var changed = sites[1]
    changed.hours = "24時間"
    try tenant.save(changed)
    let form = try Self.merge(page, keep: sites[0], drop: sites[1])
    let answer = try editor.post("/staff/wifi/duplicates/merge", fields: form)
    #expect(answer.status == 409 && answer.text.contains("24時間"))
    #expect(try tenant.site(sites[1].id).status == .working)
    let again = try Self.merge(answer, keep: sites[1], drop: sites[0])
    #expect(try editor.post("/staff/wifi/duplicates/merge", fields: again).status == 303)
    #expect(try editor.post("/staff/wifi/duplicates/merge", fields: again).status == 409)
    #expect(try tenant.site(sites[0].id).status == .retired)
  }

  @Test("What names no pair is refused", arguments: Engine.allCases)
  func refused(engine: Engine) throws {
    let (tenant, sites) = try Self.filled(engine)
    let editor = try tenant.client(.editor, on: tenant.serve())
    let (one, unknown) = ("\(sites[0].id)", "\(UUIDv7(at: WiFiTenant.now))")
    for query in ["", "?a=\(one)", "?a=\(one)&b=\(one)", "?a=\(one)&b=\(unknown)"] {
      #expect(try editor.get("/staff/wifi/duplicates/compare\(query)").status == 404)
    }
    for (other, status) in [(one, 404), (unknown, 404), ("\(sites[1].id)", 400)] {
      let form: KeyValuePairs = ["a": one, "b": other, "keep": unknown]
      #expect(try editor.post("/staff/wifi/duplicates/merge", form: form).status == status)
    }
    #expect(
      try editor.post("/staff/wifi/duplicates/different", form: ["a": one, "b": unknown]).status
        == 404)
  }

  @Test("Pages of pairs follow one another", arguments: Engine.allCases)
  func pages(engine: Engine) throws {
    let tenant = try WiFiTenant(engine)
    for number in 0..<25 {
      for second in 0..<2 {
        try tenant.add("施設\(number)", at: WiFiTenant.later(Int64(2 * number + second)))
      }
    }
    let viewer = try tenant.client(.viewer, on: tenant.serve())
    let counts = try ["", "?page=2", "?page=3", "?page=-1"].map { query in
      try viewer.get("/staff/wifi/duplicates\(query)").text.matches(of: /<h2>施設/).count
    }
    #expect(counts == [20, 5, 5, 20])
    #expect(
      try !viewer.get("/staff/wifi/duplicates").text.contains(
        "<form method=\"post\" action=\"/staff/wifi"))
  }
}
