@testable import ReviewWidget
import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
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

  @Test(
    "Kiosk, page, frame and card entry draw every question alike", arguments: Language.allCases)
  func alike(language: Language) throws {
    let tenant = try ReviewTenant(.sqlite).withService()
    try tenant.ask("full")
    let harness = try tenant.serve()
    let visitor = harness.client()
    func questions(_ path: String, _ client: TestClient) throws -> [String] {
      try client.get("\(path)?lang=\(language.rawValue)").text
        .matches(of: /(?s)<fieldset.*?<\/fieldset>|<textarea.*?<\/textarea>/).map { String($0.0) }
    }
    let asked = try questions("/reviews/a/form", visitor)
    #expect(asked.count == 7)
    for path in ["embed", "kiosk"] {
      #expect(try questions("/reviews/a/\(path)", visitor) == asked, "\(path)")
    }
    guard Language.working.contains(language) else { return }
    // The card's differ in the digits that pick an answer.
    let cards = try questions(
      "/staff/reviews/services/a/cards", try tenant.client(.editor, on: harness))
    #expect(cards.map { $0.replacing(/\d\x20{2}/, with: "") } == asked)
    #expect(cards[1].contains(">1  ") && cards[1].contains(">3  "))
  }

  @Test(
    "A reason for one end of the scale waits for the score at a kiosk, and stands on every card")
  func polarity() throws {
    let tenant = try ReviewTenant(.sqlite).withService()
    try tenant.ask(ReasonOption("time", LocalizedText(ja: "待ち", en: ""), polarity: .negative))
    let harness = try tenant.serve()
    let kiosk = try harness.client().get("/reviews/a/kiosk").text
    #expect(kiosk.contains(#"data-when-field="score" data-when-values="1 2 3""#))
    #expect(kiosk.contains(/\/assets\/site\.[0-9a-f]+\.js/))
    let cards = try tenant.client(.editor, on: harness).get("/staff/reviews/services/a/cards").text
    #expect(cards.contains("1  待ち") && !cards.contains("data-when-field"))
  }

  @Test(
    "Where a tenant wants no free text, kiosk and card ask for none", arguments: Engine.allCases)
  func noComment(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let harness = try tenant.serve()
    let staff = try tenant.client(.administrator, on: harness)
    let pages = [
      "/reviews/a/kiosk", "/staff/reviews/services/a/cards", "/staff/reviews/services/a/card",
    ]
    func askForText() throws -> [Bool] {
      try pages.map { try staff.get($0).text.contains(/name="comment"|paper-card__lines/) }
    }
    #expect(try askForText() == [true, true, true])
    let saved = try staff.post(
      "/staff/settings/reviews",
      form: [
        "threshold": "10", "asksForComment": "false", "notesDays": "365", "thanksJa": "",
        "thanksEn": "", "textDays": "0", "ratingDays": "400",
      ])
    #expect(saved.status == 303)
    #expect(try askForText() == [false, false, false])
  }
}

extension ReviewTenant {
  /// Lets the service ask another set.
  fileprivate func ask(_ set: String) throws {
    try store.write { try $0.execute("UPDATE reviews_services SET question_set = \(set)") }
  }

  /// Lets the service offer one reason.
  fileprivate func ask(_ reason: ReasonOption) throws {
    let (short, version) = (
      QuestionSet.short, QuestionSet.Version(QuestionSet.short.version.slug, 2)
    )
    try store.write {
      try QuestionSetStore.add(
        QuestionSet(
          version, title: short.title, questions: short.questions, reasons: [reason]),
        at: Self.now, in: $0)
    }
  }
}
