import ReviewWidget
import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@Suite struct FormPageTests {
  private static let path = "/reviews/a/form"

  @Test(
    "A resident rates a service without a script", arguments: Engine.allCases,
    SiteHarness.Mode.allCases)
  func submit(engine: Engine, mode: SiteHarness.Mode) throws {
    let tenant = try ReviewTenant(engine).withService()
    let client = try tenant.serve(mode).client()
    let page = try client.get("\(Self.path)?place=window-3&channel=kiosk")
    #expect(page.status == 200)
    for score in 1...5 { #expect(page.text.contains("name=\"score\" value=\"\(score)\"")) }
    #expect(page.text.contains(#"name="place" value="window-3""#))
    #expect(page.text.contains(#"name="channel" value="kiosk""#))
    #expect(!page.text.contains("_token"))
    let answer = try client.post(
      "\(Self.path)?lang=ja",
      form: [
        "score": "4", "reasons": "time", "reasons": "attitude", "comment": "はやい\r\n対応でした",
        "channel": "kiosk", "place": "window-3",
      ])
    #expect(answer.status == 303)
    #expect(answer.headers["Location"]?.hasPrefix("/reviews/a/thanks") == true)
    #expect(try client.get("/reviews/a/thanks").text.contains("評価を受け付けました"))
    #expect(try tenant.rollups() == ["a 2026-04 4": 1])
    let stored = try tenant.export("review-responses").split(separator: "\n", maxSplits: 1)
    #expect(
      stored.last?.contains(
        ",a,4,positive:time;positive:attitude,\"はやい\n対応でした\",kiosk,window-3,ja,"
          + "2026-04-01T00:00:00Z,,,,,short/1,") == true)
  }

  @Test(
    "What is wrong is told above the form and at the field, and nothing that was entered is lost",
    arguments: Engine.allCases)
  func errors(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let comment = String(repeating: "長", count: 1_001)
    let answer = try tenant.serve().client().post(
      Self.path,
      form: [
        "reasons": "time", "comment": "</textarea><b>\(comment)", "channel": "kiosk",
        "place": "window-3",
      ])
    #expect(answer.status == 422)
    let text = answer.text
    #expect(text.contains("id=\"error-summary\""))
    #expect(text.contains("href=\"#field-score\""))
    #expect(text.contains("href=\"#field-comment\""))
    #expect(text.contains("満足度を1から5の中から選択してください。"))
    #expect(text.contains("ご意見は1,000文字以内で入力してください（15文字超過しています）。"))
    #expect(text.contains("&lt;/textarea&gt;&lt;b&gt;\(comment)</textarea>"))
    #expect(text.contains(#"name="place" value="window-3""#))
    #expect(text.contains(#"name="channel" value="kiosk""#))
    #expect(text.contains(/value="time"[^>]* checked/))
    #expect(!text.contains(/value="attitude"[^>]* checked/))
    #expect(try tenant.rollups().isEmpty)
  }

  @Test("The score that was chosen stays chosen", arguments: Engine.allCases)
  func keptScore(engine: Engine) throws {
    let answer = try ReviewTenant(engine).withService().serve().client().post(
      Self.path, form: ["score": "2", "comment": String(repeating: "長", count: 1_001)])
    #expect(answer.status == 422)
    #expect(answer.text.contains(/name="score" value="2" checked/))
  }

  @Test(
    "A score that is none is refused", arguments: Engine.allCases,
    ["", "0", "6", "5.5", "５", "five", " 5", "1e0"])
  func badScore(engine: Engine, score: String) throws {
    let tenant = try ReviewTenant(engine).withService()
    let answer = try tenant.serve().client().post(Self.path, form: ["score": score])
    #expect(answer.status == 422)
    #expect(try tenant.rollups().isEmpty)
  }

  @Test(
    "A comment of exactly a thousand characters is taken, line breaks counted once",
    arguments: Engine.allCases)
  func longest(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let comment = String(repeating: "あ", count: 499) + "\r\n" + String(repeating: "あ", count: 500)
    let answer = try tenant.serve().client().post(
      Self.path, form: ["score": "5", "comment": comment])
    #expect(answer.status == 303)
  }

  @Test(
    "Bytes that are no text are refused",
    arguments: Engine.allCases, ["%00", "%ED%A0%80", "%FF", "%C0%AF", "%F5%80%80%80"])
  func badText(engine: Engine, comment: String) throws {
    let tenant = try ReviewTenant(engine).withService()
    let answer = try tenant.serve().client().send(
      "POST", Self.path, headers: ["Content-Type": "application/x-www-form-urlencoded"],
      body: Array("score=5&comment=a\(comment)b".utf8))
    #expect(answer.status == 400)
    #expect(try tenant.rollups().isEmpty)
  }

  @Test("Ten megabytes are too much", arguments: Engine.allCases, SiteHarness.Mode.allCases)
  func tooLarge(engine: Engine, mode: SiteHarness.Mode) throws {
    let tenant = try ReviewTenant(engine).withService()
    let answer = try tenant.serve(mode).client().send(
      "POST", Self.path, headers: ["Content-Type": "application/x-www-form-urlencoded"],
      body: Array("score=5&comment=".utf8) + [UInt8](repeating: 0x61, count: 10_000_000))
    #expect(answer.status == 413)
    #expect(try tenant.rollups().isEmpty)
  }

  @Test("A closed service shows no form and takes nothing", arguments: Engine.allCases)
  func closed(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService(status: "closed")
    let client = try tenant.serve().client()
    let page = try client.get(Self.path)
    #expect(page.text.contains("評価の受付は終了しました"))
    #expect(!page.text.contains("name=\"score\""))
    #expect(try client.post(Self.path, form: ["score": "5"]).status == 409)
    #expect(try tenant.rollups().isEmpty)
  }

  @Test(
    "A service that does not exist has no form", arguments: Engine.allCases,
    ["b", "A", "%E7%AA%93"])
  func unknown(engine: Engine, slug: String) throws {
    let client = try ReviewTenant(engine).withService().serve().client()
    #expect(try client.get("/reviews/\(slug)/form").status == 404)
    #expect(try client.post("/reviews/\(slug)/form", form: ["score": "5"]).status == 404)
  }

  @Test("The form is asked and answered in English for who wants it", arguments: Engine.allCases)
  func english(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let client = try tenant.serve().client()
    client.headers["Accept-Language"] = "en-US,en;q=0.9"
    #expect(try client.get(Self.path).text.contains(#"<html lang="en""#))
    let refused = try client.post("\(Self.path)?lang=en", form: [:])
    #expect(refused.text.contains(#"<html lang="en""#))
    _ = try client.post("\(Self.path)?lang=en", form: ["score": "5"])
    #expect(try tenant.count("SELECT COUNT(*) FROM reviews_responses WHERE language = 'en'") == 1)
  }

  @Test(
    "What the tenant set is heeded: no free text, own words of thanks", arguments: Engine.allCases)
  func settings(engine: Engine) throws {
    let tenant = try ReviewTenant(engine).withService()
    let harness = try tenant.serve()
    let admin = try tenant.client(.administrator, on: harness)
    #expect(try harness.client().get(Self.path).text.contains("name=\"comment\""))
    let saved = try admin.post(
      "/staff/settings/reviews",
      form: [
        "threshold": "10", "asksForComment": "false", "notesDays": "365", "thanksJa": "またどうぞ <結>",
        "thanksEn": "",
        "textDays": "0", "ratingDays": "400",
      ])
    #expect(saved.status == 303)
    #expect(!(try harness.client().get(Self.path).text.contains("name=\"comment\"")))
    #expect(try harness.client().get("/reviews/a/thanks").text.contains("またどうぞ &lt;結&gt;"))
    #expect(try harness.client().get("/reviews/a/thanks?lang=en").text.contains("またどうぞ"))
  }
}
