import Testing
import YuiCasework
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@Suite struct Inboxes {
  @Test("The inbox shows what waits, and filters say what they did", arguments: Engine.allCases)
  func list(engine: Engine) throws {
    let site = try PermitSite(engine)
    try site.open("夏まつりの露店", "<script>alert(1)</script>")
    try site.store.write { [cases = site.cases] in
      try cases.move(2, to: "refused", by: Permits.clerk, in: $0)
    }
    let client = try site.client(.editor)
    let open = try client.get("/staff/permits").text
    #expect(open.contains("夏まつりの露店") && !open.contains("alert"))
    let all = try client.get("/staff/permits?state=all").text
    #expect(all.contains("&lt;script&gt;alert(1)") && !all.contains("<script>alert"))
    let found = try client.get("/staff/permits?state=all&q=%E3%81%BE%E3%81%A4%E3%82%8A").text
    #expect(found.contains("露店") && !found.contains("alert"))
    #expect(try client.get("/staff/permits?topic=none").text.contains("条件に合う案件はありません。"))
  }

  @Test(
    "A day that is none is told beside its box, and nothing is listed",
    arguments: Engine.allCases)
  func badDay(engine: Engine) throws {
    let site = try PermitSite(engine)
    try site.open("夏まつりの露店")
    let page = try site.client(.viewer).get("/staff/permits?from=2026-02-30")
    #expect(page.status == 422 && !page.text.contains("露店</a>"))
    #expect(page.text.contains("正しい日付を入力してください。"))
    #expect(page.text.contains("value=\"2026-02-30\""))
  }

  @Test("Wide digits make a day too", arguments: Engine.allCases)
  func wideDay(engine: Engine) throws {
    let site = try PermitSite(engine)
    try site.open("夏まつりの露店")
    // 2026-09-21 in Japan.
    let day = "%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%96-%EF%BC%90%EF%BC%99-%EF%BC%92%EF%BC%91"
    let page = try site.client(.viewer).get("/staff/permits?from=\(day)").text
    #expect(page.contains("露店") && page.contains("value=\"2026-09-21\""))
    #expect(!(try site.client(.viewer).get("/staff/permits?to=2026-09-20").text.contains("夏まつり")))
  }

  @Test("Cases are moved together; what cannot move stays and is told", arguments: Engine.allCases)
  func moveTogether(engine: Engine) throws {
    let site = try PermitSite(engine)
    try site.open("一", "二", "三")
    try site.store.write { [cases = site.cases] in
      try cases.move(3, to: "refused", by: Permits.clerk, in: $0)
    }
    let client = try site.client(.administrator)
    let answer = try client.post(
      "/staff/permits/cases",
      form: [
        "case": "1", "case": "2", "case": "3", "action": "move:work",
        "back": "/staff/permits?topic=stalls",
      ])
    #expect(
      answer.headers["location"] == "/staff/permits?topic=stalls&done=work&n=3")
    let second = try client.post(
      "/staff/permits/cases", form: ["case": "1", "case": "2", "action": "move:granted"])
    #expect(second.headers["location"] == "/staff/permits?done=granted&n=2")
    let third = try client.post(
      "/staff/permits/cases", form: ["case": "1", "case": "3", "action": "move:refused"])
    #expect(third.headers["location"] == "/staff/permits?done=refused&n=1&skipped=1")
    let page = try client.get("/staff/permits?done=refused&n=1&skipped=1").text
    #expect(page.contains("1件を「不許可」にしました") && page.contains("そのままです"))
    #expect(try site.case(1)?.state == "granted" && site.case(3)?.state == "refused")
    let audited = try site.audited()
    #expect(audited.map(\.action) == Array(repeating: "permits.case.moved", count: 3))
    #expect(audited.first?.details == ["cases": "#1 #2 #3", "to": "work"])
  }

  @Test("A move with a permission of its own needs it", arguments: Engine.allCases)
  func movePermission(engine: Engine) throws {
    let site = try PermitSite(engine)
    try site.open("一")
    let form: KeyValuePairs = ["case": "1", "action": "move:work"]
    let editor = try site.client(.editor)
    #expect(try editor.post("/staff/permits/cases", form: form).status == 303)
    let grant: KeyValuePairs = ["case": "1", "action": "move:granted"]
    #expect(try editor.post("/staff/permits/cases", form: grant).status == 403)
    #expect(try !editor.get("/staff/permits").text.contains("move:granted"))
    #expect(try site.case(1)?.state == "work")
    let viewer = try site.client(.viewer)
    #expect(try viewer.post("/staff/permits/cases", form: form).status == 403)
    #expect(
      try !viewer.get("/staff/permits").text.contains(
        "type=\"checkbox\" class=\"choice__box\" name=\"case\""))
  }

  @Test(
    "What a form cannot say is refused, and nothing changes",
    arguments: [
      ["case": "1", "action": "move:nowhere"], ["case": "1", "action": "move:"],
      ["case": "1", "action": "fly"], ["case": "1", "action": "tag"],
      ["case": "1", "action": "tag", "tag": "a,b"],
      ["case": "1", "action": "assign", "assignee": "nobody"],
      ["case": "1", "action": "assign", "assignee": "0190163d-8694-739b-aea5-966c26f8ad91"],
    ] as [KeyValuePairs<String, String>])
  func refused(form: KeyValuePairs<String, String>) throws {
    let site = try PermitSite(.sqlite)
    try site.open("一")
    let client = try site.client(.administrator)
    let answer = try client.post("/staff/permits/cases", form: form)
    #expect((400..<500).contains(answer.status))
    #expect(try site.case(1)?.state == "new" && site.audited().isEmpty)
  }

  @Test("A tag that is none comes back on the page it was typed on, with what was ticked")
  func badTag() throws {
    let site = try PermitSite(.sqlite)
    try site.open("一の本文", "二の本文")
    let client = try site.client(.editor)
    func answer(_ back: String) throws -> TestResponse {
      try client.post(
        "/staff/permits/cases",
        form: ["case": "2", "action": "tag", "tag": "急ぎ、至急", "back": back])
    }
    let list = try answer("/staff/permits?topic=stalls")
    #expect(list.status == 422 && list.text.contains("value=\"急ぎ、至急\""))
    #expect(list.text.contains("name=\"case\" value=\"2\" checked"))
    #expect(!list.text.contains("name=\"case\" value=\"1\" checked"))
    #expect(list.text.contains("#field-case-tag"))
    let page = try answer("/staff/permits/cases/2")
    #expect(page.status == 422 && page.text.contains("details-s2 二の本文"))
    #expect(page.text.contains("value=\"急ぎ、至急\""))
  }

  @Test("A merge of one case changes nothing and says what it needs")
  func mergeOfOne() throws {
    let site = try PermitSite(.sqlite)
    try site.open("一")
    let client = try site.client(.editor)
    let answer = try client.post("/staff/permits/cases", form: ["case": "1", "action": "merge"])
    let page = try client.get(try #require(answer.headers["location"])).text
    #expect(page.contains("変更した案件はありません"))
    #expect(page.contains("統合するには、2件以上を選択してください。"))
  }

  @Test("A filter without a name comes back with its list")
  func namelessFilter() throws {
    let site = try PermitSite(.sqlite)
    try site.open("一の本文")
    let answer = try site.client(.viewer).post(
      "/staff/permits/filters",
      form: ["name": " ", "query": "topic=stalls", "back": "/staff/permits?topic=stalls"])
    #expect(answer.status == 422 && answer.text.contains("一の本文"))
    #expect(answer.text.contains("#field-filter-name"))
  }

  @Test(
    "An address to go back to is one of this inbox",
    arguments: [
      "https://elsewhere.example/", "//elsewhere.example", "/staff", "/staff/permits.evil",
    ])
  func back(address: String) throws {
    let site = try PermitSite(.sqlite)
    try site.open("一")
    let answer = try site.client(.administrator).post(
      "/staff/permits/cases", form: ["case": "1", "action": "move:work", "back": address])
    #expect(answer.headers["location"] == "/staff/permits?done=work&n=1")
  }

  @Test("Cases are given to colleagues, tagged and merged", arguments: Engine.allCases)
  func others(engine: Engine) throws {
    let site = try PermitSite(engine)
    try site.open("一", "二", "三")
    let client = try site.client(.administrator)
    let viewer = try site.account(.viewer)
    for form in [
      ["case": "1", "action": "assign", "assignee": viewer.id.description],
      ["case": "2", "action": "assign-me"], ["case": "3", "action": "tag", "tag": " 急ぎ "],
      ["case": "1", "case": "3", "action": "merge"],
    ] as [KeyValuePairs<String, String>] {
      #expect(try client.post("/staff/permits/cases", form: form).status == 303)
    }
    #expect(try site.case(1)?.assignee == viewer.id)
    #expect(try site.case(2)?.assignee == site.account(.administrator).id)
    #expect(try site.case(3)?.tags == ["急ぎ"] && site.case(3)?.mergedInto == 1)
    let mine = try client.get("/staff/permits?assignee=me").text
    #expect(mine.contains("#2") && !mine.contains("#1 "))
  }

  @Test("A filter is kept under a name for the account that kept it", arguments: Engine.allCases)
  func savedFilters(engine: Engine) throws {
    let site = try PermitSite(engine)
    let client = try site.client(.viewer)
    let answer = try client.post(
      "/staff/permits/filters",
      form: ["name": "急ぎの露店", "query": "topic=stalls&rank=1&unknown=x&state=all"])
    #expect(answer.headers["location"] == "/staff/permits?state=all&topic=stalls&rank=1")
    #expect(try client.get("/staff/permits").text.contains("急ぎの露店"))
    #expect(try !site.client(.editor).get("/staff/permits").text.contains("急ぎの露店"))
    let id = try #require(
      try site.store.read { snapshot in
        try snapshot.first("SELECT id FROM permits_case_filters") { try $0.text(0) }
      })
    let path = "/staff/permits/filters/\(id)/delete"
    #expect(try site.client(.editor).post(path, form: [:]).status == 404)
    #expect(try client.post(path, form: [:]).status == 303)
    #expect(try !client.get("/staff/permits").text.contains("急ぎの露店"))
  }
}
