@testable import ReviewWidget
import Testing
import YuiStorage
import YuiStorageTesting
import YuiText
import YuiWeb
import YuiWebTesting

@Suite struct ShortLinkTests {
  private static func tenant(_ engine: Engine) throws -> ReviewTenant {
    let tenant = try ReviewTenant(engine)
    try tenant.load("review-services", "slug,kind,name_ja\ncity-hall,counter,総合窓口\n")
    let place = ReviewPlace(
      service: try #require(Slug("city-hall")), code: try #require(Slug("window-3")),
      name: LocalizedText(ja: "3番窓口", en: ""), channel: .kiosk,
      short: try #require(ShortCode(typed: "70km1q")))
    try tenant.store.write { try PlaceStore.add(place, in: $0) }
    return tenant
  }

  @Test(
    "A short address leads to the form of its place, however it was typed",
    arguments: Engine.allCases, ["70km1q", "70KM1Q", "7Okmlq", "7oKMIq"])
  func place(engine: Engine, typed: String) throws {
    let client = try Self.tenant(engine).serve().client()
    let answer = try client.get("/r/\(typed)")
    #expect(answer.status == 303)
    #expect(
      answer.headers["Location"] == "/reviews/city-hall/form?place=window-3&channel=kiosk")
  }

  @Test("A service without places is reached by its slug", arguments: Engine.allCases)
  func service(engine: Engine) throws {
    let client = try Self.tenant(engine).serve().client()
    let answer = try client.get("/r/City-Hall")
    #expect(answer.headers["Location"] == "/reviews/city-hall/form?channel=counter")
  }

  @Test("A channel that is no longer taken is left out", arguments: Engine.allCases)
  func channel(engine: Engine) throws {
    let tenant = try Self.tenant(engine)
    try tenant.store.write { transaction in
      let slug = try #require(Slug("city-hall"))
      var service = try #require(try ServiceStore.service(slug, in: transaction))
      service.channels = [.web]
      try ServiceStore.put(service, in: transaction)
    }
    let client = try tenant.serve().client()
    #expect(
      try client.get("/r/70km1q").headers["Location"] == "/reviews/city-hall/form?place=window-3")
    #expect(try client.get("/r/city-hall").headers["Location"] == "/reviews/city-hall/form")
  }

  @Test(
    "An unknown one is a calm page in the visitor's language", arguments: Engine.allCases,
    ["zzzzzz", "nothing-here", "%E7%AA%93", "a%00b"])
  func unknown(engine: Engine, typed: String) throws {
    let client = try Self.tenant(engine).serve().client()
    let answer = try client.get("/r/\(typed)", headers: ["Accept-Language": "ko"])
    #expect([400, 404].contains(answer.status))
    #expect(answer.status == 400 || answer.text.contains("사용되지 않는 주소입니다"))
  }
}
