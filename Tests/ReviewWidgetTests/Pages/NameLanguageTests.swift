import ReviewWidget
import Testing
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

/// Names that a tenant has in Japanese alone, on pages in another language (WCAG 3.1.2).
@Suite struct NameLanguageTests {
  private static let pages = [
    "/reviews", "/reviews/a", "/reviews/a/form", "/reviews/a/embed", "/reviews/a/thanks",
    "/reviews/a/improvements", "/reviews/a/kiosk?place=lobby", "/reviews/b/form", "/open-data/",
    "/r/nobody",
  ]
  private static let staffPages = [
    "/staff", "/staff/reviews", "/staff/reviews/cases/1", "/staff/reviews/responses",
    "/staff/reviews/overview", "/staff/reviews/keywords", "/staff/reviews/exports",
    "/staff/reviews/services", "/staff/reviews/services/a/edit",
    "/staff/reviews/services/a/publication", "/staff/reviews/services/a/places",
    "/staff/reviews/services/a/cards", "/staff/reviews/services/a/posters?size=a4",
    "/staff/reviews/improvements", "/staff/reviews/improvements/new",
    "/staff/reviews/questions", "/staff/reviews?state=all&topic=a", "/staff/settings",
    "/staff/accounts", "/staff/reviews/import",
  ]

  private static func tenant() throws -> ReviewTenant {
    let tenant = try ReviewTenant(.sqlite)
    try tenant.load(
      "review-services",
      "slug,kind,name_ja,department,status\na,counter,総合窓口,市民課,open\nb,counter,旧窓口,,closed\n")
    try tenant.load("review-places", "service,code,name_ja,channel\na,lobby,ロビー,kiosk\n")
    try tenant.load("review-responses", "service,score,comment,ending\na,2,Slow,refused\n")
    try tenant.load("review-tallies", "service,score,responses\na,4,40\n")
    try tenant.load(
      "review-improvements", "service,title,finding,state,public\na,案内係,待ち時間,planned,yes\n")
    return tenant
  }

  /// What is in Japanese and does not say so.
  private static func unmarked(_ client: TestClient, _ page: String) throws -> [String] {
    let answer = try client.get(page)
    #expect(answer.status == 200 || answer.status == 404, "\(page)")
    return MarkedText.all(in: answer.text)
      .filter { $0.hasJapanese && !["ja", "ja-simple", "zh-Hans"].contains($0.language) }
      .map { "\(page): \($0.text)" }
  }

  @Test(
    "On residents' pages every Japanese word says that it is Japanese",
    arguments: [Language.en, .ko, .vi])
  func residents(language: Language) throws {
    let client = try Self.tenant().serve().client()
    client.headers["Accept-Language"] = language.rawValue
    let unmarked = try Self.pages.flatMap { try Self.unmarked(client, $0) }
    #expect(unmarked == [])
    #expect(
      try client.get("/reviews/a").text.contains(#"<h1><span lang="ja">総合窓口</span></h1>"#))
  }

  @Test("So does every Japanese name on English staff pages")
  func staff() throws {
    let tenant = try Self.tenant()
    let client = try tenant.client(.administrator, on: tenant.serve())
    client.headers["Accept-Language"] = "en"
    let unmarked = try Self.staffPages.flatMap { try Self.unmarked(client, $0) }
    #expect(unmarked == [])
    #expect(
      try client.get("/staff/reviews/responses").text
        .contains(#"<option value="a" lang="ja">総合窓口</option>"#))
  }

  @Test("A Japanese page marks no Japanese name")
  func japanese() throws {
    let client = try Self.tenant().serve().client()
    let page = try client.get("/reviews/a").text
    #expect(page.contains("<h1>総合窓口</h1>") && !page.contains(#"<span lang="ja">"#))
  }
}
