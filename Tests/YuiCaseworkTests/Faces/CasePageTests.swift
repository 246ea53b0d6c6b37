import Testing
import YuiCasework
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@Suite struct CasePages {
  @Test(
    "The page of a case shows what it is about and leads to its neighbours",
    arguments: Engine.allCases)
  func page(engine: Engine) throws {
    let site = try PermitSite(engine)
    try site.open("一の本文", "二の本文", "三の本文")
    let page = try site.client(.editor).get("/staff/permits/cases/2?topic=stalls").text
    #expect(page.contains("details-s2 二の本文"))
    #expect(page.contains("/staff/permits/cases/1?topic=stalls"))
    #expect(page.contains("/staff/permits/cases/3?topic=stalls"))
    #expect(try site.client(.editor).get("/staff/permits/cases/4").status == 404)
  }

  @Test(
    "A note is kept for staff and told in the history and the audit log without its words",
    arguments: Engine.allCases)
  func note(engine: Engine) throws {
    let site = try PermitSite(engine)
    try site.open("一")
    let client = try site.client(.editor)
    let answer = try client.post(
      "/staff/permits/cases/1/notes",
      form: ["note": "電話した\r\n折り返し待ち", "back": "/staff/permits/cases/1"])
    #expect(answer.headers["location"] == "/staff/permits/cases/1?done=saved")
    let page = try client.get("/staff/permits/cases/1").text
    #expect(page.contains("電話した\n折り返し待ち") && page.contains("メモを残しました"))
    let event = try #require(try site.audited().first)
    #expect(event.action == "permits.case.noted" && event.subject == "#1")
    #expect(event.details.isEmpty)
    #expect(try client.post("/staff/permits/cases/1/notes", form: ["note": " "]).status == 422)
    #expect(try client.post("/staff/permits/cases/9/notes", form: ["note": "a"]).status == 404)
  }

  @Test("A text that is too long comes back on the page of its case, with nothing lost")
  func tooLong() throws {
    let site = try PermitSite(.sqlite)
    try site.open("一の本文", "二の本文")
    let client = try site.client(.editor)
    let long = String(repeating: "長", count: CaseNote.longest + 1)
    for (address, field) in [("notes", "note"), ("reply", "reply")] {
      let answer = try client.post(
        "/staff/permits/cases/1/\(address)",
        form: [field: long, "back": "/staff/permits/cases/1?topic=stalls"])
      #expect(answer.status == 422 && answer.text.contains(long))
      #expect(answer.text.contains("#field-\(field)") && answer.text.contains("details-s1 一の本文"))
      // The page leads where it led before.
      #expect(answer.text.contains("/staff/permits/cases/2?topic=stalls"))
      #expect(answer.text.contains("/staff/permits/cases/1?topic=stalls&amp;lang=en"))
    }
    #expect(try site.audited().isEmpty)
  }

  @Test("Who drafts a reply does not release it, unless they may", arguments: Engine.allCases)
  func reply(engine: Engine) throws {
    let site = try PermitSite(engine)
    try site.open("一")
    let editor = try site.client(.editor)
    #expect(
      try editor.post("/staff/permits/cases/1/reply", form: ["reply": "検討します。"]).status == 303)
    #expect(try editor.post("/staff/permits/cases/1/reply/release", form: [:]).status == 403)
    #expect(try !editor.get("/staff/permits/cases/1").text.contains("reply/release"))
    let administrator = try site.client(.administrator)
    #expect(try administrator.get("/staff/permits/cases/1").text.contains("reply/release"))
    #expect(try administrator.post("/staff/permits/cases/1/reply/release", form: [:]).status == 303)
    #expect(try site.case(1)?.reply == .released)
    #expect(try administrator.post("/staff/permits/cases/1/reply/release", form: [:]).status == 409)
    #expect(
      try administrator.post("/staff/permits/cases/1/reply/withdraw", form: [:]).status == 303)
    #expect(try site.case(1)?.reply == .draft)
    #expect(
      try site.audited().map(\.action) == [
        "permits.case.reply-drafted", "permits.case.reply-released", "permits.case.reply-withdrawn",
      ])
  }

  @Test("An empty draft of a reply changes nothing, unless it takes one away")
  func emptyReply() throws {
    let site = try PermitSite(.sqlite)
    try site.open("一")
    let client = try site.client(.editor)
    func draft(_ text: String) throws -> String? {
      try client.post("/staff/permits/cases/1/reply", form: ["reply": text]).headers["location"]
    }
    let nothing = try #require(try draft(" "))
    #expect(nothing.hasSuffix("done=empty"))
    #expect(try client.get(nothing).text.contains("本文がないため、保存していません"))
    #expect(try site.audited().isEmpty)
    #expect(try !client.get("/staff/permits/cases/1").text.contains("下書きを保存しました"))
    #expect(try draft("検討します。")?.hasSuffix("done=saved") == true)
    #expect(try draft("")?.hasSuffix("done=saved") == true)
    #expect(try site.case(1)?.reply == Case.ReplyState.none && site.audited().count == 2)
  }

  @Test("A merged case tells where it went and can be split off again", arguments: Engine.allCases)
  func split(engine: Engine) throws {
    let site = try PermitSite(engine)
    try site.open("一の本文", "二の本文")
    let client = try site.client(.editor)
    _ = try client.post(
      "/staff/permits/cases", form: ["case": "1", "case": "2", "action": "merge"])
    let kept = try client.get("/staff/permits/cases/1").text
    #expect(kept.contains("#2 ") && kept.contains("二の本文") && kept.contains("facts-s2"))
    let page = try client.get("/staff/permits/cases/2").text
    #expect(page.contains("#1に統合されています") && !page.contains("move:work"))
    #expect(try client.post("/staff/permits/cases/2/notes", form: ["note": "a"]).status == 303)
    #expect(try client.post("/staff/permits/cases/2/reply", form: ["reply": "a"]).status == 409)
    #expect(try client.post("/staff/permits/cases/2/split", form: [:]).status == 303)
    #expect(try site.case(2)?.mergedInto == nil)
  }
}
