import ReviewWidget
import Testing
import YuiStorage
import YuiStorageTesting
import YuiText
import YuiWeb
import YuiWebTesting

@Suite struct KioskTests {
  @Test("Without script a kiosk is a form that thanks and leads back", arguments: Engine.allCases)
  func plain(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let visitor = try tenant.serve().client()
    let page = try visitor.get("/reviews/a/kiosk?place=%E5%A3%81")
    #expect(page.status == 200)
    #expect(page.text.contains(#"action="/reviews/a/kiosk?place=%E5%A3%81""#))
    let sent = try visitor.post(
      "/reviews/a/kiosk?place=%E5%A3%81", form: ["score": "4", "place": "壁", "channel": "web"])
    #expect(sent.headers["Location"] == "/reviews/a/kiosk/thanks?place=%E5%A3%81")
    let thanks = try visitor.get("/reviews/a/kiosk/thanks?place=%E5%A3%81").text
    #expect(thanks.contains(#"href="/reviews/a/kiosk?place=%E5%A3%81""#))
    #expect(try tenant.export("review-responses").contains(",a,4,,,kiosk,壁,ja,"))
  }

  @Test("A missing score is asked for, and what was entered is kept", arguments: Engine.allCases)
  func missing(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let visitor = try tenant.serve().client()
    let answer = try visitor.post("/reviews/a/kiosk", form: ["comment": "書いたこと"])
    #expect(answer.status == 422)
    #expect(answer.text.contains("書いたこと"))
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses") == 0)
  }

  @Test(
    "Every language is spoken, and a place of any length is borne", arguments: Language.allCases)
  func languages(language: Language) throws {
    let tenant = try ReviewTenant(.sqlite).withService()
    let visitor = try tenant.serve().client()
    let place = String(repeating: "%E3%81%82%CC%81", count: 400)
    let page = try visitor.get("/reviews/a/kiosk?place=\(place)&lang=\(language.rawValue)")
    #expect(page.status == 200)
    #expect(page.text.contains(#"<html lang="\#(language.rawValue)""#))
    let sent = try visitor.post("/reviews/a/kiosk?place=\(place)", form: ["score": "5"])
    #expect(sent.status == 303)
  }

  @Test("A closed service says so and asks nothing")
  func closed() throws {
    let tenant = try ReviewTenant(.sqlite).withService(status: "closed")
    let page = try tenant.serve().client().get("/reviews/a/kiosk").text
    #expect(page.contains("評価の受付は終了しました") && !page.contains("<form"))
  }
}
