@testable import ReviewWidget
import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@Suite struct OffersAPITests {
  private static let service = "/api/reviews/services/a"

  @Test(
    "A form that was shown counts once, whether or not it was answered", arguments: Engine.allCases,
    SiteHarness.Mode.allCases)
  func offers(engine: Engine, mode: SiteHarness.Mode) throws {
    let tenant = try ReviewTenant(engine).withService()
    let client = try tenant.serve(mode).client()
    for _ in 1...3 {
      let answer = try client.post("\(Self.service)/offers", json: "{}")
      #expect(answer.status == 204)
      #expect(answer.text.isEmpty)
    }
    for body in [#"{"score":5,"offered":true}"#, #"{"score":4}"#] {
      #expect(try client.post("\(Self.service)/responses", json: body).status == 201)
    }
    let figures = try tenant.figures()
    #expect(figures.offered == 4)
    #expect(figures.answered == 2)
  }

  @Test("Who says that a form was counted and lies gets no more answers than forms")
  func lie() throws {
    let tenant = try ReviewTenant(.sqlite).withService()
    let client = try tenant.serve().client()
    for _ in 1...3 {
      #expect(
        try client.post("\(Self.service)/responses", json: #"{"score":5,"offered":true}"#).status
          == 201)
    }
    #expect(try tenant.figures().offered == 3)
  }

  @Test(
    "How often a form was shown is published with the responses", arguments: Engine.allCases)
  func published(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let client = try tenant.serve().client()
    for _ in 1...25 { _ = try client.post("\(Self.service)/offers", json: "{}") }
    let slug = try #require(Slug("a"))
    let read = { try tenant.store.read { try PublishedFigures.of(slug, in: $0) } }
    #expect(try read().offered == nil)
    for _ in 1...10 {
      _ = try client.post("\(Self.service)/responses", json: #"{"score":5,"offered":true}"#)
    }
    #expect(try read().offered == 25)
    #expect(try read().answered == 10)
  }

  @Test(
    "What is unknown or closed is not offered", arguments: Engine.allCases,
    [("open", "b", 404), ("closed", "a", 409)])
  func refused(engine: Engine, row: (status: String, slug: String, answer: Int)) throws {
    let tenant = try ReviewTenant(engine).withService(status: row.status)
    let path = "/api/reviews/services/\(row.slug)/offers"
    #expect(try tenant.serve().client().post(path, json: "{}").status == row.answer)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_measures") == 0)
  }
}

extension ReviewTenant {
  /// What staff see of service `a`.
  func figures() throws -> ReviewFigures {
    let slug = try #require(Slug("a"))
    return try store.read { try LiveFigures.of(slug, in: $0) }
  }
}
