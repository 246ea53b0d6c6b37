import ReviewWidget
import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@Suite struct CardTests {
  private static let cards = "/staff/reviews/services/a/cards"

  @Test(
    "A card counts on its day, on paper, and its place and day stay for the next",
    arguments: Engine.allCases)
  func enter(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let editor = try tenant.client(.editor, on: tenant.serve())
    let answer = try editor.post(
      Self.cards,
      form: [
        "score": "2", "reasons": "time", "comment": "待ち時間が長い", "place": "window-3",
        "on": "２０２６-03-30", "card_language": "vi",
      ])
    #expect(answer.status == 303)
    let next = try #require(answer.headers["Location"])
    #expect(next.hasPrefix(Self.cards + "?place=window-3&on=2026-03-30&card_language=vi&saved="))
    let page = try editor.get(next).text
    #expect(page.contains("今日の入力 1枚") && page.contains(#"value="2026-03-30""#))
    let stored = try tenant.export("review-responses")
    #expect(stored.contains(",a,2,negative:time,待ち時間が長い,paper,window-3,vi,2026-03-29T15:00:00Z"))
    let audited = try tenant.audited()
    #expect(audited.last?.hasPrefix("reviews.card.entered a/") == true)
  }

  @Test("The last card is undone: response, count and search forget it", arguments: Engine.allCases)
  func undo(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let harness = try tenant.serve()
    let editor = try tenant.client(.editor, on: harness)
    var saved = ""
    for score in ["5", "1"] {
      let answer = try editor.post(
        Self.cards, form: ["score": score, "comment": "間違い", "on": "2026-04-01"])
      saved = String(try #require(answer.headers["Location"]?.split(separator: "=").last))
    }
    try tenant.catchUp()
    #expect(try editor.post("\(Self.cards)/\(saved)/undo", form: [:]).status == 303)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses") == 1)
    #expect(
      try tenant.count("SELECT CAST(SUM(score * responses) AS BIGINT) FROM reviews_rollups") == 5)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_cases") == 1)
    #expect(try editor.get(Self.cards).text.contains("今日の入力 1枚"))
    #expect(try tenant.audited().last == "reviews.card.undone a/\(saved)")
    #expect(try editor.post("\(Self.cards)/\(saved)/undo", form: [:]).status == 409)
  }

  @Test("Only a card of today can be undone, and no response that came otherwise")
  func tooLate() throws {
    let tenant = try ReviewTenant(.sqlite).withService()
    let harness = try tenant.serve()
    let editor = try tenant.client(.editor, on: harness)
    let sent = try harness.client().post(
      "/api/reviews/services/a/responses", json: #"{"score":5}"#)
    let id = try #require(sent.headers["Location"]?.split(separator: "/").last)
    #expect(try editor.post("\(Self.cards)/\(id)/undo", form: [:]).status == 409)
    let card = try editor.post(Self.cards, form: ["score": "4", "on": "2026-04-01"])
    let saved = try #require(card.headers["Location"]?.split(separator: "=").last)
    let tomorrow = try tenant.serve(clock: .fixed(ReviewTenant.now.adding(seconds: 86_400)))
    let later = try tenant.client(.administrator, on: tomorrow)
    #expect(try later.post("\(Self.cards)/\(saved)/undo", form: [:]).status == 409)
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses") == 2)
  }

  @Test(
    "What is wrong is told at the field, and nothing is stored", arguments: Engine.allCases,
    [
      ("score", ""), ("score", "6"), ("on", ""), ("on", "2026-04-02"), ("on", "2024-03-01"),
      ("on", "yesterday"),
    ])
  func refused(engine: Engine, example: (field: String, value: String)) throws {
    let tenant = try ReviewTenant(engine).withService()
    let editor = try tenant.client(.editor, on: tenant.serve())
    let fields = ["score": "4", "on": "2026-04-01"].merging([example.field: example.value]) { $1 }
    let answer = try editor.post(
      Self.cards,
      form: [
        "score": fields["score"] ?? "", "on": fields["on"] ?? "", "comment": "書いたこと",
        "place": String(repeating: "あ\u{301}", count: 3_000),
      ])
    #expect(answer.status == 422)
    #expect(answer.text.contains("href=\"#field-\(example.field)\""))
    #expect(answer.text.contains("書いたこと"))
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses") == 0)
  }

  @Test(
    "The printed card asks the service's questions in each language", arguments: Language.allCases)
  func printed(language: Language) throws {
    let tenant = try ReviewTenant(.sqlite).withService()
    let viewer = try tenant.client(.viewer, on: tenant.serve())
    let page = try viewer.get(
      "/staff/reviews/services/a/card?size=a6x4&card_language=\(language.rawValue)"
    ).text
    #expect(page.matches(of: /class="paper-card"/).count == 4)
    #expect(page.contains(#"class="paper-card" lang="\#(language.rawValue)""#))
    #expect(page.matches(of: /class="paper-card__box"/).count == 4 * 7)
  }
}
